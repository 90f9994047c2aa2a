import { availabilityZones, hasAvailabilityZones } from "../facts/regions";
import { holdsUnknown } from "../properties/value";
import type { View } from "../properties/view";
import type { ChangeRule, Rule } from "./rule";

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
    if (location !== undefined && !hasAvailabilityZones(location) && resource.list("zones").length > 0) {
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
  allowed: availabilityZones.join(", "),
  *check(resource) {
    for (const zone of resource.list("zones")) {
      const text = zone.text();
      if (text !== undefined && !availabilityZones.includes(text)) {
        yield zone;
      }
    }
  },
};

/** For the types of Microsoft.Network whose zones are chosen once; each has a source of its own. */
export function zonesStay(evidence: Pick<ChangeRule, "grade" | "source">): ChangeRule {
  return {
    ...evidence,
    id: "C-zones",
    title: "The zones stay as they were at the creation",
    code: "ResourceAvailabilityZonesCannotBeModified",
    severity: "error",
    allowed: "the zones that the resource was created with",
    fix: 'let the change replace the resource with replaceOnChanges: ["zones"]',
    *check(before, after) {
      const [old, wanted] = [before.at("zones"), after.at("zones")];
      if (!holdsUnknown(old.value) && !holdsUnknown(wanted.value) && sortedZones(old) !== sortedZones(wanted)) {
        yield wanted;
      }
    },
  };
}

function sortedZones(zones: View): string {
  return zones.texts().sort().join();
}
