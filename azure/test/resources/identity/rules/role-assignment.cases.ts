import type { TypeCases } from "../../../rules/cases";
import { edits, nothing, remove, set } from "../../../rules/edits";
import { group, regionResource } from "../../../rules/fake-region";
import { identityId, roleAssignment, roleAssignmentId, roleDefinition, roleDefinitionId } from "../../../rules/valid/identity";
import { roleAssignment as roleAssignmentType } from "../../../../resources/identity/role-assignment";

const other = (principalId: string) =>
  regionResource("azure-native:authorization:RoleAssignment", roleAssignmentId.replace(/2$/, "9"), { ...roleAssignment(), principalId });
const identity = regionResource("azure-native:managedidentity:UserAssignedIdentity", identityId, {
  principalId: "5b5c1d1e-0000-4000-8000-000000000003",
});
const others = [
  regionResource("azure-native:resources:ResourceGroup", group, { location: "westeurope" }),
  regionResource("azure-native:authorization:RoleDefinition", roleDefinitionId, roleDefinition()),
];

const onData = regionResource("azure-native:authorization:RoleDefinition", roleDefinitionId, {
  ...roleDefinition(),
  permissions: [{ dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"] }],
});
const inManagementGroup = set("scope", "/providers/Microsoft.Management/managementGroups/web");

/** The rules of a role assignment. */
export const roleAssignmentCases: TypeCases = {
  type: roleAssignmentType,
  valid: roleAssignment,
  rules: [
    {
      rule: "I-assignment-guid",
      refused: [{ name: "a name in words", change: set("roleAssignmentName", "builder"), at: "roleAssignmentName" }],
      accepted: [{ name: "another GUID", change: set("roleAssignmentName", "b24988ac-6180-42a0-ab88-20f7382dd24c") }],
    },
    {
      rule: "I-principal-guid",
      refused: [{ name: "a principal by its name", change: set("principalId", "builder"), at: "principalId" }],
      accepted: [{ name: "another GUID", change: set("principalId", "b24988ac-6180-42a0-ab88-20f7382dd24c") }],
    },
    {
      rule: "I-role-id",
      refused: [{ name: "a role by its name", change: set("roleDefinitionId", "Contributor"), at: "roleDefinitionId" }],
      accepted: [{ name: "a role by its id", change: set("roleDefinitionId", roleDefinitionId) }],
    },
    {
      rule: "I-assigned-once",
      refused: [
        {
          name: "a role that the principal has",
          change: nothing,
          others: [other("5B5C1D1E-0000-4000-8000-000000000003")],
          at: "principalId",
        },
      ],
      accepted: [{ name: "a role that another principal has", change: nothing, others: [other("5b5c1d1e-0000-4000-8000-000000000004")] }],
    },
    {
      rule: "R335",
      refused: [{ name: "an identity as a user", change: set("principalType", "User"), others: [identity], at: "principalType" }],
      accepted: [
        { name: "an identity as a service principal", change: nothing, others: [identity] },
        { name: "a user", change: set("principalType", "User") },
      ],
    },
    {
      rule: "R334",
      refused: [{ name: "operations on data, in a management group", change: inManagementGroup, others: [onData], at: "scope" }],
      accepted: [
        { name: "operations on data, in a group", change: nothing, others: [onData] },
        { name: "other operations, in a management group", change: inManagementGroup },
      ],
    },
    {
      rule: "R336",
      refused: [
        { name: "a condition without a version", change: set("condition", "@Resource[a] StringEquals 'b'"), at: "conditionVersion" },
        { name: "a version without a condition", change: set("conditionVersion", "2.0"), at: "conditionVersion" },
        {
          name: "the first version",
          change: edits(set("condition", "@Resource[a] StringEquals 'b'"), set("conditionVersion", "1.0")),
          at: "conditionVersion",
        },
      ],
      accepted: [{ name: "both", change: edits(set("condition", "@Resource[a] StringEquals 'b'"), set("conditionVersion", "2.0")) }],
    },
    {
      rule: "T-principal-type",
      refused: [{ name: "no type", change: remove("principalType"), at: "principalType" }],
      accepted: [{ name: "a user", change: set("principalType", "User") }],
    },
    {
      rule: "R9-missing",
      refused: [{ name: "a group that does not exist", change: set("scope", group.replace(/web$/, "gone")), at: "scope" }],
      accepted: [{ name: "a role that exists", change: set("roleDefinitionId", roleDefinitionId) }],
    },
  ],
  changes: [
    {
      rule: "I-assignment-stays",
      refused: [{ name: "another role", change: set("roleDefinitionId", `${roleDefinitionId}9`), at: "roleDefinitionId" }],
      accepted: [{ name: "a description", change: set("description", "Image Builder's.") }],
    },
  ],
  surroundings: { self: roleAssignmentId, others: () => others },
};
