/** How a simulation's figures are written, on the page and in the terminal. */

/** A moment as the time of day, after the day where there is more than one: `07:05`, `day 2, 07:05`. */
export function clockOf(minute: number, minutes: number): string {
  const time = `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
  return minutes > 24 * 60 ? `day ${Math.floor(minute / 1440) + 1}, ${time}` : time;
}

/** A length of time, such as `45 min` or `3 h 05 min`. */
export function lengthOfMinutes(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

export function decimal(value: number, digits = 1): string {
  return value.toFixed(digits);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
