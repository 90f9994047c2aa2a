import { armTypeOf } from "../../../arm/id";
import { isEmailAddress, isWebAddress } from "../../../facts/addresses";
import { lookAheadLimits } from "../../../facts/autoscale-limits";
import { limitsText } from "../../../facts/limits";
import { scaleRules } from "./model";
import { metricRules } from "./metrics";
import { profileRules } from "./profiles";
import { recurrenceRules } from "./recurrences";
import { scaleRuleRules } from "./scale-rules";
import { durationOutside } from "../../../rules/duration";
import { doesNotFit, is, isEmpty, sameId } from "../../../rules/lookups";
import type { ChangeRule, Rule } from "../../../rules/rule";
import type { View } from "../../../properties/view";

const predictivePage = "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-predictive";
const azurermSetting =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/monitor/monitor_autoscale_setting_resource.go";

/** What Azure refuses in a `azure-native:monitor:AutoscaleSetting`. */
export const autoscaleSettingRules: Rule[] = [
  {
    id: "R83-target",
    title: "An autoscale setting names what it scales",
    code: "UnsupportedRequestContent",
    grade: "observed",
    source: "https://github.com/Azure/azure-sdk-for-net/issues/43948",
    severity: "error",
    allowed: "the id of a scale set",
    *check(setting) {
      if (isEmpty(setting.at("targetResourceUri"))) {
        yield setting.at("targetResourceUri");
      }
    },
  },
  {
    id: "R83",
    title: "A resource has one autoscale setting",
    code: "Conflict",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-understanding-settings",
    severity: "error",
    allowed: "a resource that no other autoscale setting scales",
    *check(setting, region) {
      const target = setting.text("targetResourceUri");
      const others = region.all("azure-native:monitor:AutoscaleSetting");
      const rival = others.find(({ properties }) => sameId(properties.text("targetResourceUri") ?? "", target ?? ""));
      // As long as the setting has no id, it cannot be told from the others.
      if (region.self !== undefined && target !== undefined && rival) {
        yield { at: setting.at("targetResourceUri"), because: `${rival.id} scales it already` };
      }
    },
  },
  ...profileRules,
  ...recurrenceRules,
  ...scaleRuleRules,
  ...metricRules,
  {
    id: "R87-ahead",
    title: "Predictive autoscale looks 1 to 60 minutes ahead",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update",
    severity: "error",
    allowed: limitsText(lookAheadLimits),
    *check(setting) {
      const ahead = setting.at("predictiveAutoscalePolicy.scaleLookAheadTime");
      if (durationOutside(ahead, lookAheadLimits)) {
        yield ahead;
      }
    },
  },
  {
    id: "R87-metric",
    title: "Predictive autoscale needs a rule that scales out on the average of Percentage CPU",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: predictivePage,
    severity: "error",
    allowed: "Disabled, or a scale-out rule on Percentage CPU with statistic Average",
    *check(setting) {
      if (
        predicts(setting) &&
        knowsItsRules(setting) &&
        !scaleRules(setting).some(({ trigger, action }) => isCpuScaleOut(trigger, action))
      ) {
        yield setting.at("predictiveAutoscalePolicy.scaleMode");
      }
    },
  },
  {
    id: "R87-target",
    title: "Predictive autoscale is for scale sets",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: predictivePage,
    severity: "error",
    allowed: "Disabled for anything but a scale set",
    *check(setting) {
      const target = setting.text("targetResourceUri");
      if (predicts(setting) && target && !/\/Microsoft\.Compute\/virtualMachineScaleSets\//i.test(target)) {
        yield setting.at("predictiveAutoscalePolicy.scaleMode");
      }
    },
  },
  {
    id: "R89",
    title: "A notification goes to an e-mail address or a webhook",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "source",
    source: azurermSetting,
    severity: "error",
    allowed: "an object with email or webhooks",
    *check(setting) {
      yield* setting
        .list("notifications")
        .filter((target) => !target.unknown && target.at("email").absent && isEmpty(target.at("webhooks")));
    },
  },
  {
    id: "R323",
    title: "Those that autoscale tells have whole addresses",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-webhook-email",
    severity: "error",
    allowed: "an e-mail address",
    *check(setting) {
      for (const target of setting.list("notifications")) {
        yield* target.list("email.customEmails").filter((address) => doesNotFit(address, isEmailAddress));
        for (const address of target.list("webhooks").map((webhook) => webhook.at("serviceUri"))) {
          if (doesNotFit(address, isWebAddress)) {
            yield { at: address, allowed: "an address such as https://hooks.contoso.com/scaling" };
          }
        }
      }
    },
  },
  {
    id: "R471",
    title: "Autoscale tells no administrators of the subscription, of which there are none any more",
    code: "SendEmailsToAdminCoAdminsNotSupported",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/26306",
    severity: "error",
    allowed: "false; addresses stand in customEmails",
    because: "classic administrators have gone from Azure",
    *check(setting) {
      for (const email of setting.list("notifications").map((target) => target.at("email"))) {
        const administrators = [email.at("sendToSubscriptionAdministrator"), email.at("sendToSubscriptionCoAdministrators")];
        yield* administrators.filter((them) => them.flag() === true);
      }
    },
  },
  {
    id: "R324",
    title: "Autoscale scales what has instances",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-overview",
    severity: "error",
    allowed: "the id of a scale set",
    *check(setting) {
      const target = setting.at("targetResourceUri");
      const type = armTypeOf(target.text() ?? "");
      if (type !== undefined && /^Microsoft\.(Network|Insights|Storage|Authorization|ManagedIdentity)\//i.test(type)) {
        yield { at: target, because: `a resource of the type ${type} has no number of instances` };
      }
    },
  },
  {
    id: "T8",
    title: "An autoscale setting scales only when it is enabled, which is not the default",
    code: "Warning",
    grade: "documented",
    source: "https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update",
    severity: "warning",
    allowed: "true",
    because: "the default is false, and a setting that is not enabled never scales",
    *check(setting) {
      const enabled = setting.at("enabled");
      if (enabled.absent || enabled.flag() === false) {
        yield enabled;
      }
    },
  },
];

/** What Azure refuses to change of an autoscale setting. */
export const autoscaleSettingChanges: ChangeRule[] = [
  {
    id: "C-target",
    title: "An autoscale setting stays with the resource that it scales",
    code: "TargetResourceIdIsImmutable",
    grade: "observed",
    source: "https://github.com/F5Networks/f5-azure-arm-templates/issues/102",
    severity: "error",
    allowed: "the resource that the setting was created for",
    fix: 'let the change replace the setting with replaceOnChanges: ["targetResourceUri"]',
    *check(before, after) {
      const [old, wanted] = [before.text("targetResourceUri"), after.text("targetResourceUri")];
      if (old !== undefined && wanted !== undefined && !sameId(old, wanted)) {
        yield after.at("targetResourceUri");
      }
    },
  },
];

function predicts(setting: View): boolean {
  const mode = setting.at("predictiveAutoscalePolicy.scaleMode");
  return is(mode, "Enabled") || is(mode, "ForecastOnly");
}

function knowsItsRules(setting: View): boolean {
  const profiles = setting.list("profiles");
  const rules = profiles.flatMap((profile) => [profile.at("rules"), ...profile.list("rules")]);
  return !setting.at("profiles").unknown && ![...profiles, ...rules].some(({ unknown }) => unknown);
}

/** True unless it is certain that a rule is another one. */
function isCpuScaleOut(trigger: View, action: View): boolean {
  return (
    mayBe(trigger.at("metricName"), "Percentage CPU") &&
    mayBe(trigger.at("statistic"), "Average") &&
    mayBe(action.at("direction"), "Increase")
  );
}

function mayBe(place: View, value: string): boolean {
  return place.unknown || is(place, value);
}
