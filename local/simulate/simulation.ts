import type { CpuCredits } from "../../azure/facts/size-credits";
import type { LastScaleAction } from "../region/services/autoscale/decision/decision";
import { type AutoscaleEvaluation, evaluateAutoscale } from "../region/services/autoscale/decision/evaluation";
import type { AutoscaleSetting } from "../region/services/autoscale/decision/setting";
import { type MetricGrain, minute } from "../region/store/metrics/metric-grain";
import { creditsAfter, highestCpu } from "./credits";
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
  /** CPU credits of the instances' size; undefined for a size that has none. */
  readonly credits?: CpuCredits;
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
  /** Instances that wanted more CPU than they had credits for. */
  readonly throttled: number;
  readonly evaluation: AutoscaleEvaluation;
  readonly instancesAfter: number;
}

/** Monday, so that schedules begin with the week. */
export const simulationStart = Date.parse("2027-01-04T00:00:00Z");

/**
 * Runs a scenario in virtual time: one minute after the other, and autoscale at the end of each (see `assumedAutoscaleRunSeconds`). Nothing of a
 * minute is kept but what autoscale looks back on.
 */
export function* simulate(scenario: Scenario): Generator<SimulatedMinute> {
  const { setting, load, initialInstances, bootSeconds, capacity, credits } = scenario;
  const remembered = longestWindow(setting);
  const grains: MetricGrain[] = [];
  const instances = Array.from({ length: initialInstances }, () => newInstance(-Infinity, credits));
  let lastAction: LastScaleAction | undefined;

  for (let index = 0; index < load.minutes; index++) {
    const start = simulationStart + index * minute;
    const end = start + minute;
    const requestsPerSecond = load.at(index);
    const count = instances.length;
    const serving = servingOf(instances, end);
    const needed = serving === 0 ? Infinity : (requestsPerSecond / (serving * capacity)) * 100;
    const { cpuPercent, throttled, isShort } = work(instances, { end, serving, needed, credits });
    if (serving > 0) {
      grains.push(grainOf(start, cpuPercent, serving));
    }
    while (grains.length > 0 && grains[0].time < end - remembered) {
      grains.shift();
    }
    const evaluation = evaluateAutoscale({ setting, capacity: count, now: end, lastAction, metric: () => grains });
    lastAction = evaluation.lastAction;
    if (evaluation.decision.kind === "set capacity") {
      resize(instances, evaluation.decision.capacity, () => newInstance(end + bootSeconds * 1000, credits));
    }
    yield {
      minute: index,
      requestsPerSecond,
      instances: count,
      serving,
      cpuPercent,
      isOverCapacity: requestsPerSecond > 0 && isShort,
      throttled,
      evaluation,
      instancesAfter: instances.length,
    };
  }
}

interface SimulatedInstance {
  /** When it begins to serve. */
  readonly servesFrom: number;
  /** CPU credits that are left; 0 for a size that has none. */
  credits: number;
}

function newInstance(servesFrom: number, credits: CpuCredits | undefined): SimulatedInstance {
  return { servesFrom, credits: credits?.initial ?? 0 };
}

/** How much of the minute that ends an instance serves. */
function shareOf({ servesFrom }: SimulatedInstance, end: number): number {
  return Math.min(1, Math.max(0, (end - servesFrom) / minute));
}

function servingOf(instances: readonly SimulatedInstance[], end: number): number {
  let serving = 0;
  for (const instance of instances) {
    serving += shareOf(instance, end);
  }
  return serving;
}

/** A minute that the instances go through. */
interface Demand {
  readonly end: number;
  readonly serving: number;
  /** CPU that would serve everything, in percent of each instance. */
  readonly needed: number;
  readonly credits: CpuCredits | undefined;
}

/** Lets the instances work for a minute, for which they pay with credits. `isShort` where they do not serve everything. */
function work(instances: readonly SimulatedInstance[], { end, serving, needed, credits }: Demand) {
  let [used, throttled, isShort] = [0, 0, serving === 0];
  for (const instance of instances) {
    const share = shareOf(instance, end);
    const cpu = Math.min(needed, credits ? highestCpu(credits, instance.credits) : 100);
    used += cpu * share;
    if (share > 0) {
      isShort ||= cpu < needed;
      throttled += cpu < Math.min(needed, 100) ? 1 : 0;
    }
    if (credits) {
      instance.credits = creditsAfter(credits, instance.credits, cpu, share);
    }
  }
  return { cpuPercent: serving === 0 ? 100 : used / serving, throttled, isShort };
}

/** The newest instances go first, as a scale set's default scale-in policy has it. */
function resize(instances: SimulatedInstance[], size: number, create: () => SimulatedInstance): void {
  instances.splice(size);
  while (instances.length < size) {
    instances.push(create());
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
