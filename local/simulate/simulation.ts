import type { LastScaleAction } from "../region/services/autoscale/decision/decision";
import { type AutoscaleEvaluation, evaluateAutoscale } from "../region/services/autoscale/decision/evaluation";
import type { AutoscaleSetting } from "../region/services/autoscale/decision/setting";
import { type MetricGrain, minute } from "../region/store/metrics/metric-grain";
import type { Load } from "./load";

/** What is simulated: a setting under a load, and what instances are taken to be like. */
export interface Scenario {
  readonly setting: AutoscaleSetting;
  readonly load: Load;
  /** Instances at the start, all of them serving. */
  readonly initialInstances: number;
  /** Seconds from the creation of an instance to its first request. */
  readonly bootSeconds: number;
  /** Requests a second that one instance serves at 100 % CPU. */
  readonly capacity: number;
}

/** One simulated minute, and what autoscale decided at its end. */
export interface SimulatedMinute {
  readonly minute: number;
  readonly requestsPerSecond: number;
  /** Instances that exist, and are paid for. */
  readonly instances: number;
  /** Instances that serve, as an average of the minute. */
  readonly serving: number;
  /** Average CPU of the instances that serve; 100 where there are none. */
  readonly cpuPercent: number;
  /** Whether more was asked for than could be served. */
  readonly isOverCapacity: boolean;
  readonly evaluation: AutoscaleEvaluation;
  readonly instancesAfter: number;
}

/** Monday, so that schedules begin with the week. */
export const simulationStart = Date.parse("2027-01-04T00:00:00Z");

/**
 * Runs a scenario in virtual time: one minute after the other, and autoscale at the end of each (see `assumedAutoscaleRunSeconds`). Nothing of a
 * minute is kept but what autoscale looks back on.
 */
export function* simulate({ setting, load, initialInstances, bootSeconds, capacity }: Scenario): Generator<SimulatedMinute> {
  const remembered = longestWindow(setting);
  const grains: MetricGrain[] = [];
  /** When each instance begins to serve, the oldest first. */
  const servesFrom = Array<number>(initialInstances).fill(-Infinity);
  let lastAction: LastScaleAction | undefined;

  for (let index = 0; index < load.minutes; index++) {
    const start = simulationStart + index * minute;
    const end = start + minute;
    const requestsPerSecond = load.at(index);
    const instances = servesFrom.length;
    const serving = servesFrom.reduce((sum, from) => sum + Math.min(1, Math.max(0, (end - from) / minute)), 0);
    const needed = serving === 0 ? Infinity : (requestsPerSecond / (serving * capacity)) * 100;
    const cpuPercent = Math.min(100, needed);
    if (serving > 0) {
      grains.push(grainOf(start, cpuPercent, serving));
    }
    while (grains.length > 0 && grains[0].time < end - remembered) {
      grains.shift();
    }
    const evaluation = evaluateAutoscale({ setting, capacity: instances, now: end, lastAction, metric: () => grains });
    lastAction = evaluation.lastAction;
    if (evaluation.decision.kind === "set capacity") {
      resize(servesFrom, evaluation.decision.capacity, end + bootSeconds * 1000);
    }
    yield {
      minute: index,
      requestsPerSecond,
      instances,
      serving,
      cpuPercent,
      isOverCapacity: needed > 100 && requestsPerSecond > 0,
      evaluation,
      instancesAfter: servesFrom.length,
    };
  }
}

/** The newest instances go first, as a scale set's default scale-in policy has it. */
function resize(servesFrom: number[], size: number, newServesFrom: number): void {
  servesFrom.splice(size);
  while (servesFrom.length < size) {
    servesFrom.push(newServesFrom);
  }
}

function grainOf(time: number, cpuPercent: number, serving: number): MetricGrain {
  return { time, part: "", average: cpuPercent, minimum: cpuPercent, maximum: cpuPercent, total: cpuPercent * serving, count: serving };
}

/** How far back autoscale looks, in milliseconds. */
function longestWindow({ profiles }: AutoscaleSetting): number {
  const triggers = profiles.flatMap(({ rules }) => rules.map(({ metricTrigger }) => metricTrigger));
  const seconds = triggers.flatMap(({ timeWindowSeconds, timeGrainSeconds }) => [timeWindowSeconds, timeGrainSeconds]);
  return Math.max(minute, ...seconds.map((length) => length * 1000));
}
