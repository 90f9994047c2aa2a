import { referencesExist } from "../../rules/references";
import type { ResourceType } from "../resource-type";
import { assignmentStays, roleAssignmentRules } from "./rules/role-assignment";
import { assignmentPage } from "./rules/sources";

const references = ["scope", "roleDefinitionId"];

export const roleAssignment: ResourceType = {
  token: "azure-native:authorization:RoleAssignment",
  armType: "Microsoft.Authorization/roleAssignments",
  path: "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
  nameProperty: "roleAssignmentName",
  autonaming: "guid",
  located: false,
  replacedBy: ["principalId"],
  parts: [],
  references,
  keptBy: [],
  outputs: ({ inputs }) => ({ scope: inputs.scope }),
  rules: [
    ...roleAssignmentRules,
    referencesExist(references, {
      id: "R9-missing",
      code: "ResourceNotFound",
      codeIsAssumed: true,
      grade: "assumed",
      source: assignmentPage,
    }),
  ],
  changes: [assignmentStays],
};
