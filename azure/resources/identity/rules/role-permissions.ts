import type { Rule } from "../../../rules/rule";
import { customRolesPage, roleErrors } from "./sources";
import { doesNotFit } from "../../../rules/lookups";
import { isManagementGroup } from "./management-groups";

/** What a role of one's own can allow. */
export const rolePermissionRules: Rule[] = [
  {
    id: "R333",
    title: "An operation of a role is one of a resource provider",
    code: "InvalidActionOrNotAction",
    grade: "documented",
    source: roleErrors,
    severity: "error",
    allowed: "an operation such as Microsoft.Compute/virtualMachines/read, or with * in it",
    *check(role) {
      for (const permission of role.list("permissions")) {
        for (const list of ["actions", "notActions", "dataActions", "notDataActions"]) {
          yield* permission.list(list).filter((operation) => doesNotFit(operation, isOperation));
        }
      }
    },
  },
  {
    id: "R334-one",
    title: "A role can be assigned to one management group at most",
    code: "InvalidRoleDefinition",
    codeIsAssumed: true,
    grade: "documented",
    source: customRolesPage,
    severity: "error",
    allowed: "one management group",
    *check(role) {
      const groups = role.list("assignableScopes").filter((scope) => isManagementGroup(scope.text()));
      yield* groups.slice(1);
    },
  },
];

/** True for what ends with what is done, or stands for several operations. */
function isOperation(text: string): boolean {
  return text.includes("*") || /^[\w.-]+(\/[\w.-]+)*\/(read|write|delete|action)$/i.test(text);
}
