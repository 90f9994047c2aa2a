import { profileCases } from "./profiles.cases";
import { metricCases } from "./metrics.cases";
import { recurrenceCases } from "./recurrences.cases";
import { scaleRuleCases } from "./scale-rules.cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import type { RuleCases, TypeCases } from "../../../rules/cases";
import { tagCases } from "../../../rules/tags.cases";
import { autoscaleSetting, scaledSetId } from "../../../rules/valid/autoscale-setting";
import { autoscaleSetting as autoscaleSettingType } from "../../../../resources/autoscale/autoscale-setting";

const otherSetId = armId("Microsoft.Compute/virtualMachineScaleSets", "other");
const balancerId = armId("Microsoft.Network/loadBalancers", "web");
const servicePlanId = armId("Microsoft.Web/serverfarms", "plan");
const settingId = armId("Microsoft.Insights/autoscalesettings", "web-autoscale");

function rivalFor(target: string) {
  const id = armId("Microsoft.Insights/autoscalesettings", "rival");
  return [regionResource("azure-native:monitor:AutoscaleSetting", id, { ...autoscaleSetting(), targetResourceUri: target })];
}

const forecast = set("predictiveAutoscalePolicy", { scaleMode: "ForecastOnly", scaleLookAheadTime: "PT10M" });

const settingCases: RuleCases[] = [
  {
    rule: "R323",
    refused: [
      {
        name: "a name alone",
        change: set("notifications[0].email.customEmails[0]", "operations"),
        at: "notifications[0].email.customEmails[0]",
      },
      {
        name: "a webhook without http",
        change: set("notifications[0].webhooks", [{ serviceUri: "hooks.contoso.com/scaling" }]),
        at: "notifications[0].webhooks[0].serviceUri",
      },
    ],
    accepted: [
      { name: "a whole address", change: set("notifications[0].webhooks", [{ serviceUri: "https://hooks.contoso.com/scaling" }]) },
    ],
  },
  {
    rule: "R471",
    refused: ["sendToSubscriptionAdministrator", "sendToSubscriptionCoAdministrators"].map((whom) => ({
      name: `${whom}, true`,
      change: set(`notifications[0].email.${whom}`, true),
      at: `notifications[0].email.${whom}`,
    })),
    accepted: [{ name: "neither", change: set("notifications[0].email.sendToSubscriptionAdministrator", false) }],
  },
  {
    rule: "R324",
    refused: [
      {
        name: "a load balancer",
        change: set("targetResourceUri", balancerId),
        others: [regionResource("azure-native:network:LoadBalancer", balancerId, {})],
        at: "targetResourceUri",
      },
    ],
    accepted: [{ name: "an App Service plan", change: set("targetResourceUri", servicePlanId) }],
  },
  {
    rule: "R83-target",
    refused: [{ name: "no target", change: remove("targetResourceUri"), at: "targetResourceUri" }],
    accepted: [{ name: "a target that is not known yet", change: unknown("targetResourceUri") }],
  },
  {
    rule: "R99",
    refused: [{ name: "a colon", change: set("autoscaleSettingName", "web:autoscale"), at: "autoscaleSettingName" }],
    accepted: [{ name: "a blank within", change: set("autoscaleSettingName", "web autoscale") }],
  },
  {
    rule: "R83",
    refused: [
      { name: "a second setting for one scale set", change: nothing, others: rivalFor(scaledSetId.toUpperCase()), at: "targetResourceUri" },
    ],
    accepted: [{ name: "a second setting for another scale set", change: nothing, others: rivalFor(otherSetId) }],
  },
  {
    rule: "R87-ahead",
    refused: [
      {
        name: "59 seconds",
        change: edits(forecast, set("predictiveAutoscalePolicy.scaleLookAheadTime", "PT59S")),
        at: "predictiveAutoscalePolicy.scaleLookAheadTime",
      },
      {
        name: "61 minutes",
        change: edits(forecast, set("predictiveAutoscalePolicy.scaleLookAheadTime", "PT61M")),
        at: "predictiveAutoscalePolicy.scaleLookAheadTime",
      },
    ],
    accepted: [
      { name: "1 minute", change: edits(forecast, set("predictiveAutoscalePolicy.scaleLookAheadTime", "PT1M")) },
      { name: "an hour", change: edits(forecast, set("predictiveAutoscalePolicy.scaleLookAheadTime", "PT1H")) },
    ],
  },
  {
    rule: "R87-metric",
    refused: [
      {
        name: "a forecast without rules",
        change: edits(forecast, set("profiles[0].rules", [])),
        at: "predictiveAutoscalePolicy.scaleMode",
      },
      {
        name: "prediction from the maximum of CPU",
        change: edits(
          forecast,
          set("predictiveAutoscalePolicy.scaleMode", "Enabled"),
          set("profiles[0].rules[0].metricTrigger.statistic", "Max"),
        ),
        at: "predictiveAutoscalePolicy.scaleMode",
      },
    ],
    accepted: [
      { name: "a forecast with a scale-out rule on CPU", change: forecast },
      {
        name: "no prediction and no rules",
        change: edits(set("predictiveAutoscalePolicy.scaleMode", "Disabled"), set("profiles[0].rules", [])),
      },
      { name: "rules that are not known yet", change: edits(forecast, unknown("profiles[0].rules")) },
    ],
  },
  {
    rule: "R87-target",
    refused: [
      {
        name: "a forecast for a service plan",
        change: edits(forecast, set("targetResourceUri", servicePlanId)),
        at: "predictiveAutoscalePolicy.scaleMode",
      },
    ],
    accepted: [{ name: "a service plan without a forecast", change: set("targetResourceUri", servicePlanId) }],
  },
  {
    rule: "R89",
    refused: [
      { name: "a notification to nobody", change: set("notifications", [{ operation: "Scale" }]), at: "notifications[0]" },
      { name: "an empty list of webhooks", change: set("notifications", [{ operation: "Scale", webhooks: [] }]), at: "notifications[0]" },
    ],
    accepted: [
      { name: "a webhook", change: set("notifications", [{ operation: "Scale", webhooks: [{ serviceUri: "https://example.com/hook" }] }]) },
      { name: "no notifications", change: remove("notifications") },
    ],
  },
  {
    rule: "T8",
    refused: [
      { name: "a setting that does not say whether it is enabled", change: remove("enabled"), at: "enabled" },
      { name: "a setting that is not enabled", change: set("enabled", false), at: "enabled" },
    ],
    accepted: [{ name: "a switch that is not known yet", change: unknown("enabled") }],
  },
  {
    rule: "R9-missing",
    refused: [
      { name: "a target that does not exist", change: set("targetResourceUri", otherSetId), at: "targetResourceUri" },
      {
        name: "a metric of what does not exist",
        change: set("profiles[0].rules[0].metricTrigger.metricResourceUri", otherSetId),
        at: "profiles[0].rules[0].metricTrigger.metricResourceUri",
      },
    ],
    accepted: [{ name: "the target in other letters", change: set("targetResourceUri", scaledSetId.toUpperCase()) }],
  },
];

/** The rules and refused changes of an autoscale setting. */
export const autoscaleSettingCases: TypeCases = {
  type: autoscaleSettingType,
  valid: autoscaleSetting,
  rules: [...settingCases, ...profileCases, ...recurrenceCases, ...scaleRuleCases, ...metricCases, ...tagCases],
  changes: [
    {
      rule: "C-target",
      refused: [{ name: "another target", change: set("targetResourceUri", otherSetId), at: "targetResourceUri" }],
      accepted: [
        { name: "the same target in other letters", change: set("targetResourceUri", scaledSetId.toLowerCase()) },
        { name: "a target that is not known yet", change: unknown("targetResourceUri") },
      ],
    },
  ],
  surroundings: {
    self: settingId,
    others: () => [
      regionResource("azure-native:compute:VirtualMachineScaleSet", scaledSetId, {}),
      regionResource("azure-native:test:ServicePlan", servicePlanId, {}),
    ],
  },
};
