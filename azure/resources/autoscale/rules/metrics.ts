import { armTypeOf } from "../../../arm/id";
import { dimensionsOf, hasNoMetrics, isGuestCounter, meteredType } from "../../../facts/metrics";
import { sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { scaleRules } from "./model";

/** The metrics that the rules of an autoscale setting look at. */
export const metricRules: Rule[] = [
  {
    id: "R232",
    title: "A rule looks at a metric that the resource has",
    code: "UnsupportedMetric",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/25986",
    severity: "error",
    allowed: "a metric of the resource",
    *check(setting) {
      for (const { trigger } of scaleRules(setting)) {
        const armType = armTypeOf(trigger.text("metricResourceUri") ?? "") ?? "";
        const type = meteredType(armType);
        const namespace = trigger.at("metricNamespace");
        const metric = trigger.at("metricName");
        // What a guest agent or an application measures has a namespace of its own.
        const isPlatform = namespace.absent || namespace.value === "" || sameText(namespace.text(), armType);
        const name = metric.text();
        if (!isPlatform || name === undefined || isGuestCounter(name)) {
          continue;
        }
        if (type !== undefined && dimensionsOf(type, name) === undefined) {
          yield { at: metric, allowed: `a metric of ${type.armType}, such as ${[...type.metrics.keys()][0]}` };
        } else if (hasNoMetrics(armType)) {
          yield { at: metric, allowed: "a metric of another resource", because: `${armType} is no type that Azure Monitor has metrics of` };
        }
      }
    },
  },
];
