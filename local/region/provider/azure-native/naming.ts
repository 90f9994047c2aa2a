import * as crypto from "node:crypto";
import { fillPath, localSubscription, normalLocation } from "../../../../azure/arm/id";
import { isGiven, Properties, UNKNOWN, Value } from "../../../../azure/properties/value";
import { resourceGroup } from "../../../../azure/resources/resource-group";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import type { Autonaming } from "../protocol/provider";
import type { Resources } from "./world";

/** The hexadecimal digits that azure-native adds to a name. */
const suffixLength = 8;

/**
 * The physical name of a resource that the program did not name: the old one if there is one, else what the engine proposes, else
 * the logical name with a random suffix, or a GUID, as azure-native does (getDefaultName in its provider.go). Undefined where
 * autonaming is off.
 */
export function automaticName(
  type: ResourceType,
  logicalName: string,
  before: Properties,
  autonaming: Autonaming | undefined,
  seed: Uint8Array,
): Value | undefined {
  const old = before[type.nameProperty];
  if (old !== undefined) {
    return old;
  }
  if (autonaming?.mode === "disabled") {
    return undefined;
  }
  if (autonaming && !(type.autonaming === "guid" && autonaming.mode === "propose")) {
    return autonaming.proposedName;
  }
  switch (type.autonaming) {
    case "copied":
      return logicalName;
    case "guid":
      return guid(seed);
    case "random":
      return `${logicalName}${randomDigits(seed, suffixLength)}`;
  }
}

/** True where a name that the program leaves open differs from resource to resource, and so from the old resource to its replacement. */
export function namesAnew(type: ResourceType, autonaming: Autonaming | undefined): boolean {
  return autonaming !== undefined || type.autonaming !== "copied";
}

function guid(seed: Uint8Array): string {
  return randomDigits(seed, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

/** Hexadecimal ones, the same for the same seed. */
function randomDigits(seed: Uint8Array, length: number): string {
  const digits = seed.length > 0 ? crypto.createHash("sha256").update(seed).digest("hex") : crypto.randomBytes(length).toString("hex");
  return digits.slice(0, length);
}

/** The location of a resource whose program names none: the old one, the provider's, or that of its resource group. */
export function defaultLocation(
  inputs: Properties,
  before: Properties,
  configured: string | undefined,
  resources: Resources,
): Value | undefined {
  if (before.location !== undefined) {
    return before.location;
  }
  if (configured !== undefined) {
    return normalLocation(configured);
  }
  const group = inputs.resourceGroupName;
  if (typeof group !== "string") {
    return group === UNKNOWN ? UNKNOWN : undefined;
  }
  const id = fillPath(resourceGroup.path, { subscriptionId: localSubscription, resourceGroupName: group });
  return resources.find(id)?.outputs.location;
}

/** The id of a resource with these inputs, or undefined as long as a part of it is not known. */
export function idOf(type: ResourceType, inputs: Properties): string | undefined {
  const names = [...type.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== "subscriptionId");
  const parameters: Record<string, string> = { subscriptionId: localSubscription };
  for (const name of names) {
    const value = inputs[name];
    if (typeof value !== "string") {
      return undefined;
    }
    parameters[name] = value;
  }
  return fillPath(type.path, parameters);
}

/** Gives a property that the program leaves open its value, if it gets one. */
export function fill(inputs: Properties, name: string, value: () => Value | undefined): void {
  if (!isGiven(inputs[name])) {
    const automatic = value();
    if (automatic === undefined) {
      delete inputs[name];
    } else {
      inputs[name] = automatic;
    }
  }
}
