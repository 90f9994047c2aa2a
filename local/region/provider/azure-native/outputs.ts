import * as crypto from "node:crypto";
import { Properties, UNKNOWN, Value } from "../../../../azure/properties/value";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import { identifyParts, resolveSelf } from "./self-references";

/** What azure-native calls the parameters of a path, and does not repeat in a resource's outputs. */
const pathParameter = /\{(\w+)\}/g;

/** Everything that is needed to answer with a resource. */
export interface Standing {
  readonly type: ResourceType;
  readonly apiVersion: string;
  /** Undefined as long as a preview does not know the name. */
  readonly id: string | undefined;
  readonly inputs: Properties;
  /** The outputs before this change; undefined at creation. */
  readonly before: Properties | undefined;
  readonly preview: boolean;
}

/** The outputs of a resource: its inputs without the path's parameters, the parts' ids, and what Azure adds. */
export function outputsOf(standing: Standing): Properties {
  const { type, id, inputs, before, preview } = standing;
  const parameters = new Set([...type.path.matchAll(pathParameter)].map(([, name]) => name));
  const body = Object.fromEntries(Object.entries(inputs).filter(([name, value]) => !parameters.has(name) && value !== null));
  const resolved = id === undefined ? body : (resolveSelf(body, id) as Properties);
  const created = (make: () => Value): Value => (preview ? UNKNOWN : make());
  return {
    ...identifyParts(resolved, type.parts, id),
    name: inputs[type.nameProperty] ?? UNKNOWN,
    type: type.armType,
    azureApiVersion: standing.apiVersion,
    provisioningState: "Succeeded",
    etag: created(() => `W/"${crypto.randomUUID()}"`),
    resourceGuid: before?.resourceGuid ?? created(() => crypto.randomUUID()),
    ...type.outputs?.({ id: id ?? "", inputs, before, preview, now: new Date() }),
  };
}
