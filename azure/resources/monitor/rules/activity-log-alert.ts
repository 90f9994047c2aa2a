import { normalLocation } from "../../../arm/id";
import { activityLogConditionRules, isOnCategory } from "./activity-log-conditions";
import { descriptionFits, tellsActionGroups, tellsFewGroups } from "./alerts";
import type { View } from "../../../properties/view";
import { doesNotFit, isEmpty, repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const documented = {
  code: "BadRequest",
  codeIsAssumed: true,
  grade: "documented",
  source: "https://learn.microsoft.com/rest/api/monitor/activity-log-alerts/create-or-update",
  severity: "error",
} as const;

const locations = ["global", "westeurope", "northeurope"];

/** What Azure refuses in a `azure-native:monitor:ActivityLogAlert`. */
export const activityLogAlertRules: Rule[] = [
  {
    ...documented,
    id: "A-log-scopes",
    title: "An activity log alert has a scope",
    allowed: "at least one id, such as that of the subscription",
    *check(alert) {
      if (isEmpty(alert.at("scopes"))) {
        yield alert.at("scopes");
      }
    },
  },
  {
    ...documented,
    id: "A-log-condition",
    title: "A condition of an activity log alert has a field and what it is compared with, or other conditions and nothing else",
    allowed: "field with one of equals and containsAny, or anyOf alone",
    *check(alert) {
      yield* alert.list("condition.allOf").filter((condition) => isIncomplete(condition) || isMixed(condition));
    },
  },
  ...activityLogConditionRules,
  {
    ...documented,
    id: "A-log-scope-id",
    title: "The scopes of an activity log alert are of one subscription, each once",
    allowed: "ids of a subscription, of its resource groups and of their resources, each once",
    *check(alert) {
      const scopes = alert.list("scopes");
      const isId = (scope: View) => /^\/subscriptions\/[^/]+/i.test(scope.text() ?? "");
      yield* scopes.filter((scope) => scope.text() !== undefined && !isId(scope));
      yield* repeated(scopes, (scope) => scope.text()?.toLowerCase());
      const [first, ...others] = scopes.filter(isId);
      yield* others.filter((scope) => subscriptionOf(scope) !== subscriptionOf(first));
    },
  },
  {
    ...documented,
    id: "A-log-health-scope",
    title: "An alert on service health watches one subscription",
    code: "ScopeIsInvalid",
    codeIsAssumed: undefined,
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/21331",
    allowed: "the id of one subscription and nothing else, as the category is ServiceHealth",
    *check(alert) {
      const scopes = alert.list("scopes");
      if (isOnCategory(alert, "ServiceHealth")) {
        yield* scopes.length > 1
          ? [alert.at("scopes")]
          : scopes.filter((scope) => doesNotFit(scope, (id) => /^\/subscriptions\/[^/]+\/?$/i.test(id)));
      }
    },
  },
  descriptionFits,
  tellsFewGroups("actions.actionGroups"),
  tellsActionGroups("actions.actionGroups", { codeIsAssumed: true, grade: "assumed" }),
  {
    ...documented,
    id: "A-log-location",
    title: "An activity log alert is in the location global, in West Europe or in North Europe",
    code: "LocationNotAvailableForResourceType",
    allowed: locations.join(", "),
    *check(alert) {
      const location = alert.text("location");
      if (location !== undefined && !locations.includes(normalLocation(location))) {
        yield alert.at("location");
      }
    },
  },
];

function subscriptionOf(scope: View): string | undefined {
  return scope.text()?.toLowerCase().split("/")[2];
}

function isIncomplete(condition: View): boolean {
  const lacksComparison = condition.at("equals").absent && condition.at("containsAny").absent;
  return condition.at("anyOf").absent && (condition.at("field").absent || lacksComparison);
}

function isMixed(condition: View): boolean {
  const [anyOf, field, equals, containsAny] = ["anyOf", "field", "equals", "containsAny"].map((name) => isKnown(condition.at(name)));
  return (anyOf && (field || equals || containsAny)) || (equals && containsAny);
}

function isKnown(place: View): boolean {
  return place.given && !place.unknown;
}
