/**
 * Lengths of time as Azure's API takes them: ISO 8601, such as PT5M, P1DT12H or P1W, with a fraction of the seconds where there is one. Years and
 * months have no fixed length, and Azure's descriptions of these resources' durations name none.
 */
const pattern = /^P(?=.)(?:(\d+)W|(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;

/** Seconds in a week, a day, an hour, a minute and a second. */
const secondsOf = [604_800, 86_400, 3_600, 60, 1];

/** The length in seconds; undefined where the text is no such duration. */
export function parseDuration(text: string): number | undefined {
  const parts = pattern.exec(text)?.slice(1);
  return parts?.reduce((sum, part, index) => sum + Number(part ?? 0) * secondsOf[index], 0);
}

/**
 * The length in seconds of a duration that is known to be one: a constant, or a property that the rules have accepted.
 * @throws Error where it is none after all, since no number of seconds could stand for it.
 */
export function durationInSeconds(text: string): number {
  const seconds = parseDuration(text);
  if (seconds === undefined) {
    throw new Error(`"${text}" is no duration of ISO 8601, as PT5M is one of five minutes; it should have been refused before`);
  }
  return seconds;
}
