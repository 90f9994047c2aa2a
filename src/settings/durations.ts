/**
 * Lengths of time as ISO 8601 writes them and Azure takes them, such as PT5M or P1DT12H. Years and months have no fixed length and are
 * not among them.
 */
const pattern = /^P(?!$)(?:(\d+)W|(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;

const secondsIn = { week: 604_800, day: 86_400, hour: 3_600, minute: 60 };

/** The length in seconds, or undefined if the text is not such a duration. */
export function durationInSeconds(text: string): number | undefined {
  const match = pattern.exec(text);
  if (!match) {
    return undefined;
  }
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
  return weeks * secondsIn.week + days * secondsIn.day + hours * secondsIn.hour + minutes * secondsIn.minute + seconds;
}
