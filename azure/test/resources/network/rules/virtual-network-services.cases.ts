import type { RuleCases } from "../../../rules/cases";
import { edits, set, unknown } from "../../../rules/edits";
import { armId } from "../../../rules/fake-region";

/** The rules of what a virtual network does for its traffic, beyond its addresses and subnets. */
export const virtualNetworkServiceCases: RuleCases[] = [
  {
    rule: "R100",
    refused: [
      { name: "3 minutes", change: set("flowTimeoutInMinutes", 3), at: "flowTimeoutInMinutes" },
      { name: "31 minutes", change: set("flowTimeoutInMinutes", 31), at: "flowTimeoutInMinutes" },
    ],
    accepted: [
      { name: "4 minutes", change: set("flowTimeoutInMinutes", 4) },
      { name: "30 minutes", change: set("flowTimeoutInMinutes", 30) },
    ],
  },
  {
    rule: "R347",
    refused: [
      { name: "protection without a plan", change: set("enableDdosProtection", true), at: "enableDdosProtection" },
      {
        name: "protection with a plan without an id",
        change: edits(set("enableDdosProtection", true), set("ddosProtectionPlan", {})),
        at: "enableDdosProtection",
      },
    ],
    accepted: [
      { name: "no protection", change: set("enableDdosProtection", false) },
      {
        name: "protection by a plan",
        change: edits(
          set("enableDdosProtection", true),
          set("ddosProtectionPlan.id", armId("Microsoft.Network/ddosProtectionPlans", "plan")),
        ),
      },
      { name: "a plan that is not known yet", change: edits(set("enableDdosProtection", true), unknown("ddosProtectionPlan")) },
    ],
  },
  {
    rule: "R431",
    refused: [
      {
        name: "an enforcement that drops what is not encrypted",
        change: set("encryption", { enabled: true, enforcement: "DropUnencrypted" }),
        at: "encryption.enforcement",
      },
    ],
    accepted: [
      { name: "an enforcement that lets it through", change: set("encryption", { enabled: true, enforcement: "AllowUnencrypted" }) },
      { name: "no enforcement", change: set("encryption", { enabled: true }) },
      {
        name: "an enforcement that is not known yet",
        change: edits(set("encryption", { enabled: true }), unknown("encryption.enforcement")),
      },
    ],
  },
];
