import * as path from "node:path";
import { idKey, idName } from "../../../../azure/arm/id";
import type { AutoscaleDecision, LastScaleAction } from "./decision/decision";
import { assumedAutoscaleRunSeconds, type AutoscaleEvaluation, evaluateAutoscale } from "./decision/evaluation";
import { predictiveNotice } from "./decision/setting";
import type { Notifier } from "../alerts/notifications/notifier";
import { viewOf } from "../../../../azure/properties/view";
import { autoscaleSetting } from "../../../../azure/resources/autoscale/autoscale-setting";
import { scaleSet } from "../../../../azure/resources/scale-set/scale-set";
import type { RegionContext } from "../../context";
import type { Resource } from "../../store/resource";
import { withCapacity } from "../scale-set/capacity";
import { readScaleSet } from "../scale-set/scale-set-model";
import { readAutoscaleSetting } from "./autoscale-setting-model";
import { holding, mapOf } from "../../foundation/kept-file";
import { StateFile } from "../../foundation/state-file";

/** What is remembered of one setting, across a death of the daemon. */
interface AutoscaleMemory {
  /** Region milliseconds; a multiple of the time between two runs. */
  readonly evaluatedAt: number;
  readonly lastAction?: LastScaleAction;
  /** What was last said of it, but for the numbers, so that the same is not said at each run. */
  readonly told?: string;
  readonly toldPredictive?: boolean;
}

const asMemory = holding<AutoscaleMemory>("state of autoscale", { evaluatedAt: Number.isFinite });

const runMilliseconds = assumedAutoscaleRunSeconds * 1000;

/** Runs autoscale for every setting when its time has come, and changes the capacity of scale sets as it decides. */
export class AutoscaleWatch {
  private readonly file: StateFile<Record<string, AutoscaleMemory>>;

  constructor(
    private readonly region: RegionContext,
    private readonly notifier: Pick<Notifier, "scaled">,
  ) {
    this.file = new StateFile(region.computer, region.events, path.join(region.folder, "autoscale.json"), {}, mapOf(asMemory));
  }

  /**
   * Runs autoscale where it is due; to be called once in a region minute at least. Of runs that were missed only the last is made.
   * @param now Region milliseconds.
   * @returns Whether a capacity was changed.
   */
  evaluate(now: number): boolean {
    const at = Math.floor(now / runMilliseconds) * runMilliseconds;
    let hasChanged = false;
    const memories: Record<string, AutoscaleMemory> = {};
    for (const setting of this.region.store.all().filter(({ type }) => type === autoscaleSetting.token)) {
      const before = this.file.content[idKey(setting.id)];
      const target = this.region.store.find(viewOf(setting.outputs).text("targetResourceUri") ?? "");
      // As on Azure, the first run after a setting was made is a whole time later.
      if (before === undefined || target?.type !== scaleSet.token || at <= before.evaluatedAt) {
        memories[idKey(setting.id)] = before ?? { evaluatedAt: at };
        continue;
      }
      try {
        const run = this.run(setting, target, before, at);
        memories[idKey(setting.id)] = run.memory;
        hasChanged ||= run.hasChanged;
      } catch (error) {
        memories[idKey(setting.id)] = {
          ...before,
          evaluatedAt: at,
          told: this.tell(setting, before, `is not evaluated: ${(error as Error).message}`),
        };
      }
    }
    this.file.write(memories);
    return hasChanged;
  }

  private run(resource: Resource, target: Resource, before: AutoscaleMemory, at: number): { memory: AutoscaleMemory; hasChanged: boolean } {
    const setting = readAutoscaleSetting(resource.outputs);
    const { capacity } = readScaleSet(target.outputs);
    const evaluation = evaluateAutoscale({
      setting,
      capacity,
      now: at,
      lastAction: before.lastAction,
      metric: ({ metricResourceUri, metricName, timeWindowSeconds, timeGrainSeconds }) =>
        this.region.metrics.grains(metricResourceUri, metricName, at - Math.max(timeWindowSeconds, timeGrainSeconds) * 1000, at),
    });
    const { decision, lastAction } = evaluation;
    const notice = predictiveNotice(setting);
    if (notice !== undefined && !before.toldPredictive) {
      this.region.events.add(idName(resource.id), notice);
    }
    const told = this.tell(resource, before, describe(evaluation));
    this.record(resource.id, evaluation, capacity, at);
    if (decision.kind === "set capacity") {
      this.scale(resource, target, capacity, decision, at);
    }
    return {
      memory: { evaluatedAt: at, told, ...(lastAction && { lastAction }), ...(notice !== undefined && { toldPredictive: true }) },
      hasChanged: decision.kind === "set capacity",
    };
  }

  /** Says what came of a run, unless it is the same as before but for the numbers. @returns What to remember of it. */
  private tell({ id }: Resource, before: AutoscaleMemory, said: string): string {
    const told = said.replace(/\d+(\.\d+)?/g, "#");
    if (told !== before.told) {
      this.region.events.add(idName(id), said);
    }
    return told;
  }

  private scale(
    setting: Resource,
    target: Resource,
    oldCapacity: number,
    { capacity, direction }: AutoscaleDecision & { kind: "set capacity" },
    at: number,
  ): void {
    const { store, clock, metrics, tasks } = this.region;
    store.put(withCapacity(target, capacity));
    metrics.record(setting.id, "ScaleActionsInitiated", direction, 1, at);
    const notice = {
      settingId: setting.id,
      targetId: target.id,
      targetLocation: readScaleSet(target.outputs).location,
      at: clock.toDate(at),
      oldCapacity,
      newCapacity: capacity,
    };
    void tasks.once(`notifying of the scaling by ${idName(setting.id)}`, () => this.notifier.scaled(viewOf(setting.outputs), notice));
  }

  /** Autoscale's own metrics, under the names that Azure gives them. */
  private record(settingId: string, { rules }: AutoscaleEvaluation, capacity: number, at: number): void {
    const { metrics } = this.region;
    metrics.record(settingId, "ObservedCapacity", "", capacity, at);
    for (const { rule, observedValue, threshold } of rules) {
      const { metricName, operator } = rule.metricTrigger;
      const trigger = `${metricName} ${operator} ${threshold}`;
      metrics.record(settingId, "MetricThreshold", trigger, threshold, at);
      if (observedValue !== undefined) {
        metrics.record(settingId, "ObservedMetricValue", trigger, observedValue, at);
      }
    }
  }
}

/** The decision, and what each rule came to, as Azure's AutoscaleEvaluations log has them. */
function describe({ decision, rules, profile }: AutoscaleEvaluation): string {
  const action = decision.kind === "none" ? `does nothing: ${decision.reason}` : `scales ${decision.reason}`;
  const each = rules.map(({ rule, reason }) => `${rule.scaleAction.direction}: ${reason}`).join("; ");
  return `${action}${each === "" ? "" : ` (profile ${profile?.name ?? ""}; ${each})`}`;
}
