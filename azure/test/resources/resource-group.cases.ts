import type { TypeCases } from "../rules/cases";
import { set } from "../rules/edits";
import { groupLocationCases } from "../rules/locations.cases";
import { tagCases } from "../rules/tags.cases";
import { resourceGroup as resourceGroupType } from "../../resources/resource-group";

/** The rules of a resource group. */
export const resourceGroupCases: TypeCases = {
  type: resourceGroupType,
  valid: () => ({ resourceGroupName: "web", location: "westeurope" }),
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 91 characters", change: set("resourceGroupName", "a".repeat(91)), at: "resourceGroupName" },
        { name: "an empty name", change: set("resourceGroupName", ""), at: "resourceGroupName" },
        { name: "a name that ends with a period", change: set("resourceGroupName", "web."), at: "resourceGroupName" },
        { name: "a name with a slash", change: set("resourceGroupName", "web/prod"), at: "resourceGroupName" },
      ],
      accepted: [
        { name: "a name of 90 characters", change: set("resourceGroupName", "a".repeat(90)) },
        { name: "a name of 1 character", change: set("resourceGroupName", "a") },
        { name: "letters that are not ASCII, and parentheses", change: set("resourceGroupName", "Größe_(1).x") },
      ],
    },
    groupLocationCases,
    ...tagCases,
  ],
  changes: [],
  surroundings: {},
};
