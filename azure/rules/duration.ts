import { parseDuration } from "../facts/duration";
import { type DurationLimits, isWithin } from "../facts/limits";
import type { View } from "../properties/view";

/** True where a duration was given, is known, and is no duration or lies outside the bounds (both included). */
export function durationOutside(place: View, limits: DurationLimits): boolean {
  const text = place.text();
  if (text === undefined) {
    return false;
  }
  const seconds = parseDuration(text);
  return seconds === undefined || !isWithin(seconds, limits);
}
