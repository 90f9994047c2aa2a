import type { CpuCredits } from "../../azure/facts/size-credits";

/**
 * The highest CPU, in percent, that an instance can have on average of a minute: its credits last for so much above its baseline.
 * Microsoft gives what an idle instance banks, and that one at its baseline neither banks nor spends; what is between and beyond lies on a line.
 */
export function highestCpu({ baselinePercent, bankedPerHour }: CpuCredits, left: number): number {
  return Math.min(100, baselinePercent * (1 + (left * 60) / bankedPerHour));
}

/** What is left of the credits after some minutes, fractions included, at a CPU in percent. */
export function creditsAfter(credits: CpuCredits, left: number, cpuPercent: number, minutes: number): number {
  const banked = (credits.bankedPerHour / 60) * minutes * (1 - cpuPercent / credits.baselinePercent);
  return Math.min(credits.maximum, Math.max(0, left + banked));
}
