import * as path from "node:path";
import { idKey, idName } from "../../../../azure/arm/id";
import { evaluateAlert } from "./evaluation/evaluate";
import { type AlertState, newAlertState } from "./evaluation/model";
import { type EvaluatedSeries, seriesOf } from "./evaluation/series";
import type { Notifier } from "./notifications/notifier";
import type { AlertNotice } from "./notifications/notice";
import { type View, viewOf } from "../../../../azure/properties/view";
import { metricAlert } from "../../../../azure/resources/monitor/metric-alert";
import type { RegionContext } from "../../context";
import type { Resource } from "../../store/resource";
import { type DeclaredAlert, readAlert } from "./alert-rule";
import { holding, mapOf } from "../../foundation/kept-file";
import { StateFile } from "../../foundation/state-file";

/** What the region remembers of one time series of an alert. */
interface SeriesMemory {
  readonly state: AlertState;
  /** Azure's id of the alert that is fired, or was last. */
  readonly alertId?: string;
}

/** What the region remembers of an alert rule. */
interface AlertMemory {
  /** When it was last evaluated, in region milliseconds. */
  readonly evaluatedAt: number;
  /** Why it is not evaluated, once that was told. */
  readonly told?: string;
  /** By resource and dimension values. */
  readonly series: Readonly<Record<string, SeriesMemory>>;
}

const asSeries = mapOf(holding<SeriesMemory>("state of an alert", { state: (value) => typeof value === "object" && value !== null }));
const asMemory = holding<AlertMemory>("state of alerts", {
  evaluatedAt: Number.isFinite,
  series: (value) => asSeries(value) !== undefined,
});

/** A moment of one alert's evaluation. */
interface Evaluation {
  readonly resource: Resource;
  readonly alert: DeclaredAlert;
  /** A multiple of the frequency; the window ends before it. */
  readonly at: number;
}

/**
 * Evaluates the metric alerts of a region whenever one is due, and notifies the action groups of those that fire or are resolved. What it
 * remembers outlives the daemon, so that a fired alert does not fire again.
 */
export class AlertWatch {
  /** By the alert's id in lower case. */
  private readonly file: StateFile<Record<string, AlertMemory>>;

  constructor(
    private readonly region: RegionContext,
    private readonly notifier: Pick<Notifier, "alert">,
  ) {
    this.file = new StateFile(region.computer, region.events, path.join(region.folder, "alerts.json"), {}, mapOf(asMemory));
  }

  /**
   * Evaluates what is due; to be called once in a region minute at least. Of evaluations that were missed only the last is made.
   * @param now Region milliseconds.
   */
  evaluate(now: number): void {
    const declared = this.region.store.all().filter(({ type }) => type === metricAlert.token);
    this.file.write(Object.fromEntries(declared.map((resource) => [idKey(resource.id), this.memoryAfter(resource, now)])));
  }

  private memoryAfter(resource: Resource, now: number): AlertMemory {
    const before = this.file.content[idKey(resource.id)] ?? { evaluatedAt: 0, series: {} };
    const alert = readAlert(resource.outputs);
    const { notEvaluated, rule } = alert;
    if (notEvaluated !== undefined) {
      if (before.told !== notEvaluated) {
        this.region.events.add(alert.name, `the alert is not evaluated: ${notEvaluated}`);
      }
      return { evaluatedAt: before.evaluatedAt, told: notEvaluated, series: {} };
    }
    const at = Math.floor(now / (rule.frequencySeconds * 1000)) * rule.frequencySeconds * 1000;
    if (!alert.enabled || at <= before.evaluatedAt) {
      return alert.enabled ? before : { evaluatedAt: before.evaluatedAt, series: {} };
    }
    const series = alert.scopes.flatMap((scope) => this.evaluateScope({ resource, alert, at }, scope, before.series));
    // What is fired stays so while it has no data; of anything else without data there is nothing to remember.
    const fired = Object.entries(before.series).filter(([, { state }]) => state.firedAt !== undefined);
    return { evaluatedAt: at, series: Object.fromEntries([...fired, ...series]) };
  }

  /** Evaluates an alert for one of its resources: each has a state of its own, as on Azure. */
  private evaluateScope(evaluation: Evaluation, scope: string, before: AlertMemory["series"]): [key: string, memory: SeriesMemory][] {
    const { rule } = evaluation.alert;
    const from = evaluation.at - rule.windowSeconds * 1000;
    const grains = rule.criteria.map(({ metricName }) =>
      this.region.metrics.grains(scope, metricName, from, evaluation.at).map((grain) => ({ ...grain, dimensions: { VMName: grain.part } })),
    );
    return seriesOf(rule.criteria, grains).map((series) => {
      const key = JSON.stringify([idKey(scope), series.dimensions]);
      return [key, this.evaluateSeries(evaluation, scope, series, before[key] ?? { state: newAlertState })];
    });
  }

  private evaluateSeries(evaluation: Evaluation, scope: string, series: EvaluatedSeries, memory: SeriesMemory): SeriesMemory {
    const { alert, at } = evaluation;
    const { outcome, reason, state } = evaluateAlert(alert.rule, series.values, memory.state, at);
    if (outcome === "unchanged") {
      return { ...memory, state };
    }
    const alertId = outcome === "fired" || memory.alertId === undefined ? this.region.computer.newUuid() : memory.alertId;
    this.region.events.add(alert.name, `the alert ${outcome === "fired" ? "fires" : "is resolved"}: ${reason}`);
    const firedAt = state.firedAt ?? memory.state.firedAt ?? at;
    this.notify(evaluation, {
      condition: outcome === "fired" ? "Fired" : "Resolved",
      alertId,
      targetId: scope,
      dimensions: series.dimensions,
      values: series.values,
      reason,
      ...this.times(evaluation, firedAt, outcome === "resolved"),
    });
    return { state, alertId };
  }

  private times({ alert, at }: Evaluation, firedAt: number, isResolved: boolean) {
    const { clock } = this.region;
    return {
      firedAt: clock.toDate(firedAt),
      ...(isResolved && { resolvedAt: clock.toDate(at) }),
      windowStart: clock.toDate(at - alert.rule.windowSeconds * 1000),
      windowEnd: clock.toDate(at),
    };
  }

  private notify({ resource, alert }: Evaluation, notice: Omit<AlertNotice, "rule">): void {
    const { name, description, severity, windowSize, conditionType, rule } = alert;
    const whole = { ...notice, rule: { id: resource.id, name, description, severity, windowSize, conditionType, criteria: rule.criteria } };
    for (const action of viewOf(resource.outputs).list("actions")) {
      const group = this.region.store.find(action.text("actionGroupId") ?? "");
      if (group) {
        void this.region.tasks.once(`notifying ${idName(group.id)} of ${name}`, () =>
          this.notifier.alert(viewOf(group.outputs), whole, customProperties(action)),
        );
      }
    }
  }
}

function customProperties(action: View): Record<string, string> | undefined {
  const entries = action
    .entries("webHookProperties")
    .flatMap(([name, value]) => (value.text() === undefined ? [] : [[name, value.text()]]));
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Record<string, string>);
}
