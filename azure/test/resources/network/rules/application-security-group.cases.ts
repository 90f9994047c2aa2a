import type { TypeCases } from "../../../rules/cases";
import { set } from "../../../rules/edits";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { applicationSecurityGroup, applicationSecurityGroupId } from "../../../rules/valid/application-security-group";
import { applicationSecurityGroup as applicationSecurityGroupType } from "../../../../resources/network/application-security-group";

const name = "applicationSecurityGroupName";

/** The rules of an application security group. */
export const applicationSecurityGroupCases: TypeCases = {
  type: applicationSecurityGroupType,
  valid: applicationSecurityGroup,
  rules: [
    {
      rule: "R99",
      refused: [{ name: "a name of 81 characters", change: set(name, "a".repeat(81)), at: name }],
      accepted: [{ name: "a name of 80 characters", change: set(name, "a".repeat(80)) }],
    },
    locationCases,
    ...tagCases,
  ],
  changes: [],
  surroundings: { self: applicationSecurityGroupId },
};
