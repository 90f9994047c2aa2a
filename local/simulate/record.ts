import type { DeclaredSetting } from "./declared-setting";
import { type Outcome, Tally } from "./outcome";
import { type Scenario, type SimulatedMinute, simulate } from "./simulation";

/** A scale action, or a scale-in that autoscale skipped. */
export interface Decision {
  /** The minute at whose end it was taken. */
  readonly minute: number;
  readonly from: number;
  /** The same for one that was skipped. */
  readonly to: number;
  readonly reason: string;
}

/** A simulation that was recorded to be shown. */
export interface Recording {
  readonly declared: DeclaredSetting;
  readonly outcome: Outcome;
  /** Minute by minute. */
  readonly cpuPercent: Float32Array;
  readonly instances: Uint16Array;
  readonly serving: Float32Array;
  readonly decisions: readonly Decision[];
}

/**
 * Simulates a setting, and keeps what is shown of it.
 * @param thresholdPercent The CPU, in percent, that settings are compared at; by default the one above which this one scales out.
 */
export function record(
  declared: DeclaredSetting,
  scenario: Omit<Scenario, "setting" | "initialInstances" | "credits">,
  thresholdPercent: number = declared.scaleOutCpuPercent,
): Recording {
  const { minutes } = scenario.load;
  const tally = new Tally(thresholdPercent);
  const [cpuPercent, instances, serving] = [new Float32Array(minutes), new Uint16Array(minutes), new Float32Array(minutes)];
  const decisions: Decision[] = [];
  let wasSkipped = false;
  const { setting, capacity, credits } = declared;
  for (const simulated of simulate({ ...scenario, setting, initialInstances: capacity.default, credits })) {
    const { minute, evaluation } = simulated;
    tally.add(simulated);
    cpuPercent[minute] = simulated.cpuPercent;
    instances[minute] = simulated.instances;
    serving[minute] = simulated.serving;
    const isSkipped = evaluation.flapping?.eventName === "Flapping";
    // Autoscale skips the same scale-in again at each run, which is worth saying once.
    if (evaluation.decision.kind === "set capacity" || (isSkipped && !wasSkipped)) {
      decisions.push(decisionOf(simulated));
    }
    wasSkipped = isSkipped;
  }
  return { declared, outcome: tally.outcome(), cpuPercent, instances, serving, decisions };
}

function decisionOf({ minute, instances, instancesAfter, evaluation }: SimulatedMinute): Decision {
  const { reason } = evaluation.decision;
  return { minute, from: instances, to: instancesAfter, reason };
}
