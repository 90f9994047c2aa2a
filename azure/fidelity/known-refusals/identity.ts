import type { KnownRefusals } from "../known-refusal";

const github = "https://github.com";
const errors = "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting";
const limits = "https://learn.microsoft.com/azure/role-based-access-control/troubleshoot-limits";
const customRoles = "https://learn.microsoft.com/azure/role-based-access-control/custom-roles";

export const roleDefinitionRefusals: KnownRefusals = {
  type: "azure-native:authorization:RoleDefinition",
  refusals: [
    { code: "InvalidActionOrNotAction", sense: "an operation is none of a resource provider", source: errors, keptBy: "R333" },
    {
      code: "InvalidActionOrNotAction",
      sense: "an operation is of a resource provider that there is not, with a name that is one letter off",
      source: "https://github.com/Azure/azure-powershell/issues/9800",
      keptBy: "R423",
    },
    {
      code: "InvalidActionOrNotAction",
      sense: "a resource provider has no such operation",
      source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/4594",
      notKept: "the operations of all resource providers are not known here, and new ones come every month",
    },
    {
      code: "InvalidActionOrNotAction",
      sense: "no resource provider has the operation",
      source: `${github}/Azure/azure-powershell/issues/9800`,
      notKept: "the region does not know the operations of all resource providers",
    },
    { code: "RoleDefinitionWithSameNameExists", sense: "another role has the name", source: customRoles, keptBy: "I-role-name" },
    { code: "RoleDefinitionHasAssignments", sense: "a role is deleted that somebody has", source: errors, keptBy: "I-role-in-use" },
    {
      code: "RoleDefinitionLimitExceeded",
      sense: "the directory has 5000 roles already",
      source: limits,
      notKept: "the region knows one stack's roles, not those of a directory",
    },
  ],
};

export const roleAssignmentRefusals: KnownRefusals = {
  type: "azure-native:authorization:RoleAssignment",
  refusals: [
    {
      code: "InvalidRoleAssignmentId",
      sense: "the name is no GUID",
      source: `${github}/Azure/azure-service-operator/issues/2586`,
      keptBy: "I-assignment-guid",
    },
    {
      code: "InvalidPrincipalId",
      sense: "the principal is no GUID",
      source: `${github}/Azure/azure-powershell/issues/16627`,
      keptBy: "I-principal-guid",
    },
    {
      code: "BadRequestFormat",
      sense: "the role is named by something else than its id",
      source: `${github}/pulumi/pulumi-azure-native/issues/779`,
      keptBy: "I-role-id",
    },
    {
      code: "InvalidRoleDefinitionId",
      sense: "the id of the role does not end with a GUID",
      source: `${github}/Azure/bicep-registry-modules/issues/1898`,
      keptBy: "I-role-id-guid",
    },
    {
      code: "RoleAssignmentExists",
      sense: "the principal has the role already",
      source: `${github}/ansible-collections/azure/issues/1137`,
      keptBy: "I-assigned-once",
    },
    {
      code: "UnmatchedPrincipalType",
      sense: "the principal is of another type",
      source: `${github}/Azure/azure-dev/issues/3581`,
      keptBy: "R335",
    },
    {
      code: "InvalidCreateRoleAssignmentRequest",
      sense: "a role with operations on data is assigned to a management group",
      source: `${github}/netr0m/az-pim-cli/issues/97`,
      keptBy: "R334",
    },
    { code: "RoleAssignmentUpdateNotPermitted", sense: "the role of an assignment changes", source: errors, keptBy: "I-assignment-stays" },
    {
      code: "PrincipalNotFound",
      sense: "the directory does not have the principal, or not yet",
      source: errors,
      notKept: "the region has no directory; it warns of an assignment that does not say of which type its principal is",
    },
    {
      code: "RoleAssignmentLimitExceeded",
      sense: "the subscription has 4000 assignments already",
      source: limits,
      notKept: "the region knows one stack's",
    },
    {
      code: "AuthorizationFailed",
      sense: "who deploys may not assign roles",
      source: errors,
      notKept: "everybody may do everything in the region",
    },
  ],
};
