import { idName } from "../arm/id";
import type { View } from "../properties/view";

/** The places of a list whose key stands there before, so that the first of two equal ones is not reported. */
export function repeated(places: View[], key: (place: View) => string | undefined): View[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const value = key(place);
    if (value === undefined) {
      return false;
    }
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}

/** True where a number was given, is known, and lies outside the bounds (both included). */
export function outside(place: View, low: number, high: number): boolean {
  const value = place.number();
  return value !== undefined && !(value >= low && value <= high);
}

/** The last step of an ARM id, in lower case: the name of the part or resource that it points to. */
export function nameInId(id: string): string {
  return idName(id).toLowerCase();
}

/** True where two ids are one to ARM. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
