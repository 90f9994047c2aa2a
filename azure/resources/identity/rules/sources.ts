/** Pages that several rules on roles go back to. */

const pages = "https://learn.microsoft.com/azure/role-based-access-control";

export const customRolesPage = `${pages}/custom-roles`;
export const assignmentPage = `${pages}/role-assignments-rest`;
/** What Azure answers to a role or an assignment that it does not take. */
export const roleErrors = `${pages}/troubleshooting`;
/** GUIDs are asked for by Azure, and not by the definition of its API. */
export const guidsIssue = "https://github.com/pulumi/pulumi-azure-native/issues/625";
