import { durationInSeconds, parseDuration } from "../../../facts/duration";
import { alertCriteriaRules } from "./alert-criteria";
import { alertScopeRules, holdsResources, isForOneResource } from "./alert-scopes";
import { descriptionFits, tellsActionGroups, tellsFewGroups } from "./alerts";
import { locationIsGlobal } from "./location";
import { is, isEmpty, outside, sameText } from "../../../rules/lookups";
import type { ChangeRule, Rule } from "../../../rules/rule";
import type { View } from "../../../properties/view";

const samples = "https://learn.microsoft.com/azure/azure-monitor/alerts/resource-manager-alerts-metric";
const api = "https://learn.microsoft.com/rest/api/monitor/metric-alerts/create-or-update";
const frequencies = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H"];
const windows = [...frequencies, "PT6H", "PT12H", "P1D"];
const longWindowFrequencies = frequencies.filter((frequency) => frequency !== "PT1M");
const longestWindowEachMinute = durationInSeconds("PT4H");
const dynamicDurations = ["PT5M", "PT15M", "PT30M", "PT1H"];

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "documented", source: samples, severity: "error" } as const;

/** What Azure refuses in a `azure-native:monitor:MetricAlert`. */
export const metricAlertRules: Rule[] = [
  {
    ...documented,
    id: "R90-frequency",
    title: "An alert is evaluated every 1, 5, 15, 30 or 60 minutes",
    allowed: frequencies.join(", "),
    *check(alert) {
      if (isOther(alert.at("evaluationFrequency"), frequencies)) {
        yield alert.at("evaluationFrequency");
      }
    },
  },
  {
    ...documented,
    id: "R90-window",
    title: "An alert looks at the last 1, 5, 15, 30 or 60 minutes, at 6, 12 or 24 hours",
    allowed: windows.join(", "),
    *check(alert) {
      if (isOther(alert.at("windowSize"), windows)) {
        yield alert.at("windowSize");
      }
    },
  },
  {
    ...documented,
    id: "R90-order",
    title: "The window of an alert is as long as the time between two evaluations, or longer",
    grade: "source",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/monitor_metric_alert.html.markdown",
    allowed: "evaluationFrequency or longer",
    *check(alert) {
      const [frequency, window] = ["evaluationFrequency", "windowSize"].map((name) => parseDuration(alert.text(name) ?? ""));
      // What no alert takes at all is reported already.
      const isTaken = !isOther(alert.at("evaluationFrequency"), frequencies) && !isOther(alert.at("windowSize"), windows);
      if (isTaken && frequency !== undefined && window !== undefined && window < frequency) {
        yield { at: alert.at("windowSize"), allowed: `${alert.text("evaluationFrequency")} or longer` };
      }
    },
  },
  {
    id: "R360",
    title: "An alert that looks at more than four hours is evaluated every five minutes or less often",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/DFE-Digital/publish-teacher-training/pull/4368",
    severity: "error",
    allowed: longWindowFrequencies.join(", "),
    because: "windowSize is more than 4 hours",
    *check(alert) {
      const frequency = alert.at("evaluationFrequency");
      const window = parseDuration(alert.text("windowSize") ?? "");
      // What no alert takes at all is reported already.
      const isTaken = !isOther(frequency, frequencies) && !isOther(alert.at("windowSize"), windows);
      if (isTaken && window !== undefined && window > longestWindowEachMinute && isOther(frequency, longWindowFrequencies)) {
        yield frequency;
      }
    },
  },
  {
    ...documented,
    id: "R90-severity",
    title: "The severity of an alert is a whole number from 0, the worst, to 4",
    allowed: "0, 1, 2, 3, 4",
    *check(alert) {
      const severity = alert.number("severity");
      if (severity !== undefined && (outside(alert.at("severity"), 0, 4) || !Number.isInteger(severity))) {
        yield alert.at("severity");
      }
    },
  },
  {
    ...documented,
    id: "R91-dynamic",
    title: "Dynamic thresholds are for criteria of the kind for several resources",
    source: api,
    allowed: "StaticThresholdCriterion, or the odataType Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria",
    *check(alert) {
      if (isForOneResource(alert)) {
        yield* dynamicCriteria(alert).map((criterion) => criterion.at("criterionType"));
      }
    },
  },
  {
    ...documented,
    id: "R91-dynamic-times",
    title: "An alert with a dynamic threshold looks at, and is evaluated every, 5 to 60 minutes",
    allowed: dynamicDurations.join(", "),
    because: "a criterion has a dynamic threshold",
    *check(alert) {
      if (dynamicCriteria(alert).length > 0) {
        const times = [alert.at("evaluationFrequency"), alert.at("windowSize")];
        // What no alert takes at all is reported already.
        yield* times.filter((time) => isOther(time, dynamicDurations) && !isOther(time, windows));
      }
    },
  },
  {
    ...documented,
    id: "R91-periods",
    title: "A dynamic threshold asks for no more failing periods than it looks at",
    allowed: "numberOfEvaluationPeriods or less",
    *check(alert) {
      for (const criterion of dynamicCriteria(alert)) {
        const periods = criterion.number("failingPeriods.numberOfEvaluationPeriods");
        const failing = criterion.at("failingPeriods.minFailingPeriodsToAlert");
        if (periods !== undefined && outside(failing, -Infinity, periods)) {
          yield { at: failing, allowed: `at most ${periods}` };
        }
      }
    },
  },
  {
    ...documented,
    id: "R91-scopes",
    title: "An alert on several resources, or on all of a group or a subscription, says of which type and in which region they are",
    source: api,
    allowed: "a value; the alert has several scopes, or one of many resources",
    *check(alert) {
      const watchesSeveral = alert.list("scopes").length > 1 || alert.texts("scopes").some(holdsResources);
      // Criteria for one resource watch no more, whatever else is said.
      if (watchesSeveral && !isForOneResource(alert)) {
        yield* [alert.at("targetResourceType"), alert.at("targetResourceRegion")].filter(isEmpty);
      }
    },
  },
  ...alertScopeRules,
  ...alertCriteriaRules,
  descriptionFits,
  tellsFewGroups("actions"),
  tellsActionGroups("actions", { grade: "observed" }),
  locationIsGlobal,
];

/** What Azure refuses to change of a metric alert. */
export const metricAlertChanges: ChangeRule[] = [
  {
    id: "C-criteria",
    title: "The criteria of a metric alert stay of the kind that it was created with",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/7910",
    severity: "error",
    allowed: "the odataType that the alert was created with",
    fix: 'let the change replace the alert with replaceOnChanges: ["criteria.odataType"]',
    *check(before, after) {
      const [old, wanted] = [before, after].map((alert) => alert.at("criteria.odataType"));
      if (old.text() !== undefined && wanted.text() !== undefined && !sameText(old.text(), wanted.text())) {
        yield { at: wanted, allowed: old.text() };
      }
    },
  },
];

function isOther(duration: View, choices: readonly string[]): boolean {
  const text = duration.text();
  const seconds = parseDuration(text ?? "");
  return text !== undefined && !choices.some((choice) => parseDuration(choice) === seconds);
}

function dynamicCriteria(alert: View): View[] {
  return alert.list("criteria.allOf").filter((criterion) => is(criterion.at("criterionType"), "DynamicThresholdCriterion"));
}
