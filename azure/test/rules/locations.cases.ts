import type { RuleCases } from "./cases";
import { set, unknown } from "./edits";

/** The rule that a resource is in a region, which every type has that is in regions alone. */
export const locationCases: RuleCases = inARegion("R381");

/** The same of a resource group, which Azure answers with a code of its own. */
export const groupLocationCases: RuleCases = inARegion("R381-group");

function inARegion(rule: string): RuleCases {
  return {
    rule,
    refused: [
      { name: "a country", change: set("location", "Canada"), at: "location" },
      { name: "a country of two words", change: set("location", "United States"), at: "location" },
      { name: "everywhere", change: set("location", "global"), at: "location" },
      { name: "a value that was not there", change: set("location", "None"), at: "location" },
      { name: "a region with a letter left out", change: set("location", "South Cental US"), at: "location" },
      { name: "a region with a letter changed", change: set("location", "westeuropa"), at: "location" },
    ],
    accepted: [
      { name: "a region as people write it", change: set("location", "West Europe") },
      { name: "a region that is not known yet", change: unknown("location") },
    ],
  };
}
