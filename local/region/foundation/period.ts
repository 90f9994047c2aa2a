/**
 * How long to wait for the next run of something that is done once in a period. Runs fall on whole multiples of their period, so that
 * everything with the same period is done together: waking up costs an idle daemon more than what it then does.
 *
 * All in real milliseconds since the epoch.
 * @param startedAt When the run that ends now began. One that took longer than the period is followed by the next at once.
 */
export function untilNextRun(startedAt: number, period: number, now: number): number {
  // The nearest multiple, as a timer may fire a little before its time.
  const next = Math.round((startedAt + period) / period) * period;
  return Math.max(0, next - now);
}
