import * as pulumi from "@pulumi/pulumi";
import type { Declaration, Declarations, Template } from "./declaration";

/*
 * Registers the resources that the stack's settings declare, in their order, without the types of azure-native: so a test has its
 * whole program beside its assertions, and can also write what the compiler would refuse.
 */
class DeclaredResource extends pulumi.CustomResource {}
class DeclaredProvider extends pulumi.ProviderResource {}

const config = new pulumi.Config();
const declarations = config.requireObject<Declarations>("resources");
const registered = new Map<string, pulumi.CustomResource>();

for (const declaration of declarations) {
  registered.set(declaration.name, register(declaration));
}

function register({ name, type, properties = {}, options = {} }: Declaration): pulumi.CustomResource {
  const resolved = resolve(properties) as pulumi.Inputs;
  if (type.startsWith("pulumi:providers:")) {
    return new DeclaredProvider(type.slice("pulumi:providers:".length), name, resolved);
  }
  // The SDK resolves the outputs that a resource class names; here they are those that something refers to.
  const outputs = Object.fromEntries(outputsUsed(name).map((output) => [output, undefined]));
  const { provider, after, ...others } = options;
  return new DeclaredResource(
    type,
    name,
    { ...outputs, ...resolved },
    {
      ...others,
      provider: provider === undefined ? undefined : (found(provider) as pulumi.ProviderResource),
      dependsOn: after?.map(found),
    },
  );
}

function outputsUsed(name: string): string[] {
  return [...JSON.stringify(declarations).matchAll(/\$\{([\w-]+)\.(\w+)\}/g)].filter(([, of]) => of === name).map(([, , output]) => output);
}

function resolve(template: Template): pulumi.Input<unknown> {
  if (typeof template === "string") {
    const pieces = template.split(/(\$\{[\w-]+\.\w+\})/).filter((piece) => piece !== "");
    return pieces.length === 1 ? piece(pieces[0]) : pulumi.concat(...pieces.map(piece));
  }
  if (Array.isArray(template)) {
    return template.map(resolve);
  }
  if (typeof template !== "object" || template === null) {
    return template;
  }
  if ("$secret" in template) {
    return pulumi.secret(resolve(template.$secret));
  }
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, resolve(value)]));
}

function piece(text: string): pulumi.Input<string> {
  const reference = /^\$\{([\w-]+)\.(\w+)\}$/.exec(text);
  return reference ? (found(reference[1]) as unknown as Record<string, pulumi.Output<string>>)[reference[2]] : text;
}

function found(name: string): pulumi.CustomResource {
  const resource = registered.get(name);
  if (!resource) {
    throw new Error(`${name} is declared later, or not at all`);
  }
  return resource;
}
