import type { View } from "../properties/view";

/** True where a text is known and is this one; ARM compares names and the values of its enumerations without regard to case. */
export function is(place: View, value: string): boolean {
  return sameText(place.text(), value);
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
