import type { TypeCases } from "../../../rules/cases";
import { add, edits, nothing, remove, set } from "../../../rules/edits";
import { group, regionResource } from "../../../rules/fake-region";
import { roleDefinition, roleDefinitionId } from "../../../rules/valid/identity";
import { roleDefinition as roleDefinitionType } from "../../../../resources/identity/role-definition";

const other = (roleName: string) =>
  regionResource("azure-native:authorization:RoleDefinition", roleDefinitionId.replace(/1$/, "9"), { ...roleDefinition(), roleName });
const webGroup = regionResource("azure-native:resources:ResourceGroup", group, { location: "westeurope" });
const managementGroup = "/providers/Microsoft.Management/managementGroups/web";
const dataAction = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
const missingGroup = group.replace(/web$/, "gone");

function subscriptions(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `/subscriptions/00000000-0000-0000-0000-${String(index).padStart(12, "0")}`);
}

/** The rules of a role. */
export const roleDefinitionCases: TypeCases = {
  type: roleDefinitionType,
  valid: roleDefinition,
  rules: [
    {
      rule: "I-role-guid",
      refused: [{ name: "a name in words", change: set("roleDefinitionId", "image-builder"), at: "roleDefinitionId" }],
      accepted: [{ name: "a GUID in capitals", change: set("roleDefinitionId", "5B5C1D1E-ABCD-4000-8000-000000000009") }],
    },
    {
      rule: "I-role-name",
      refused: [{ name: "the name of another role", change: nothing, others: [other("image builder of web")], at: "roleName" }],
      accepted: [{ name: "a name of its own", change: nothing, others: [other("Image builder of shop")] }],
    },
    {
      rule: "I-assignable-scopes",
      refused: [
        { name: "no scope", change: remove("assignableScopes"), at: "assignableScopes" },
        { name: "the root scope", change: add("assignableScopes", "/"), at: "assignableScopes[1]" },
        { name: "all subscriptions", change: add("assignableScopes", "/subscriptions/*"), at: "assignableScopes[1]" },
        { name: "2001 scopes", change: set("assignableScopes", subscriptions(2001)), at: "assignableScopes" },
      ],
      accepted: [
        { name: "a subscription", change: set("assignableScopes", subscriptions(1)) },
        { name: "2000 scopes", change: set("assignableScopes", subscriptions(2000)) },
      ],
    },
    {
      rule: "I-role-texts",
      refused: [
        { name: "a name of 513 characters", change: set("roleName", "a".repeat(513)), at: "roleName" },
        { name: "a description of 2049 characters", change: set("description", "a".repeat(2049)), at: "description" },
      ],
      accepted: [
        { name: "a name of 512 characters", change: set("roleName", "a".repeat(512)) },
        { name: "a description of 2048 characters", change: set("description", "a".repeat(2048)) },
      ],
    },
    {
      rule: "R333",
      refused: ["Microsoft.Compute", "Microsoft.Compute/galleries/start", "read"].map((operation) => ({
        name: operation,
        change: set("permissions[0].actions[0]", operation),
        at: "permissions[0].actions[0]",
      })),
      accepted: ["*", "*/read", "Microsoft.Compute/*", "Microsoft.Storage/storageAccounts/listKeys/action"].map((operation) => ({
        name: operation,
        change: set("permissions[0].actions[0]", operation),
      })),
    },
    {
      rule: "R423",
      refused: ["Microsoft.Insight/alertRules/*", "microsoft.directory/applications/read", "virtualMachines/read"].map((operation) => ({
        name: operation,
        change: set("permissions[0].notActions[0]", operation),
        at: "permissions[0].notActions[0]",
      })),
      accepted: ["microsoft.insights/alertRules/*", "Microsoft.*/read", "NewRelic.Observability/monitors/read"].map((operation) => ({
        name: operation,
        change: set("permissions[0].notActions[0]", operation),
      })),
    },
    {
      rule: "R334-one",
      refused: [{ name: "two", change: set("assignableScopes", [managementGroup, `${managementGroup}-2`]), at: "assignableScopes[1]" }],
      accepted: [
        { name: "one", change: set("assignableScopes", [managementGroup]) },
        {
          name: "one, with operations on data",
          change: edits(set("assignableScopes", [managementGroup]), set("permissions[0].dataActions", [dataAction])),
        },
      ],
    },
    {
      rule: "R9-missing",
      refused: [{ name: "a group that does not exist", change: set("scope", missingGroup), at: "scope" }],
      accepted: [{ name: "a group that exists", change: set("scope", group) }],
    },
  ],
  changes: [],
  surroundings: { self: roleDefinitionId, others: () => [webGroup] },
};
