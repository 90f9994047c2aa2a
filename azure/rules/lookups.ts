import { idName } from "../arm/id";
import type { NumberLimits } from "../facts/limits";
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

/** The place of a list that has a name of Azure's; undefined where none has it, or the name is not known. */
export function partNamed(parts: readonly View[], name: string | undefined): View | undefined {
  return parts.find((part) => sameText(part.text("name"), name));
}

/** True where a number was given, is known, and lies outside the bounds (both included). */
export function outside(place: View, low: number, high: number): boolean {
  const value = place.number();
  return value !== undefined && !(value >= low && value <= high);
}

/** The same for bounds of Azure's that not the rule alone knows. */
export function outsideLimits(place: View, { minimum, maximum = Infinity }: NumberLimits): boolean {
  return outside(place, minimum, maximum);
}

/** The last step of an ARM id, in lower case: the name of the part or resource that it points to. */
export function nameInId(id: string): string {
  return idName(id).toLowerCase();
}

/** True where two ids are one to ARM. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** True where a text is known and is this one; ARM compares names and the values of its enumerations without regard to case. */
export function is(place: View, value: string): boolean {
  return sameText(place.text(), value);
}

/** The same for several values. */
export function isOneOf(place: View, values: readonly string[]): boolean {
  return values.some((value) => is(place, value));
}

/** True where a text was given, is known, and does not fit. */
export function doesNotFit(place: View, fits: (text: string) => boolean): boolean {
  const text = place.text();
  return text !== undefined && !fits(text);
}

/** True where both texts are known and ARM takes one for the other. */
export function sameText(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

/** The text at a place, or what Azure takes where nothing is given; undefined as long as it is not known. */
export function textOr(place: View, preset: string): string | undefined {
  return place.absent ? preset : place.text();
}

/** True where a list or text is certain to be absent or to hold nothing. */
export function isEmpty(place: View): boolean {
  return place.absent || place.value === "" || (Array.isArray(place.value) && place.value.length === 0);
}
