import { normalLocation } from "../arm/id";
import type { Rule } from "./rule";

/**
 * The regions that Microsoft lists without availability zones, as of 15 April 2025
 * (https://learn.microsoft.com/azure/reliability/regions-list). A region that is missing here, such as one
 * that opened since, counts as having zones.
 */
export const regionsWithoutZones: ReadonlySet<string> = new Set([
  "australiacentral",
  "australiacentral2",
  "australiasoutheast",
  "brazilsoutheast",
  "canadaeast",
  "francesouth",
  "germanynorth",
  "koreasouth",
  "northcentralus",
  "norwaywest",
  "southafricawest",
  "southindia",
  "switzerlandwest",
  "uaecentral",
  "ukwest",
  "westcentralus",
  "westindia",
  "westus",
]);

/** For every type with a location and a list of `zones`. */
export const zonesNeedARegionWithZones: Rule = {
  id: "R5",
  title: "Zones can be given only in a region that has availability zones",
  code: "LocationNotSupportAvailabilityZones",
  grade: "observed",
  source: "https://github.com/Azure/Azure-Landing-Zones/issues/425",
  severity: "error",
  allowed: "no zones in this region",
  *check(resource) {
    const location = resource.text("location");
    if (location !== undefined && regionsWithoutZones.has(normalLocation(location)) && resource.list("zones").length > 0) {
      yield { at: resource.at("zones"), because: `${location} has no availability zones` };
    }
  },
};
