import { durationInSeconds } from "./duration";

/** The bounds of a number, both included. */
export interface NumberLimits {
  readonly minimum: number;
  /** Undefined where Azure names none. */
  readonly maximum?: number;
}

/** The bounds of a duration in ISO 8601, both included. */
export interface DurationLimits {
  readonly minimum: string;
  readonly maximum: string;
}

/** The bounds in words, such as `5 to 60` or `5 or more`. */
export function limitsText({ minimum, maximum }: NumberLimits | DurationLimits): string {
  return maximum === undefined ? `${minimum} or more` : `${minimum} to ${maximum}`;
}

/** Whether a length of time lies within the bounds. */
export function isWithin(seconds: number, { minimum, maximum }: DurationLimits): boolean {
  return seconds >= durationInSeconds(minimum) && seconds <= durationInSeconds(maximum);
}
