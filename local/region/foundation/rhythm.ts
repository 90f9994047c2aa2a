/**
 * How long to wait for the next turn of something that is done once in an interval. Turns fall on whole multiples of their interval, so
 * that everything with the same interval is done together: waking up costs an idle daemon more than what it then does.
 *
 * All in real milliseconds since the epoch.
 * @param startedAt When the turn that ends now began. One that took longer than the interval is followed by the next at once.
 */
export function untilNextTurn(startedAt: number, interval: number, now = Date.now()): number {
  // The nearest multiple, as a timer may fire a little before its time.
  const next = Math.round((startedAt + interval) / interval) * interval;
  return Math.max(0, next - now);
}
