import type { HealthStates } from "./health-answer";
import type { HealthState } from "../instance";
import { lengthOf } from "../../../foundation/words";

/** What the health extension of an instance said last. */
export interface HealthReport {
  /** Absent where the extension runs but has not made up its mind. */
  readonly health?: HealthState;
  /** When it was said, in milliseconds. */
  readonly at: number;
}

/** What the scale set takes an instance's health to be. */
export interface BelievedHealth {
  readonly health?: HealthState;
  readonly reason: string;
}

/**
 * Assumed: how long a report stays true after the extension fell silent, in seconds. It is longer than one probe can take, so that a slow
 * answer is no silence.
 */
export const assumedSilenceSeconds = 120;

/**
 * The health of an instance whose source of health is the extension.
 * @param report The last report since the extension started; absent where there was none.
 * @param silenceSeconds How long a report stays true; `assumedSilenceSeconds` by default.
 */
export function healthByExtension(
  states: HealthStates,
  report: HealthReport | undefined,
  now: number,
  silenceSeconds: number = assumedSilenceSeconds,
): BelievedHealth {
  if (report === undefined) {
    return { reason: "the health extension has not reported yet" };
  }
  const silence = now - report.at;
  if (silence < silenceSeconds * 1000) {
    return { health: report.health, reason: `the health extension reported ${report.health ?? "nothing yet"}` };
  }
  return { health: states === "rich" ? "Unknown" : "Unhealthy", reason: `the health extension has been silent for ${lengthOf(silence)}` };
}

/** The health of an instance whose source of health is a load balancer's probe. */
export function healthByProbe(isUp: boolean): BelievedHealth {
  return isUp
    ? { health: "Healthy", reason: "the load balancer's probe is up" }
    : { health: "Unhealthy", reason: "the load balancer's probe is down" };
}
