import { nameInId } from "../../../../rules/lookups";
import type { TypeCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, group, regionResource } from "../../../rules/fake-region";
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
const byName = armId("Microsoft.Authorization/roleDefinitions", "Contributor");
const ofAzure = "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c";
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
      refused: [
        { name: "a role by its name", change: set("roleDefinitionId", "Contributor"), at: "roleDefinitionId" },
        { name: "a role by its GUID", change: set("roleDefinitionId", nameInId(roleDefinitionId)), at: "roleDefinitionId" },
        { name: "a resource of another type", change: set("roleDefinitionId", group), at: "roleDefinitionId" },
      ],
      accepted: [
        { name: "a role by its id", change: set("roleDefinitionId", roleDefinitionId) },
        {
          name: "a role of Azure's own, by its id without a subscription",
          change: set("roleDefinitionId", ofAzure),
          others: [regionResource("azure-native:authorization:RoleDefinition", ofAzure, roleDefinition())],
        },
        { name: "a role that is not known yet", change: unknown("roleDefinitionId") },
      ],
    },
    {
      rule: "I-role-id-guid",
      refused: [
        {
          name: "an id that ends with the role's name",
          change: set("roleDefinitionId", byName),
          others: [regionResource("azure-native:authorization:RoleDefinition", byName, roleDefinition())],
          at: "roleDefinitionId",
        },
      ],
      accepted: [{ name: "an id in other letters", change: set("roleDefinitionId", roleDefinitionId.toUpperCase()) }],
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
