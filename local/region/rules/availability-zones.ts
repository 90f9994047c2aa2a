import { normalLocation } from "../arm/id";
import type { Rule } from "./rule";

/**
 * The regions that Microsoft lists without availability zones (as of 15 April 2025). A region that is missing here, such as one
 * that opened since, counts as having zones.
 */
const regionsWithoutZones = new Set([
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
  allowed: "no zones, or a region that has them (https://learn.microsoft.com/azure/reliability/regions-list)",
  *check(resource) {
    const location = resource.text("location");
    if (location !== undefined && regionsWithoutZones.has(normalLocation(location)) && resource.list("zones").length > 0) {
      yield { at: resource.at("zones"), because: `${location} has no availability zones` };
    }
  },
};

/** For the types of Microsoft.Network with a list of `zones`. */
export const zonesAreNumbered: Rule = {
  id: "R5-zone",
  title: "A zone is named by its number",
  code: "InvalidAvailabilityZone",
  grade: "observed",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/6296",
  severity: "error",
  allowed: "1, 2, 3",
  *check(resource) {
    for (const zone of resource.list("zones")) {
      const text = zone.text();
      if (text !== undefined && !["1", "2", "3"].includes(text)) {
        yield zone;
      }
    }
  },
};
