import type { Properties } from "../../../properties/value";
import { armId, group } from "../fake-region";

export const identityId = armId("Microsoft.ManagedIdentity/userAssignedIdentities", "builder");
export const roleDefinitionId = armId("Microsoft.Authorization/roleDefinitions", "5b5c1d1e-0000-4000-8000-000000000001");
export const roleAssignmentId = armId("Microsoft.Authorization/roleAssignments", "5b5c1d1e-0000-4000-8000-000000000002");

export function userAssignedIdentity(): Properties {
  return { resourceGroupName: "web", resourceName: "builder", location: "westeurope" };
}

/** A role of one's own in the tests' resource group. */
export function roleDefinition(): Properties {
  return {
    scope: group,
    roleDefinitionId: "5b5c1d1e-0000-4000-8000-000000000001",
    roleName: "Image builder of web",
    assignableScopes: [group],
    permissions: [{ actions: ["Microsoft.Compute/galleries/read"] }],
  };
}

export function roleAssignment(): Properties {
  return {
    scope: group,
    roleAssignmentName: "5b5c1d1e-0000-4000-8000-000000000002",
    roleDefinitionId,
    principalId: "5b5c1d1e-0000-4000-8000-000000000003",
    principalType: "ServicePrincipal",
  };
}
