import { type DimensionFilter, type MetricAlertRule, type MetricCriterion, operators, timeAggregations } from "./evaluation/model";
import { metrics } from "../metrics/catalogue";
import { readOnce } from "../../../../azure/properties/read-once";
import { type View, viewOf } from "../../../../azure/properties/view";
import { is } from "../../../../azure/rules/lookups";
import { durationInSeconds } from "../../../../azure/facts/duration";

/** The types of criteria, without `Microsoft.Azure.Monitor.`. */
const conditionTypes = [
  "SingleResourceMultipleMetricCriteria",
  "MultipleResourceMultipleMetricCriteria",
  "WebtestLocationAvailabilityCriteria",
] as const;

/** A metric alert as it is declared. */
export interface DeclaredAlert {
  readonly name: string;
  readonly description: string;
  readonly severity: number;
  readonly enabled: boolean;
  readonly windowSize: string;
  /** Empty where the criteria are of none of these types. */
  readonly conditionType: (typeof conditionTypes)[number] | "";
  readonly scopes: readonly string[];
  readonly rule: MetricAlertRule;
  /** Why the region cannot evaluate it; undefined where it can. */
  readonly notEvaluated?: string;
}

/** The dimensions of a metric that the region knows the values of. */
const knownDimensions = ["vmname"];

/** Azure's defaults for what an alert leaves open (https://learn.microsoft.com/rest/api/monitor/metric-alerts/create-or-update). */
const defaultSeverity = 3;

/** Reads a metric alert's properties. */
export const readAlert = readOnce((properties): DeclaredAlert => {
  const alert = viewOf(properties);
  const windowSize = alert.text("windowSize") ?? "PT5M";
  const criteria = alert.list("criteria.allOf");
  const notEvaluated = whyNotEvaluated(alert);
  return {
    name: alert.text("name") ?? "",
    description: alert.text("description") ?? "",
    severity: alert.number("severity") ?? defaultSeverity,
    enabled: alert.flag("enabled") ?? true,
    windowSize,
    conditionType: conditionTypes.find((type) => is(alert.at("criteria.odataType"), `Microsoft.Azure.Monitor.${type}`)) ?? "",
    scopes: alert.texts("scopes"),
    rule: {
      windowSeconds: durationInSeconds(windowSize),
      frequencySeconds: durationInSeconds(alert.text("evaluationFrequency") ?? "PT1M"),
      autoMitigate: alert.flag("autoMitigate") ?? true,
      criteria: criteria.map(readCriterion),
    },
    ...(notEvaluated !== undefined && { notEvaluated }),
  };
});

function readCriterion(criterion: View): MetricCriterion {
  const namespace = criterion.text("metricNamespace");
  return {
    name: criterion.text("name") ?? "",
    metricName: criterion.text("metricName") ?? "",
    ...(namespace !== undefined && { metricNamespace: namespace }),
    operator: criterion.choice(operators, "operator") ?? "Equals",
    threshold: criterion.number("threshold") ?? 0,
    timeAggregation: criterion.choice(timeAggregations, "timeAggregation") ?? "Average",
    dimensions: criterion.list("dimensions").map((dimension): DimensionFilter => ({
      name: dimension.text("name") ?? "",
      excludes: is(dimension.at("operator"), "Exclude"),
      values: dimension.texts("values"),
    })),
  };
}

function whyNotEvaluated(alert: View): string | undefined {
  const criteria = alert.list("criteria.allOf");
  if (criteria.length === 0) {
    return "it has no metric criteria";
  }
  for (const criterion of criteria) {
    const metric = criterion.text("metricName") ?? "";
    if (is(criterion.at("criterionType"), "DynamicThresholdCriterion")) {
      return `${criterion.property} has a dynamic threshold, which Azure learns over days`;
    }
    if (!metrics.some(({ name }) => name.toLowerCase() === metric.toLowerCase())) {
      return `${criterion.property}.metricName is ${metric}, which the region does not measure`;
    }
    const dimension = criterion.list("dimensions").find((one) => !knownDimensions.includes((one.text("name") ?? "").toLowerCase()));
    if (dimension) {
      return `${dimension.property}.name is ${dimension.text("name")}; the region tells apart VMName only`;
    }
  }
  return undefined;
}
