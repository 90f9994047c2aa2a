/** Stands for a value that the engine does not know yet: an output of a resource that a preview has not created. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** What a property can hold once it has left the engine's wire format. */
export type Value = string | number | boolean | null | typeof UNKNOWN | Value[] | Properties;

/** A resource's properties, or any object below them, under azure-native's own names. */
export interface Properties {
  [name: string]: Value;
}

/** True for an object with named properties, and for nothing else. */
export function isProperties(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True where the property was given: an unknown value was given, an absent or null one was not. */
export function isGiven(value: Value | undefined): value is Value {
  return value !== undefined && value !== null;
}

/** True where an unknown value stands anywhere in the value. */
export function holdsUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.some(holdsUnknown);
  }
  return isProperties(value) && Object.values(value).some(holdsUnknown);
}
