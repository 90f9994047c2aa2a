import { normalLocation } from "../../../../azure/arm/id";
import { Difference, differences } from "../../../../azure/properties/difference";
import { Properties } from "../../../../azure/properties/value";
import type { ChangeKind, PropertyChange } from "../protocol/provider";
import type { ResourceType } from "../../../../azure/resources/resource-type";

/** What an update would change, and which of it replaces the resource, as azure-native decides it. */
export function changesBetween(type: ResourceType, before: Properties, after: Properties): PropertyChange[] {
  const replacing = new Set([...[...type.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name), ...type.replacedBy]);
  return differences(comparable(before), comparable(after)).map(({ path, kind }) => ({
    path,
    kind: asKind(kind, replacing.has(String(path[0]))),
  }));
}

/** Azure writes locations in more than one form; `West Europe` in the state and `westeurope` in the program are no change. */
function comparable(inputs: Properties): Properties {
  return typeof inputs.location === "string" ? { ...inputs, location: normalLocation(inputs.location) } : inputs;
}

function asKind(kind: Difference["kind"], replaces: boolean): ChangeKind {
  return replaces ? `${kind}-replace` : kind;
}
