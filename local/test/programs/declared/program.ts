import * as pulumi from "@pulumi/pulumi";
import type { Declaration, Declarations, Template } from "./declaration";

class DeclaredResource extends pulumi.CustomResource {}
class DeclaredProvider extends pulumi.ProviderResource {}

/**
 * Registers the resources that the stack's settings declare, in their order, without the types of azure-native: so a test has its
 * whole program beside its assertions, and can also write what the compiler would refuse.
 */
export function registerDeclared(): void {
  new Registration(new pulumi.Config().requireObject<Declarations>("resources")).run();
}

class Registration {
  private readonly registered = new Map<string, pulumi.CustomResource>();

  constructor(private readonly declarations: Declarations) {}

  run(): void {
    for (const declaration of this.declarations) {
      this.registered.set(declaration.name, this.register(declaration));
    }
  }

  private register({ name, type, properties = {}, options = {} }: Declaration): pulumi.CustomResource {
    const resolved = this.resolve(properties) as pulumi.Inputs;
    if (type.startsWith("pulumi:providers:")) {
      return new DeclaredProvider(type.slice("pulumi:providers:".length), name, resolved);
    }
    // The SDK resolves the outputs that a resource class names; here they are those that something refers to.
    const outputs = Object.fromEntries(this.outputsUsed(name).map((output) => [output, undefined]));
    const { provider, after, ...others } = options;
    return new DeclaredResource(
      type,
      name,
      { ...outputs, ...resolved },
      {
        ...others,
        provider: provider === undefined ? undefined : (this.found(provider) as pulumi.ProviderResource),
        dependsOn: after?.map((other) => this.found(other)),
      },
    );
  }

  private outputsUsed(name: string): string[] {
    const references = JSON.stringify(this.declarations).matchAll(/\$\{([\w-]+)\.(\w+)\}/g);
    return [...references].filter(([, of]) => of === name).map(([, , output]) => output);
  }

  private resolve(template: Template): pulumi.Input<unknown> {
    if (typeof template === "string") {
      const pieces = template.split(/(\$\{[\w-]+\.\w+\})/).filter((piece) => piece !== "");
      return pieces.length === 1 ? this.piece(pieces[0]) : pulumi.concat(...pieces.map((piece) => this.piece(piece)));
    }
    if (Array.isArray(template)) {
      return template.map((element) => this.resolve(element));
    }
    if (typeof template !== "object" || template === null) {
      return template;
    }
    if ("$secret" in template) {
      return pulumi.secret(this.resolve(template.$secret));
    }
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, this.resolve(value)]));
  }

  private piece(text: string): pulumi.Input<string> {
    const reference = /^\$\{([\w-]+)\.(\w+)\}$/.exec(text);
    return reference ? (this.found(reference[1]) as unknown as Record<string, pulumi.Output<string>>)[reference[2]] : text;
  }

  private found(name: string): pulumi.CustomResource {
    const resource = this.registered.get(name);
    if (!resource) {
      throw new Error(`${name} is declared later, or not at all`);
    }
    return resource;
  }
}
