import { normalLocation } from "../../../arm/id";
import { locationIsGlobal } from "./location";
import { kindsOf, receiverRules } from "./receivers";
import { repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

/** Source: https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups#global-and-regional-action-group-processing. */
const locations = [
  ...["global", "eastus", "westus", "eastus2", "westus2", "southcentralus", "northcentralus"],
  ...["swedencentral", "germanywestcentral", "centralindia", "southindia"],
];

/** What Azure refuses in a `azure-native:monitor:ActionGroup`. */
export const actionGroupRules: Rule[] = [
  {
    id: "A-short-name",
    title: "An action group has a short name of at most 12 characters",
    code: "GroupShortNameIsTooLong",
    grade: "observed",
    source: "https://github.com/Azure/bellhop/issues/72",
    severity: "error",
    allowed: "1 to 12 characters",
    because: "text messages begin with it",
    *check(group) {
      const name = group.text("groupShortName");
      if (name !== undefined && (name.length < 1 || name.length > 12)) {
        yield group.at("groupShortName");
      }
    },
  },
  {
    id: "A-receiver-names",
    title: "The receivers of an action group have different names",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/rest/api/monitor/action-groups/create-or-update",
    severity: "error",
    allowed: "a name that no other receiver of the group has",
    *check(group) {
      const receivers = kindsOf(group).flatMap((kind) => group.list(kind));
      yield* repeated(receivers, (receiver) => receiver.text("name")).map((receiver) => receiver.at("name"));
    },
  },
  {
    id: "A-group-location",
    title: "An action group is in the location global or in one of the regions that process action groups",
    code: "LocationNotAvailableForResourceType",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/5156",
    severity: "error",
    allowed: locations.join(", "),
    because: "no other region has action groups, and without a location azure-native takes that of the resource group",
    *check(group) {
      const location = group.text("location");
      if (location !== undefined && !locations.includes(normalLocation(location))) {
        yield group.at("location");
      }
    },
  },
  ...receiverRules,
  locationIsGlobal,
];
