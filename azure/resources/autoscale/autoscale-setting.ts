import { autoscaleSettingNames } from "../../facts/names";
import { namesFit } from "../../rules/names";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { autoscaleSettingChanges, autoscaleSettingRules } from "./rules/autoscale-setting";

const references = ["targetResourceUri", "profiles[*].rules[*].metricTrigger.metricResourceUri"];

export const autoscaleSetting: ResourceType = {
  token: "azure-native:monitor:AutoscaleSetting",
  armType: "Microsoft.Insights/autoscaleSettings",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/autoscalesettings/{autoscaleSettingName}",
  nameProperty: "autoscaleSettingName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references,
  keptBy: [],
  rules: [
    namesFit(autoscaleSettingNames, "autoscaleSettingName"),
    ...autoscaleSettingRules,
    referencesExist(references, {
      id: "R9-missing",
      code: "TargetResourceNotFound",
      grade: "observed",
      source: "https://github.com/Azure/azure-powershell/issues/11710",
    }),
    ...tagRules,
  ],
  changes: autoscaleSettingChanges,
};
