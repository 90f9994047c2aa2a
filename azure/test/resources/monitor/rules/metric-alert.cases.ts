import type { TypeCases } from "../../../rules/cases";
import { edits, remove, set, unknown } from "../../../rules/edits";
import { armId, group, regionResource } from "../../../rules/fake-region";
import { scaledSetId } from "../../../rules/valid/autoscale-setting";
import { locationCases } from "./location.cases";
import { alertCriteriaCases } from "./alert-criteria.cases";
import { alertScopeCases, machineType, severalKind, twoMachines } from "./alert-scopes.cases";
import { actionGroup, actionGroupId, dynamicCriteria, metricAlert } from "../../../rules/valid/metric-alert";
import { tagCases } from "../../../rules/tags.cases";
import { metricAlert as metricAlertType } from "../../../../resources/monitor/metric-alert";

const otherSetId = armId("Microsoft.Compute/virtualMachineScaleSets", "other");
const dynamic = edits(set("criteria", dynamicCriteria()), set("evaluationFrequency", "PT5M"));

/** The rules of a metric alert. */
export const metricAlertCases: TypeCases = {
  type: metricAlertType,
  valid: metricAlert,
  rules: [
    {
      rule: "R90-frequency",
      refused: [
        { name: "every 2 minutes", change: set("evaluationFrequency", "PT2M"), at: "evaluationFrequency" },
        { name: "every 6 hours", change: edits(set("evaluationFrequency", "PT6H"), set("windowSize", "PT6H")), at: "evaluationFrequency" },
        { name: "what is no duration", change: set("evaluationFrequency", "1m"), at: "evaluationFrequency" },
      ],
      accepted: [
        { name: "every minute", change: set("evaluationFrequency", "PT1M") },
        { name: "every hour, in minutes", change: edits(set("evaluationFrequency", "PT60M"), set("windowSize", "PT1H")) },
      ],
    },
    {
      rule: "R90-window",
      refused: [
        { name: "10 minutes", change: set("windowSize", "PT10M"), at: "windowSize" },
        { name: "2 days", change: set("windowSize", "P2D"), at: "windowSize" },
      ],
      accepted: [
        { name: "a minute", change: set("windowSize", "PT1M") },
        { name: "a day, in hours", change: edits(set("evaluationFrequency", "PT5M"), set("windowSize", "PT24H")) },
      ],
    },
    {
      rule: "R90-order",
      refused: [{ name: "5 minutes every 15 minutes", change: set("evaluationFrequency", "PT15M"), at: "windowSize" }],
      accepted: [
        { name: "5 minutes every 5 minutes", change: set("evaluationFrequency", "PT5M") },
        { name: "a window that is not known yet", change: edits(set("evaluationFrequency", "PT15M"), unknown("windowSize")) },
      ],
    },
    {
      rule: "R360",
      refused: [
        {
          name: "6 hours every minute",
          change: edits(set("evaluationFrequency", "PT1M"), set("windowSize", "PT6H")),
          at: "evaluationFrequency",
        },
        {
          name: "a day every 60 seconds",
          change: edits(set("evaluationFrequency", "PT60S"), set("windowSize", "P1D")),
          at: "evaluationFrequency",
        },
      ],
      accepted: [
        { name: "6 hours every 5 minutes", change: edits(set("evaluationFrequency", "PT5M"), set("windowSize", "PT6H")) },
        { name: "an hour every minute", change: set("windowSize", "PT1H") },
        { name: "a window that is not known yet", change: unknown("windowSize") },
      ],
    },
    {
      rule: "R90-severity",
      refused: [
        { name: "5", change: set("severity", 5), at: "severity" },
        { name: "-1", change: set("severity", -1), at: "severity" },
        { name: "1.5", change: set("severity", 1.5), at: "severity" },
      ],
      accepted: [
        { name: "0", change: set("severity", 0) },
        { name: "4", change: set("severity", 4) },
      ],
    },
    {
      rule: "R91-dynamic",
      refused: [
        {
          name: "a dynamic threshold for a single resource",
          change: edits(dynamic, set("criteria.odataType", "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria")),
          at: "criteria.allOf[0].criterionType",
        },
      ],
      accepted: [{ name: "a dynamic threshold for several resources", change: dynamic }],
    },
    {
      rule: "R91-dynamic-times",
      refused: [
        { name: "a dynamic threshold every minute", change: edits(dynamic, set("evaluationFrequency", "PT1M")), at: "evaluationFrequency" },
        { name: "a dynamic threshold over 6 hours", change: edits(dynamic, set("windowSize", "PT6H")), at: "windowSize" },
      ],
      accepted: [
        { name: "a dynamic threshold every 5 minutes", change: dynamic },
        { name: "a dynamic threshold over an hour", change: edits(dynamic, set("windowSize", "PT1H")) },
      ],
    },
    {
      rule: "R91-periods",
      refused: [
        {
          name: "5 failing periods of 4",
          change: edits(dynamic, set("criteria", dynamicCriteria(5, 4))),
          at: "criteria.allOf[0].failingPeriods.minFailingPeriodsToAlert",
        },
      ],
      accepted: [{ name: "4 failing periods of 4", change: edits(dynamic, set("criteria", dynamicCriteria(4, 4))) }],
    },
    {
      rule: "R91-scopes",
      refused: [
        {
          name: "two scopes without their type",
          change: edits(twoMachines, set("targetResourceRegion", "westeurope")),
          at: "targetResourceType",
        },
        {
          name: "two scopes without their region",
          change: edits(twoMachines, set("targetResourceType", machineType)),
          at: "targetResourceRegion",
        },
        {
          name: "all of a group without their type",
          change: edits(set("scopes", [group]), set("criteria.odataType", severalKind), set("targetResourceRegion", "westeurope")),
          others: [regionResource("azure-native:resources:ResourceGroup", group, { location: "westeurope" })],
          at: "targetResourceType",
        },
      ],
      accepted: [
        { name: "one scope", change: remove("targetResourceType") },
        {
          name: "two scopes with type and region",
          change: edits(twoMachines, set("targetResourceType", machineType), unknown("targetResourceRegion")),
        },
      ],
    },
    {
      rule: "A-description",
      refused: [{ name: "2049 characters", change: set("description", "a".repeat(2049)), at: "description" }],
      accepted: [{ name: "2048 characters", change: set("description", "a".repeat(2048)) }],
    },
    {
      rule: "R482",
      refused: [
        { name: "the scale set that is watched", change: set("actions[0].actionGroupId", scaledSetId), at: "actions[0].actionGroupId" },
      ],
      accepted: [{ name: "an action group in other letters", change: set("actions[0].actionGroupId", actionGroupId.toUpperCase()) }],
    },
    ...alertScopeCases,
    ...alertCriteriaCases,
    {
      rule: "R99",
      refused: [
        { name: "a percent sign", change: set("ruleName", "cpu-80%"), at: "ruleName" },
        { name: "a blank at the end", change: set("ruleName", "cpu "), at: "ruleName" },
      ],
      accepted: [{ name: "a blank within", change: set("ruleName", "too busy (CPU)") }],
    },
    locationCases,
    {
      rule: "R9-missing",
      refused: [{ name: "a scope that does not exist", change: set("scopes[0]", otherSetId), at: "scopes[0]" }],
      accepted: [{ name: "a scope that is not known yet", change: unknown("scopes[0]") }],
    },
    {
      rule: "R9-action",
      refused: [
        {
          name: "an action group that does not exist",
          change: set("actions[0].actionGroupId", armId("Microsoft.Insights/actionGroups", "gone")),
          at: "actions[0].actionGroupId",
        },
        {
          name: "an action group of another subscription",
          change: set("actions[0].actionGroupId", actionGroupId.replace(/^\/subscriptions\/[^/]+/, "/subscriptions/another")),
          at: "actions[0].actionGroupId",
        },
      ],
      accepted: [{ name: "an action group that is not known yet", change: unknown("actions[0].actionGroupId") }],
    },
    ...tagCases,
  ],
  changes: [
    {
      rule: "C-criteria",
      refused: [{ name: "criteria of the other kind", change: set("criteria.odataType", severalKind), at: "criteria.odataType" }],
      accepted: [{ name: "another threshold", change: set("criteria.allOf[0].threshold", 70) }],
    },
  ],
  surroundings: {
    others: () => [
      regionResource("azure-native:compute:VirtualMachineScaleSet", scaledSetId, {}),
      regionResource("azure-native:monitor:ActionGroup", actionGroupId, actionGroup()),
    ],
  },
};
