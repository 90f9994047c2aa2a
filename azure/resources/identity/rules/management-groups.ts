/** True for the id of a management group, and of what is in one. */
export function isManagementGroup(scope: string | undefined): boolean {
  return /^\/?providers\/Microsoft\.Management\/managementGroups\//i.test(scope ?? "");
}
