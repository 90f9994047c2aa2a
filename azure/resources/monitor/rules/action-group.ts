import { locationIsGlobal } from "./location";
import { repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

/** What Azure refuses in a `azure-native:monitor:ActionGroup`. */
export const actionGroupRules: Rule[] = [
  {
    id: "A-short-name",
    title: "An action group has a short name of at most 12 characters",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-monitor/alerts/resource-manager-action-groups",
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
      const receivers = group.entries().flatMap(([name, place]) => (name.endsWith("Receivers") ? place.list() : []));
      yield* repeated(receivers, (receiver) => receiver.text("name")).map((receiver) => receiver.at("name"));
    },
  },
  locationIsGlobal,
];
