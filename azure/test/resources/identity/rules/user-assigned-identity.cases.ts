import type { TypeCases } from "../../../rules/cases";
import { set } from "../../../rules/edits";
import { identityId, userAssignedIdentity } from "../../../rules/valid/identity";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { userAssignedIdentity as userAssignedIdentityType } from "../../../../resources/identity/user-assigned-identity";

/** The rules of a user-assigned identity. */
export const userAssignedIdentityCases: TypeCases = {
  type: userAssignedIdentityType,
  valid: userAssignedIdentity,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 2 characters", change: set("resourceName", "ab"), at: "resourceName" },
        { name: "a name of 129 characters", change: set("resourceName", "a".repeat(129)), at: "resourceName" },
        { name: "a name that begins with a hyphen", change: set("resourceName", "-builder"), at: "resourceName" },
        { name: "a name with a period", change: set("resourceName", "web.builder"), at: "resourceName" },
      ],
      accepted: [
        { name: "a name of 3 characters", change: set("resourceName", "abc") },
        { name: "a name of 128 characters", change: set("resourceName", "a".repeat(128)) },
      ],
    },
    locationCases,
    ...tagCases,
  ],
  changes: [],
  surroundings: { self: identityId },
};
