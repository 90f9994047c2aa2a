import * as crypto from "node:crypto";

/** The subscription that everything in the local region belongs to. */
export const localSubscription = "00000000-0000-0000-0000-000000000000";

/** Fills a path template such as `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}` with its parameters. */
export function fillPath(template: string, parameters: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) {
      throw new Error(`the path ${template} needs a value for ${name}`);
    }
    // The id of another resource brings its own slash.
    return name === "scope" ? value.replace(/^\//, "") : value;
  });
}

/** Reads the parameters back out of an id, or undefined where the id is of another shape. ARM ids ignore case. */
export function readPath(template: string, id: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const given = withScopeAsOneStep(id.split("/"), expected);
  if (expected.length !== given.length) {
    return undefined;
  }
  const parameters: Record<string, string> = {};
  for (const [index, step] of expected.entries()) {
    const name = /^\{(\w+)\}$/.exec(step)?.[1];
    if (name) {
      parameters[name] = given[index];
    } else if (step.toLowerCase() !== given[index].toLowerCase()) {
      return undefined;
    }
  }
  return parameters;
}

/** A scope has any number of steps; those are the ones that the rest of the template leaves over. */
function withScopeAsOneStep(given: string[], template: string[]): string[] {
  const start = template.indexOf("{scope}");
  const length = given.length - template.length + 1;
  if (start < 0 || length < 1) {
    return given;
  }
  const scope = given.slice(start, start + length).join("/");
  return [...given.slice(0, start), `/${scope}`, ...given.slice(start + length)];
}

/** Ids are equal without regard to case; this is the form to compare and to look up by. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

/** The name of the resource that an id ends with. */
export function idName(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** The location of an Azure region in the form that ARM stores: `West Europe` is `westeurope`. */
export function normalLocation(location: string): string {
  return location.replace(/ /g, "").toLowerCase();
}

/** A short name for a text, in hexadecimal digits: the same for the same text, and another one for another, as ids are too long for names. */
export function shortDigest(text: string, length = 8): string {
  return crypto.createHash("sha256").update(text).digest("hex").slice(0, length);
}

/** The type of the resource that an id names, such as `Microsoft.Network/virtualNetworks/subnets`; undefined where it names no resource. */
export function armTypeOf(id: string): string | undefined {
  const [, namespace, path] = /\/providers\/([^/]+)\/((?:(?!\/providers\/).)+)$/i.exec(id) ?? [];
  const steps = path?.split("/") ?? [];
  return namespace === undefined || steps.length % 2 === 1
    ? undefined
    : [namespace, ...steps.filter((_, index) => index % 2 === 0)].join("/");
}
