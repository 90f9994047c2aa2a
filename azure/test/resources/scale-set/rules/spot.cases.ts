import { edits, remove, set, unknown } from "../../../rules/edits";
import { armId } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible, inSpot } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const policy = `${profile}.evictionPolicy`;
const price = `${profile}.billingProfile.maxPrice`;
const timeout = "spotRestorePolicy.restoreTimeout";
const reservation = `${profile}.capacityReservation.capacityReservationGroup`;
const mix = { baseRegularPriorityCount: 1, regularPriorityPercentageAboveBase: 50 };

/** Spot instances get no terminate notification. */
const spot = edits(inSpot, remove(`${profile}.scheduledEventsProfile`));

export const spotCases: RuleCases[] = [
  {
    rule: "R207",
    refused: [{ name: "an eviction policy of regular instances", change: set(policy, "Delete"), at: policy }],
    accepted: [
      { name: "an eviction policy of Spot instances", change: edits(spot, set(policy, "Delete")) },
      { name: "a priority that is not known yet", change: edits(unknown(`${profile}.priority`), set(policy, "Delete")) },
    ],
  },
  {
    rule: "R207-price",
    refused: [
      { name: "a highest price of regular instances", change: edits(set(`${profile}.priority`, "Regular"), set(price, 0.5)), at: price },
    ],
    accepted: [
      { name: "a price of Spot instances", change: edits(spot, set(price, 0.5)) },
      { name: "the price of regular instances, for them", change: set(price, -1) },
    ],
  },
  {
    rule: "R207-mix",
    refused: [
      {
        name: "a mix with Spot instances in a set of regular ones",
        change: edits(inFlexible, set("priorityMixPolicy", mix)),
        at: "priorityMixPolicy",
      },
    ],
    accepted: [{ name: "a mix in a set of Spot instances", change: edits(spot, inFlexible, set("priorityMixPolicy", mix)) }],
  },
  {
    rule: "R207-restore",
    refused: [
      { name: "regular instances that are restored", change: set("spotRestorePolicy", { enabled: true }), at: "spotRestorePolicy" },
      {
        name: "regular instances that are not, in words",
        change: edits(set(`${profile}.priority`, "Regular"), set("spotRestorePolicy", { enabled: false })),
        at: "spotRestorePolicy",
      },
    ],
    accepted: [
      { name: "Spot instances that are not restored", change: edits(spot, set("spotRestorePolicy", { enabled: false })) },
      {
        name: "a priority that is not known yet",
        change: edits(unknown(`${profile}.priority`), set("spotRestorePolicy", { enabled: true })),
      },
    ],
  },
  {
    rule: "R380",
    refused: [
      {
        name: "Spot instances of a Flexible set that are restored",
        change: edits(spot, inFlexible, set("spotRestorePolicy", { enabled: true })),
        at: "spotRestorePolicy",
      },
    ],
    accepted: [
      { name: "those of a Uniform set", change: edits(spot, set("spotRestorePolicy", { enabled: true })) },
      {
        name: "those of a Flexible set that are not restored",
        change: edits(spot, inFlexible, set("spotRestorePolicy", { enabled: false })),
      },
      {
        name: "a mode that is not known yet",
        change: edits(spot, set("spotRestorePolicy", { enabled: true }), unknown("orchestrationMode")),
      },
    ],
  },
  {
    rule: "R208",
    refused: [
      { name: "nothing", change: edits(spot, set(price, 0)), at: price },
      { name: "less than nothing", change: edits(spot, set(price, -0.5)), at: price },
    ],
    accepted: [
      { name: "the price of regular instances", change: edits(spot, set(price, -1)) },
      { name: "a thousandth of a dollar", change: edits(spot, set(price, 0.001)) },
    ],
  },
  {
    rule: "R209",
    refused: ["Standard_B2ats_v2", "Standard_B1s", "Standard_D2_v2_Promo"].map((size) => ({
      name: `Spot instances of ${size}`,
      change: edits(spot, set("sku.name", size)),
      at: "sku.name",
    })),
    accepted: [
      { name: "Spot instances of Standard_D2s_v5", change: spot },
      { name: "regular instances of Standard_B2ats_v2", change: set("sku.name", "Standard_B2ats_v2") },
    ],
  },
  {
    rule: "R210",
    refused: [{ name: "a mix in a Uniform set", change: edits(spot, set("priorityMixPolicy", mix)), at: "priorityMixPolicy" }],
    accepted: [{ name: "a mix in a Flexible set", change: edits(spot, inFlexible, set("priorityMixPolicy", mix)) }],
  },
  {
    rule: "R211",
    refused: [
      { name: "14 minutes", change: edits(spot, set(timeout, "PT14M")), at: timeout },
      { name: "3 hours", change: edits(spot, set(timeout, "PT3H")), at: timeout },
    ],
    accepted: [
      { name: "15 minutes", change: edits(spot, set(timeout, "PT15M")) },
      { name: "2 hours", change: edits(spot, set(timeout, "PT2H")) },
    ],
  },
  {
    rule: "R212",
    refused: [
      {
        name: "reserved Spot instances",
        change: edits(spot, set(reservation, { id: armId("Microsoft.Compute/capacityReservationGroups", "web") })),
        at: reservation,
      },
    ],
    accepted: [
      {
        name: "reserved regular instances",
        change: set(reservation, { id: armId("Microsoft.Compute/capacityReservationGroups", "web") }),
      },
    ],
  },
];
