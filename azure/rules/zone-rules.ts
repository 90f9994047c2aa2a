import { holdsUnknown } from "../properties/value";
import type { View } from "../properties/view";
import type { ChangeRule, Rule } from "./rule";

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

/** For the types of Microsoft.Network whose zones are chosen once; each has a source of its own. */
export function zonesStay(evidence: Pick<ChangeRule, "grade" | "source">): ChangeRule {
  return {
    ...evidence,
    id: "C-zones",
    title: "The zones stay as they were at the creation",
    code: "ResourceAvailabilityZonesCannotBeModified",
    severity: "error",
    allowed: "the zones that the resource was created with",
    mend: 'let the change replace the resource with replaceOnChanges: ["zones"]',
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
