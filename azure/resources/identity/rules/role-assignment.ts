import { armTypeOf } from "../../../arm/id";
import { doesNotFit, nameInId, sameText } from "../../../rules/lookups";
import type { ChangeRule, Rule } from "../../../rules/rule";
import { isGuid } from "../../../facts/guids";
import { isAGuid } from "./guids";
import { isManagementGroup } from "./management-groups";
import { roleErrors } from "./sources";

const who = ["principalId", "roleDefinitionId", "scope"];

/** What Azure refuses in a `azure-native:authorization:RoleAssignment`. */
export const roleAssignmentRules: Rule[] = [
  isAGuid("roleAssignmentName", {
    id: "I-assignment-guid",
    title: "The name of a role assignment is a GUID",
    code: "InvalidRoleAssignmentId",
    grade: "observed",
    source: "https://github.com/Azure/azure-service-operator/issues/2586",
  }),
  isAGuid("principalId", {
    id: "I-principal-guid",
    title: "A role is assigned to a principal by its object id, which is a GUID",
    code: "InvalidPrincipalId",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/issues/16627",
  }),
  {
    id: "I-role-id",
    title: "A role is assigned by the id of its definition",
    code: "BadRequestFormat",
    grade: "observed",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/779",
    severity: "error",
    allowed: "an id that ends with /providers/Microsoft.Authorization/roleDefinitions/ and a GUID",
    *check(assignment) {
      const role = assignment.at("roleDefinitionId");
      if (doesNotFit(role, isIdOfARole)) {
        yield role;
      }
    },
  },
  {
    id: "I-role-id-guid",
    title: "The id of a role ends with a GUID",
    code: "InvalidRoleDefinitionId",
    grade: "observed",
    source: "https://github.com/Azure/bicep-registry-modules/issues/1898",
    severity: "error",
    allowed: "an id that ends with the role's GUID; its name is not part of the id",
    *check(assignment) {
      const role = assignment.at("roleDefinitionId");
      if (doesNotFit(role, (id) => !isIdOfARole(id) || isGuid(nameInId(id)))) {
        yield role;
      }
    },
  },
  {
    id: "I-assigned-once",
    title: "A principal is given a role once in a scope",
    code: "RoleAssignmentExists",
    grade: "observed",
    source: "https://github.com/ansible-collections/azure/issues/1137",
    severity: "error",
    allowed: "a principal that does not have the role in this scope",
    *check(assignment, region) {
      const others = region.all("azure-native:authorization:RoleAssignment");
      if (others.some(({ properties }) => who.every((name) => sameText(properties.text(name), assignment.text(name))))) {
        yield assignment.at("principalId");
      }
    },
  },
  {
    id: "R335",
    title: "A managed identity is a principal of the type ServicePrincipal",
    code: "UnmatchedPrincipalType",
    grade: "observed",
    source: "https://github.com/Azure/azure-dev/issues/3581",
    severity: "error",
    allowed: "ServicePrincipal",
    *check(assignment, region) {
      const [type, principal] = [assignment.at("principalType"), assignment.text("principalId")];
      const identities = region.all("azure-native:managedidentity:UserAssignedIdentity");
      const isIdentity = identities.some(({ properties }) => sameText(properties.text("principalId"), principal));
      if (isIdentity && type.text() !== undefined && !sameText(type.text(), "ServicePrincipal")) {
        yield type;
      }
    },
  },
  {
    id: "R334",
    title: "A role of one's own with operations on data is assigned below management groups",
    code: "InvalidCreateRoleAssignmentRequest",
    grade: "observed",
    source: "https://github.com/netr0m/az-pim-cli/issues/97",
    severity: "error",
    allowed: "a subscription, resource group or resource, as the role has dataActions",
    *check(assignment, region) {
      const name = nameInId(assignment.text("roleDefinitionId") ?? "");
      const role = region.all("azure-native:authorization:RoleDefinition").find(({ id }) => nameInId(id) === name);
      const isOnData = role?.properties.list("permissions").some((permission) => permission.list("dataActions").length > 0);
      if (isOnData && isManagementGroup(assignment.text("scope"))) {
        yield assignment.at("scope");
      }
    },
  },
  {
    id: "R336",
    title: "A condition of a role assignment comes with its version, and the version with a condition",
    code: "InvalidCondition",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/role-based-access-control/conditions-role-assignments-template",
    severity: "error",
    allowed: "2.0, as there is a condition",
    *check(assignment) {
      const [condition, version] = [assignment.at("condition"), assignment.at("conditionVersion")];
      if (condition.given && !condition.unknown && (version.absent || (version.text() !== undefined && version.text() !== "2.0"))) {
        yield version;
      } else if (condition.absent && version.text() !== undefined) {
        yield { at: version, allowed: "nothing, as there is no condition" };
      }
    },
  },
  {
    id: "T-principal-type",
    title: "A role assignment says of which type its principal is",
    code: "Warning",
    grade: "documented",
    source: roleErrors,
    severity: "warning",
    allowed: "ServicePrincipal for a managed identity, otherwise User or Group",
    because:
      "without it Azure looks the principal up in its directory, where a new one may not have arrived yet, and answers PrincipalNotFound",
    *check(assignment) {
      if (assignment.at("principalType").absent) {
        yield assignment.at("principalType");
      }
    },
  },
];

/** True for an id of a role's form, whatever it ends with. */
function isIdOfARole(id: string): boolean {
  return sameText(armTypeOf(id), "Microsoft.Authorization/roleDefinitions");
}

/** The principal and the scope replace an assignment anyway. */
export const assignmentStays: ChangeRule = {
  id: "I-assignment-stays",
  title: "A role assignment keeps its role",
  code: "RoleAssignmentUpdateNotPermitted",
  grade: "documented",
  source: roleErrors,
  severity: "error",
  allowed: "the role that the assignment was created with",
  fix: 'let the change replace the assignment with replaceOnChanges: ["roleDefinitionId"]',
  *check(before, after) {
    const [old, wanted] = [before.text("roleDefinitionId"), after.text("roleDefinitionId")];
    if (old !== undefined && wanted !== undefined && !sameText(old, wanted)) {
      yield after.at("roleDefinitionId");
    }
  },
};
