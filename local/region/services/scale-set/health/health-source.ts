import type { HealthStates } from "./health-answer";
import type { HealthState } from "../instance";
import { lengthOf } from "../../../foundation/words";

/** What the health extension of an instance said last. */
export interface HealthReport {
  /** Absent where the extension runs but has not made up its mind. */
  readonly health?: HealthState;
  /** What the application answered to it, in words; absent where nobody has heard it yet. */
  readonly answer?: string;
  /** When it was said, in milliseconds. */
  readonly at: number;
}

/** What the scale set takes an instance's health to be. */
export interface BelievedHealth {
  /** Absent where there is no source, or nothing was said yet. */
  readonly health?: HealthState;
  /** What was said last, in words. */
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
    return { health: report.health, reason: report.answer ?? `the health extension reported ${report.health ?? "nothing yet"}` };
  }
  return { health: states === "rich" ? "Unknown" : "Unhealthy", reason: `the health extension has been silent for ${lengthOf(silence)}` };
}

/** What a load balancer's probe says of an instance. */
export interface ProbeReport {
  readonly isUp: boolean;
  /** What came of the last probe, in words; absent before the first. */
  readonly lastAnswer?: string;
}

/**
 * The health of an instance whose source of health is a load balancer's probe.
 * @param report Absent where the probe is not declared, or does not ask the instance yet.
 */
export function healthByProbe(report: ProbeReport | undefined): BelievedHealth {
  if (report === undefined || (!report.isUp && report.lastAnswer === undefined)) {
    return { reason: "the load balancer's probe has not asked yet" };
  }
  const state = `the load balancer's probe is ${report.isUp ? "up" : "down"}`;
  const reason = report.lastAnswer === undefined ? state : `${state}: ${report.lastAnswer}`;
  return { health: report.isUp ? "Healthy" : "Unhealthy", reason };
}
