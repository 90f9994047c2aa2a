import { isNoProvider, misspeltProvider } from "../../../facts/resource-providers";
import type { View } from "../../../properties/view";
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
      yield* operationsOf(role).filter((operation) => doesNotFit(operation, isOperation));
    },
  },
  {
    id: "R423",
    title: "The operations of a role are of resource providers that Azure has",
    code: "InvalidActionOrNotAction",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/issues/9800",
    severity: "error",
    allowed: "an operation of a resource provider such as Microsoft.Compute",
    *check(role) {
      for (const at of operationsOf(role).filter((operation) => !doesNotFit(operation, isOperation))) {
        const namespace = at.text()?.split("/")[0] ?? "*";
        const meant = misspeltProvider(namespace);
        if (meant !== undefined) {
          yield { at, allowed: `an operation of ${meant}`, because: `there is no resource provider ${namespace}` };
        } else if (!namespace.includes("*") && isNoProvider(namespace)) {
          yield { at, because: `${namespace} is no resource provider` };
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

function operationsOf(role: View): View[] {
  const lists = ["actions", "notActions", "dataActions", "notDataActions"];
  return role.list("permissions").flatMap((permission) => lists.flatMap((list) => permission.list(list)));
}

/** True for what ends with what is done, or stands for several operations. */
function isOperation(text: string): boolean {
  return text.includes("*") || /^[\w.-]+(\/[\w.-]+)*\/(read|write|delete|action)$/i.test(text);
}
