import { type HealthAnswer, type HealthStates, readHealthAnswer } from "./health-answer";
import type { HealthState } from "../instance";
import { lengthOf } from "../../../foundation/words";

export const healthProtocols = ["http", "https", "tcp"] as const;

/** The settings of the application health extension, with nothing left open. */
export interface HealthExtensionSettings {
  readonly states: HealthStates;
  /** How to ask; absent, the extension asks nothing. */
  readonly protocol?: (typeof healthProtocols)[number];
  /** Seconds from the start of one probe to the start of the next. */
  readonly intervalInSeconds: number;
  /** How many equal answers in a row change the reported state. */
  readonly numberOfProbes: number;
  /** Seconds that the application has to come up, in which it is Initializing; binary states know no such time. */
  readonly gracePeriod: number;
}

/** What the extension remembers from one probe to the next. */
export interface HealthExtensionState {
  /** When the extension started, in milliseconds. */
  readonly startedAt: number;
  readonly inGracePeriod: boolean;
  /** The last state read; only rich states need it. */
  readonly lastRead?: HealthState;
  /** Rich states: equal answers in a row. Binary ones: answers in a row that differ from the reported state. */
  readonly inARow: number;
  /** The state that is reported; absent until there is one. */
  readonly committed?: HealthState;
}

/** The extension after a probe. */
export interface HealthStep {
  readonly state: HealthExtensionState;
  /** True where the reported state is another one than before this probe. */
  readonly changed: boolean;
  /** What came of the probe, in words. */
  readonly answer: string;
  readonly reason: string;
}

/**
 * Fills in the extension's settings.
 * @param typeHandlerVersion `1.x` for binary states, `2.x` for rich ones.
 * @param settings The settings as declared; intervalInSeconds is 5 by default, numberOfProbes 1, gracePeriod the product of both.
 */
export function healthExtensionSettings(
  typeHandlerVersion: string,
  settings: Partial<Omit<HealthExtensionSettings, "states">>,
): HealthExtensionSettings {
  const { protocol, intervalInSeconds = 5, numberOfProbes = 1, gracePeriod = intervalInSeconds * numberOfProbes } = settings;
  const states = typeHandlerVersion.startsWith("2.") ? "rich" : "binary";
  return { states, protocol, intervalInSeconds, numberOfProbes, gracePeriod };
}

/** The extension as it is when it starts: after the instance was created, upgraded, reimaged or restarted. */
export function startHealthExtension({ states }: HealthExtensionSettings, now: number): HealthExtensionState {
  return { startedAt: now, inGracePeriod: states === "rich", inARow: 0 };
}

/** Takes in one answer. `now` is when it came, in milliseconds. */
export function takeHealthAnswer(
  settings: HealthExtensionSettings,
  state: HealthExtensionState,
  answer: HealthAnswer,
  now: number,
): HealthStep {
  const reading = readHealthAnswer(settings.states, settings.protocol, answer);
  const step = settings.states === "rich" ? richStep : binaryStep;
  const [next, why] = step(settings, state, reading.state, now);
  const changed = next.committed !== state.committed;
  const reported = changed ? `is now ${next.committed}` : next.committed === undefined ? "is not reported yet" : `stays ${next.committed}`;
  return { state: next, changed, answer: reading.because, reason: `health ${reported}: ${reading.because}${why === "" ? "" : `; ${why}`}` };
}

type Step = (
  settings: HealthExtensionSettings,
  state: HealthExtensionState,
  read: "Healthy" | "Unhealthy" | "Unknown",
  now: number,
) => [next: HealthExtensionState, why: string];

/** Version 1 counts the answers that contradict what it reports. */
const binaryStep: Step = ({ numberOfProbes }, state, read) => {
  const inARow = read === state.committed ? 0 : state.inARow + 1;
  if (inARow === numberOfProbes || (state.committed === undefined && read === "Healthy")) {
    return [{ ...state, inARow: 0, committed: read }, ""];
  }
  return [{ ...state, inARow }, inARow === 0 ? "" : `${inARow} of ${numberOfProbes} answers that change it`];
};

/** Version 2 counts equal answers, and has a grace period in which it reports Initializing. */
const richStep: Step = ({ numberOfProbes, gracePeriod, protocol }, state, read, now) => {
  const inARow = read === state.lastRead ? state.inARow + 1 : 1;
  const counted = { ...state, lastRead: read, inARow };
  const isEnough = inARow >= numberOfProbes;
  const count = `${inARow} of ${numberOfProbes} equal answers`;
  if (!state.inGracePeriod) {
    const committed = isEnough ? read : state.committed;
    return [{ ...counted, committed }, isEnough || read === state.committed ? "" : count];
  }
  const stateAtTheEnd = protocol === "http" || protocol === "https" ? "Unknown" : "Unhealthy";
  const left = state.startedAt + gracePeriod * 1000 - now;
  if (left <= 0) {
    const expired = { ...state, inGracePeriod: false, lastRead: stateAtTheEnd, inARow: 1, committed: stateAtTheEnd } as const;
    return [expired, `the grace period of ${lengthOf(gracePeriod * 1000)} is over`];
  }
  if (isEnough && read !== stateAtTheEnd) {
    return [{ ...counted, inGracePeriod: false, committed: read }, count];
  }
  return [{ ...counted, committed: "Initializing" }, `the grace period goes on for ${lengthOf(left)}`];
};
