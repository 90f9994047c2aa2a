import { doesNotFit, isEmpty, sameText } from "../../../rules/lookups";
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
    allowed: "1 to 2000 subscriptions, resource groups and management groups, none with * in it, and not the root scope /",
    *check(role) {
      const scopes = role.at("assignableScopes");
      if (isEmpty(scopes) || scopes.list().length > 2000) {
        yield scopes;
      }
      yield* scopes.list().filter((scope) => doesNotFit(scope, (text) => text !== "/" && !text.includes("*")));
    },
  },
  {
    ...documented,
    id: "I-role-texts",
    title: "A role has a name of at most 512 characters and a description of at most 2048",
    code: "InvalidRoleDefinition",
    codeIsAssumed: true,
    allowed: "a shorter text",
    *check(role) {
      for (const [name, longest] of Object.entries({ roleName: 512, description: 2048 })) {
        if (doesNotFit(role.at(name), (text) => text.length <= longest)) {
          yield { at: role.at(name), allowed: `at most ${longest} characters` };
        }
      }
    },
  },
  ...rolePermissionRules,
];
