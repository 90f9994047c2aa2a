import { isEmpty, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isAGuid } from "./guids";
import { rolePermissionRules } from "./role-permissions";
import { customRolesPage, guidsIssue } from "./sources";

const documented = { grade: "documented", source: customRolesPage, severity: "error" } as const;

/** What Azure refuses in a `azure-native:authorization:RoleDefinition`. */
export const roleDefinitionRules: Rule[] = [
  isAGuid("roleDefinitionId", {
    id: "I-role-guid",
    title: "The name of a role's resource is a GUID",
    code: "InvalidRoleDefinitionId",
    codeIsAssumed: true,
    grade: "observed",
    source: guidsIssue,
  }),
  {
    ...documented,
    id: "I-role-name",
    title: "No two roles of a directory have the same name",
    code: "RoleDefinitionWithSameNameExists",
    allowed: "a roleName that no other role has",
    *check(role, region) {
      const others = region.all("azure-native:authorization:RoleDefinition");
      if (others.some(({ properties }) => sameText(properties.text("roleName"), role.text("roleName")))) {
        yield role.at("roleName");
      }
    },
  },
  {
    ...documented,
    id: "I-assignable-scopes",
    title: "A role of one's own can be assigned somewhere, and not everywhere",
    code: "InvalidRoleDefinition",
    codeIsAssumed: true,
    allowed: "at least one subscription, resource group or management group, and not the root scope /",
    *check(role) {
      const scopes = role.at("assignableScopes");
      if (isEmpty(scopes)) {
        yield scopes;
      }
      yield* scopes.list().filter((scope) => scope.text() === "/");
    },
  },
  ...rolePermissionRules,
];
