import { actionGroupNames } from "../../facts/names";
import { identitiesAreNamed } from "../../rules/identities";
import { namesFit } from "../../rules/names";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { actionGroupRules } from "./rules/action-group";

export const actionGroup: ResourceType = {
  token: "azure-native:monitor:ActionGroup",
  armType: "Microsoft.Insights/actionGroups",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/actionGroups/{actionGroupName}",
  nameProperty: "actionGroupName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: [],
  keptBy: [],
  rules: [namesFit(actionGroupNames, "actionGroupName"), ...actionGroupRules, identitiesAreNamed, ...tagRules],
  changes: [],
};
