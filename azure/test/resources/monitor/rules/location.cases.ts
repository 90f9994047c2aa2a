import type { RuleCases } from "../../../rules/cases";
import { set, unknown } from "../../../rules/edits";

/** The location of what belongs to no region. */
export const locationCases: RuleCases = {
  rule: "T27",
  refused: [{ name: "the location of the resource group", change: set("location", "westus"), at: "location" }],
  accepted: [
    { name: "global in other letters", change: set("location", "Global") },
    { name: "a location that is not known yet", change: unknown("location") },
  ],
};
