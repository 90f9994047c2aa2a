import type { TypeCases } from "../../../rules/cases";
import { add, set } from "../../../rules/edits";
import { actionGroup } from "../../../rules/valid/metric-alert";
import { identityCases } from "../../../rules/identities.cases";
import { tagCases } from "../../../rules/tags.cases";
import { receiverCases } from "./receivers.cases";
import { receiverIdCases } from "./receiver-ids.cases";
import { locationCases } from "./location.cases";
import { actionGroup as actionGroupType } from "../../../../resources/monitor/action-group";

/** The rules of an action group. */
export const actionGroupCases: TypeCases = {
  type: actionGroupType,
  valid: actionGroup,
  rules: [
    {
      rule: "A-short-name",
      refused: [
        { name: "13 characters", change: set("groupShortName", "a".repeat(13)), at: "groupShortName" },
        { name: "an empty one", change: set("groupShortName", ""), at: "groupShortName" },
      ],
      accepted: [
        { name: "12 characters", change: set("groupShortName", "a".repeat(12)) },
        { name: "1 character", change: set("groupShortName", "a") },
      ],
    },
    {
      rule: "A-receiver-names",
      refused: [
        {
          name: "an e-mail receiver and a webhook of one name",
          change: set("webhookReceivers[0].name", "operations"),
          at: "webhookReceivers[0].name",
        },
        {
          name: "two e-mail receivers of one name",
          change: add("emailReceivers", { name: "operations", emailAddress: "second@example.com" }),
          at: "emailReceivers[1].name",
        },
      ],
      accepted: [
        {
          name: "two e-mail receivers of different names",
          change: add("emailReceivers", { name: "second", emailAddress: "second@example.com" }),
        },
      ],
    },
    ...receiverCases,
    ...receiverIdCases,
    {
      rule: "R99",
      refused: [{ name: "a question mark", change: set("actionGroupName", "on-call?"), at: "actionGroupName" }],
      accepted: [{ name: "a number sign", change: set("actionGroupName", "team #1") }],
    },
    {
      rule: "A-group-location",
      refused: [{ name: "West Europe", change: set("location", "West Europe"), at: "location" }],
      accepted: [
        { name: "global in other letters", change: set("location", "Global") },
        { name: "Sweden Central", change: set("location", "Sweden Central") },
      ],
    },
    locationCases,
    ...identityCases("SystemAssigned,UserAssigned"),
    ...tagCases,
  ],
  changes: [],
  surroundings: {},
};
