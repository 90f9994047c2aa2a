export const probeProtocols = ["Tcp", "Http", "Https"] as const;

/** A load balancer's health probe, with nothing left open. */
export interface ProbeSettings {
  readonly protocol: (typeof probeProtocols)[number];
  /** Seconds from the start of one probe to the start of the next. */
  readonly intervalInSeconds: number;
  /** How many unanswered probes in a row take a backend out, and how many answered ones bring it back. */
  readonly probeThreshold: number;
}

/** What came of one probe of one backend. */
export type ProbeAnswer =
  | { readonly kind: "response"; readonly status: number }
  /** The TCP handshake succeeded. */
  | { readonly kind: "connected" }
  /** The backend refused or broke the connection. */
  | { readonly kind: "reset" }
  /** Nothing came within `probeTimeout`, as when a network security group blocks the probe. */
  | { readonly kind: "no answer" };

/** What the load balancer remembers of a backend from one probe to the next. */
export interface ProbeState {
  readonly isUp: boolean;
  /** True once the backend has been up since it booted. */
  readonly hasBeenUp: boolean;
  /** Probes in a row that speak against `isUp`. */
  readonly inARow: number;
}

/** A backend after a probe. */
export interface ProbeStep {
  readonly state: ProbeState;
  readonly changed: boolean;
  /** What came of the probe, in words. */
  readonly answer: string;
  readonly reason: string;
}

/** Fills in a probe's settings: intervalInSeconds is 15 by default, probeThreshold 1. */
export function probeSettings(declared: Pick<ProbeSettings, "protocol"> & Partial<ProbeSettings>): ProbeSettings {
  const { protocol, intervalInSeconds = 15, probeThreshold = 1 } = declared;
  return { protocol, intervalInSeconds, probeThreshold };
}

/** How long a probe waits for its answer, in milliseconds. */
export function probeTimeout({ protocol, intervalInSeconds }: ProbeSettings): number {
  return (protocol === "Tcp" ? intervalInSeconds : Math.min(intervalInSeconds, 30)) * 1000;
}

/** A backend that is not probed: it has not booted yet, or was stopped. Probing begins from here when it has booted. */
export const notProbed: ProbeState = { isUp: false, hasBeenUp: false, inARow: 0 };

/** Takes in one answer of a backend that has booted. */
export function takeProbeAnswer(settings: ProbeSettings, state: ProbeState, answer: ProbeAnswer): ProbeStep {
  const result = judge(settings, answer);
  const said = { answer: result.because };
  if (result.success === state.isUp) {
    return { ...said, state: { ...state, inARow: 0 }, changed: false, reason: `the backend stays ${word(state.isUp)}: ${result.because}` };
  }
  const inARow = state.inARow + 1;
  const needed = result.isExplicit || !(state.isUp || state.hasBeenUp) ? 1 : settings.probeThreshold;
  if (inARow < needed) {
    const reason = `the backend stays ${word(state.isUp)}: ${result.because}, ${inARow} of ${needed} in a row`;
    return { ...said, state: { ...state, inARow }, changed: false, reason };
  }
  const next = { isUp: result.success, hasBeenUp: state.hasBeenUp || result.success, inARow: 0 };
  const count = needed === 1 ? "" : `, ${needed} in a row`;
  return { ...said, state: next, changed: true, reason: `the backend is now ${word(next.isUp)}: ${result.because}${count}` };
}

function word(isUp: boolean): string {
  return isUp ? "up" : "down";
}

/** An explicit failure is one that the backend itself answered with. */
function judge({ protocol }: ProbeSettings, answer: ProbeAnswer): { success: boolean; isExplicit: boolean; because: string } {
  switch (answer.kind) {
    case "no answer":
      return { success: false, isExplicit: false, because: "the probe was not answered in time" };
    case "reset":
      return { success: false, isExplicit: true, because: "the connection of the probe was reset" };
    case "connected":
      return protocol === "Tcp"
        ? { success: true, isExplicit: false, because: "the port accepted a connection" }
        : { success: false, isExplicit: false, because: "the port accepted a connection but did not answer in time" };
    case "response":
      return { success: answer.status === 200, isExplicit: answer.status !== 200, because: `the probe was answered with ${answer.status}` };
  }
}
