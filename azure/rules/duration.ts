import type { View } from "../properties/view";

const shape = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const secondsOf = [86_400, 3_600, 60, 1];

/**
 * Reads an ISO 8601 duration of days, hours, minutes and seconds, such as `PT1H30M`, in seconds; undefined for any other text.
 * Months and years have no fixed length, and Azure takes none for the durations of these resources.
 */
export function parseDuration(text: string): number | undefined {
  const parts = shape.exec(text)?.slice(1);
  return parts?.reduce((sum, part, index) => sum + Number(part ?? 0) * secondsOf[index], 0);
}

/** True where a duration was given, is known, and is no duration or lies outside the bounds (both included). */
export function durationOutside(place: View, shortest: string, longest: string): boolean {
  const text = place.text();
  if (text === undefined) {
    return false;
  }
  const seconds = parseDuration(text);
  return seconds === undefined || seconds < (parseDuration(shortest) ?? 0) || seconds > (parseDuration(longest) ?? Infinity);
}
