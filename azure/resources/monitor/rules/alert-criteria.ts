import { armTypeOf } from "../../../arm/id";
import { dimensionsOf, hasNoMetrics, isGuestCounter, meteredType, type MeteredType } from "../../../facts/metrics";
import type { View } from "../../../properties/view";
import { is, isEmpty, isOneOf, repeated, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { scopeTypes } from "./alert-scopes";

const samples = "https://learn.microsoft.com/azure/azure-monitor/alerts/resource-manager-alerts-metric";
const manyResources = "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types";
const azurermAlert =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/monitor/monitor_metric_alert_resource.go";

const dimensionOperators = ["Include", "Exclude", "StartsWith"];

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "documented", source: samples, severity: "error" } as const;

/** The conditions of a metric alert, and the metrics that they are about. */
export const alertCriteriaRules: Rule[] = [
  {
    id: "R236",
    title: "The namespace of a metric is the type of the resource that is watched",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/2470",
    severity: "error",
    allowed: "the type of the scopes",
    *check(alert) {
      const type = typeOfScopes(alert);
      for (const criterion of type === undefined ? [] : criteria(alert)) {
        const namespace = criterion.at("metricNamespace");
        // Only Azure's own namespaces begin like this; others are of agents and applications.
        if (/^Microsoft\./i.test(namespace.text() ?? "") && !sameText(namespace.text(), type) && !skipsValidation(criterion)) {
          yield { at: namespace, allowed: `${type}, the type of what the alert watches` };
        }
      }
    },
  },
  {
    id: "R237",
    title: "A metric alert is about a metric that the resource has",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/22210",
    severity: "error",
    allowed: "a metric of the resource; or skipMetricValidation true for one that is yet to come",
    *check(alert) {
      for (const { criterion, type } of platformCriteria(alert)) {
        const metric = criterion.at("metricName");
        const name = metric.text();
        if (name !== undefined && !isGuestCounter(name) && dimensionsOf(type, name) === undefined) {
          yield { at: metric, because: `${type.armType} has no metric of this name` };
        }
      }
    },
  },
  {
    id: "R483",
    title: "A metric alert watches what Azure Monitor measures",
    code: "ResourceNotFound",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/14084",
    severity: "error",
    allowed: "a resource of a type that has metrics",
    *check(alert) {
      // Applications can send metrics about any resource, in a namespace of their own.
      if (criteria(alert).some((criterion) => isOfAzure(criterion) && !skipsValidation(criterion))) {
        for (const scope of alert.list("scopes")) {
          const type = armTypeOf(scope.text() ?? "");
          if (type !== undefined && hasNoMetrics(type)) {
            yield { at: scope, because: `${type} is no type that Azure Monitor has metrics of` };
          }
        }
      }
    },
  },
  {
    ...documented,
    id: "R238",
    title: "A criterion looks at dimensions that the metric has",
    grade: "assumed",
    source: "https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index",
    allowed: "a dimension of the metric",
    *check(alert) {
      for (const { criterion, type } of platformCriteria(alert)) {
        const metric = criterion.text("metricName") ?? "";
        const known = dimensionsOf(type, metric);
        for (const dimension of known === undefined ? [] : criterion.list("dimensions").map((place) => place.at("name"))) {
          if (dimension.text() !== undefined && !known?.some((name) => sameText(name, dimension.text()))) {
            yield { at: dimension, allowed: known?.length ? known.join(", ") : `none; ${metric} has no dimensions` };
          }
        }
      }
    },
  },
  {
    ...documented,
    id: "R239-dimension",
    title: "A dimension is included or excluded by some of its values, or by how they begin",
    source: azurermAlert,
    grade: "source",
    allowed: "Include, Exclude or StartsWith, with at least one value",
    *check(alert) {
      for (const dimension of criteria(alert).flatMap((criterion) => criterion.list("dimensions"))) {
        const operator = dimension.at("operator");
        if (operator.text() !== undefined && !isOneOf(operator, dimensionOperators)) {
          yield { at: operator, allowed: "Include, Exclude or StartsWith" };
        }
        const values = dimension.at("values");
        if (values.given && isEmpty(values)) {
          yield { at: values, allowed: "at least one value, or * for all" };
        }
      }
    },
  },
  {
    ...documented,
    id: "R239-values",
    title: "With several criteria, each dimension has one value",
    source: "https://github.com/Azure/azure-cli/pull/13469",
    grade: "source",
    allowed: "one value, as the alert has several criteria",
    *check(alert) {
      const all = criteria(alert);
      yield* (all.length > 1 ? all : [])
        .flatMap((criterion) => criterion.list("dimensions"))
        .map((dimension) => dimension.at("values"))
        .filter((values) => values.list().length > 1);
    },
  },
  {
    ...documented,
    id: "R239",
    title: "A metric alert has 1 to 5 criteria, and one only where its threshold is learnt",
    source: manyResources,
    allowed: "1 to 5 criteria",
    *check(alert) {
      const list = alert.at("criteria.allOf");
      const all = criteria(alert);
      const isDynamic = all.some((criterion) => is(criterion.at("criterionType"), "DynamicThresholdCriterion"));
      if (Array.isArray(list.value) && (all.length === 0 || all.length > 5)) {
        yield list;
      } else if (isDynamic && all.length > 1) {
        yield { at: list, allowed: "one criterion, as its threshold is dynamic" };
      }
    },
  },
  {
    ...documented,
    id: "R239-names",
    title: "The criteria of a metric alert have different names",
    grade: "assumed",
    allowed: "a name that no other criterion has",
    *check(alert) {
      yield* repeated(criteria(alert), (criterion) => criterion.text("name")).map((criterion) => criterion.at("name"));
    },
  },
];

function criteria(alert: View): View[] {
  return alert.list("criteria.allOf");
}

function isOfAzure(criterion: View): boolean {
  const namespace = criterion.at("metricNamespace");
  return isEmpty(namespace) || /^Microsoft\./i.test(namespace.text() ?? "");
}

function typeOfScopes(alert: View): string | undefined {
  const [type, ...others] = scopeTypes(alert);
  return others.length === 0 && alert.list("scopes").every((scope) => !scope.unknown) ? type : undefined;
}

/** The criteria about metrics that Azure measures itself, where the table has them all. */
function platformCriteria(alert: View): { criterion: View; type: MeteredType }[] {
  const type = meteredType(typeOfScopes(alert) ?? "");
  return type === undefined
    ? []
    : criteria(alert)
        .filter((criterion) => !skipsValidation(criterion))
        .filter(({ value }) => value !== undefined)
        .filter((criterion) => isEmpty(criterion.at("metricNamespace")) || sameText(criterion.text("metricNamespace"), type.armType))
        .map((criterion) => ({ criterion, type }));
}

function skipsValidation(criterion: View): boolean {
  const skips = criterion.at("skipMetricValidation");
  return skips.unknown || skips.flag() === true;
}
