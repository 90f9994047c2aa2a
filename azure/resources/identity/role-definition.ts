import { referencesExist } from "../../rules/references";
import type { ResourceType } from "../resource-type";
import { roleDefinitionRules } from "./rules/role-definition";
import { customRolesPage, roleErrors } from "./rules/sources";

const references = ["scope"];

export const roleDefinition: ResourceType = {
  token: "azure-native:authorization:RoleDefinition",
  armType: "Microsoft.Authorization/roleDefinitions",
  path: "/{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}",
  nameProperty: "roleDefinitionId",
  autonaming: "guid",
  located: false,
  standsElsewhereToo: true,
  replacedBy: [],
  parts: [],
  references,
  keptBy: [
    {
      type: "azure-native:authorization:RoleAssignment",
      rule: "I-role-in-use",
      grade: "documented",
      source: roleErrors,
      code: "RoleDefinitionHasAssignments",
      message: (id, user) => `There are existing role assignments referencing role ${id}: ${user}. Delete them first.`,
    },
  ],
  rules: [
    ...roleDefinitionRules,
    referencesExist(references, {
      id: "R9-missing",
      code: "ResourceNotFound",
      codeIsAssumed: true,
      grade: "assumed",
      source: customRolesPage,
    }),
  ],
  changes: [],
};
