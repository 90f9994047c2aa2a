import type { View } from "../../../properties/view";
import { doesNotFit, is, isEmpty, isOneOf } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const api = "https://learn.microsoft.com/rest/api/monitor/activity-log-alerts/create-or-update";
const categories = ["Administrative", "Autoscale", "Policy", "Recommendation", "ResourceHealth", "Security", "ServiceHealth"];
const levels = ["Verbose", "Informational", "Warning", "Error", "Critical"];

/** The levels that events of some categories are known to have. */
const levelsOf: Readonly<Record<string, { readonly levels: readonly string[]; readonly allowed: string }>> = {
  ResourceHealth: { levels: ["Verbose", "Informational", "Critical"], allowed: "Informational or Critical" },
  Recommendation: { levels: ["Informational"], allowed: "Informational" },
};

const fields = [
  ...["caller", "category", "level", "operationName", "resourceGroup", "resourceId", "resourceProvider", "resourceType", "status"],
  "subStatus",
];

const documented = { code: "UnsupportedCondition", codeIsAssumed: true, grade: "documented", source: api, severity: "error" } as const;

/** What the conditions of an activity log alert can ask for, and what they must. */
export const activityLogConditionRules: Rule[] = [
  {
    ...documented,
    id: "R326",
    title: "An activity log alert names the category of events",
    source: "https://learn.microsoft.com/cli/azure/monitor/activity-log/alert",
    allowed: "among others a condition with the field category",
    *check(alert) {
      const list = alert.at("condition.allOf");
      const isKnown =
        Array.isArray(list.value) && conditions(alert).every((condition) => !condition.unknown && !condition.at("field").unknown);
      if (isKnown && !withAlternatives(alert).some((condition) => is(condition.at("field"), "category"))) {
        yield list;
      }
    },
  },
  {
    ...documented,
    id: "R327",
    title: "An alert on administrative events says which ones",
    codeIsAssumed: undefined,
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/8732",
    allowed: "a further condition, such as one on operationName, level, status or resourceType",
    *check(alert) {
      const [only, ...others] = conditions(alert);
      if (only !== undefined && others.length === 0 && is(only.at("field"), "category") && is(only.at("equals"), "Administrative")) {
        yield alert.at("condition.allOf");
      }
    },
  },
  {
    ...documented,
    id: "R328",
    title: "An operation is named alone",
    codeIsAssumed: undefined,
    grade: "observed",
    source: "https://github.com/Azure/bicep/issues/6979",
    allowed: "equals with one operation; several are conditions of their own in anyOf",
    *check(alert) {
      yield* conditions(alert)
        .filter((condition) => is(condition.at("field"), "operationName"))
        .map((condition) => condition.at("containsAny"))
        .filter((list) => !list.unknown && !isEmpty(list));
    },
  },
  {
    ...documented,
    id: "R329",
    title: "Events of resource health are neither errors nor warnings, and recommendations are for information",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/10397",
    allowed: "a level that events of the category have",
    *check(alert) {
      for (const [category, { levels: known, allowed }] of Object.entries(levelsOf)) {
        if (isOnCategory(alert, category)) {
          const others = levels.filter((level) => !known.includes(level));
          const wrong = comparedWith(alert, "level").filter((level) => isOneOf(level, others));
          yield* wrong.map((at) => ({ at, allowed: `${allowed}, as the category is ${category}` }));
        }
      }
    },
  },
  {
    ...documented,
    id: "R330",
    title: "A condition is about a field that events have",
    allowed: `${fields.join(", ")}, or one below properties such as properties.cause`,
    *check(alert) {
      yield* withAlternatives(alert)
        .map((condition) => condition.at("field"))
        .filter((field) => doesNotFit(field, isField));
    },
  },
  {
    ...documented,
    id: "R331",
    title: "Categories and levels of events are those that there are",
    allowed: categories.join(", "),
    *check(alert) {
      for (const [field, values] of Object.entries({ category: categories, level: levels })) {
        for (const value of comparedWith(alert, field)) {
          if (value.text() !== undefined && !isOneOf(value, values)) {
            yield { at: value, allowed: values.join(", ") };
          }
        }
      }
    },
  },
  {
    id: "T-log-enabled",
    title: "An activity log alert is switched on in so many words",
    code: "Warning",
    grade: "observed",
    source: "https://github.com/Azure/azure-rest-api-specs/issues/35343",
    severity: "warning",
    allowed: "true",
    because: "Azure's documents say that it is the default, and Azure was seen to take false",
    *check(alert) {
      if (alert.at("enabled").absent) {
        yield alert.at("enabled");
      }
    },
  },
];

/** True where an alert is certain to be about one category of events. */
export function isOnCategory(alert: View, category: string): boolean {
  return conditions(alert).some((condition) => is(condition.at("field"), "category") && is(condition.at("equals"), category));
}

/** The values that a field is compared with. */
function comparedWith(alert: View, field: string): View[] {
  return withAlternatives(alert)
    .filter((condition) => is(condition.at("field"), field))
    .flatMap((condition) => [condition.at("equals"), ...condition.list("containsAny")]);
}

function conditions(alert: View): View[] {
  return alert.list("condition.allOf");
}

/** The conditions, and those of which one or another is to hold. */
function withAlternatives(alert: View): View[] {
  return [...conditions(alert), ...conditions(alert).flatMap((condition) => condition.list("anyOf"))];
}

function isField(text: string): boolean {
  return /^properties\./i.test(text) || fields.some((field) => field.toLowerCase() === text.toLowerCase());
}
