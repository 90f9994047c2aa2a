const userAssignedIdentity =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/]+$/i;

/** True for the id of a user-assigned identity (https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview). */
export function isUserAssignedIdentity(id: string): boolean {
  return userAssignedIdentity.test(id);
}
