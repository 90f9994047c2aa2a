import type { TypeCases } from "../../../rules/cases";
import { add, nothing, remove, set } from "../../../rules/edits";
import { group, regionResource } from "../../../rules/fake-region";
import { roleDefinition, roleDefinitionId } from "../../../rules/valid/identity";
import { roleDefinition as roleDefinitionType } from "../../../../resources/identity/role-definition";

const other = (roleName: string) =>
  regionResource("azure-native:authorization:RoleDefinition", roleDefinitionId.replace(/1$/, "9"), { ...roleDefinition(), roleName });
const webGroup = regionResource("azure-native:resources:ResourceGroup", group, { location: "westeurope" });
const missingGroup = group.replace(/web$/, "gone");

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
      ],
      accepted: [{ name: "a subscription", change: set("assignableScopes", ["/subscriptions/00000000-0000-0000-0000-000000000001"]) }],
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
