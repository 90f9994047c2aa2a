import { armTypeOf } from "../../../arm/id";
import { doesNotFit, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "documented", severity: "error" } as const;

/** For alerts of every kind. */
export const descriptionFits: Rule = {
  ...documented,
  id: "A-description",
  title: "The description of an alert has at most 2048 characters",
  source: "https://learn.microsoft.com/azure/azure-monitor/fundamentals/service-limits",
  allowed: "at most 2048 characters",
  *check(alert) {
    const description = alert.at("description");
    if (doesNotFit(description, (text) => text.length <= 2048)) {
      yield description;
    }
  },
};

/** For alerts of every kind, each of which has its action groups in another place. */
export function tellsFewGroups(place: string): Rule {
  return {
    ...documented,
    id: "R239-actions",
    title: "An alert tells at most 5 action groups",
    source: "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups",
    allowed: "at most 5 action groups",
    *check(alert) {
      if (alert.list(place).length > 5) {
        yield alert.at(place);
      }
    },
  };
}

/** The same; of an activity log alert nobody published the answer. */
export function tellsActionGroups(place: string, answer: Pick<Rule, "codeIsAssumed" | "grade">): Rule {
  return {
    code: "BadRequest",
    ...answer,
    id: "R482",
    title: "An alert tells action groups and nothing else",
    source: "https://github.com/Azure/azure-powershell/issues/11102",
    severity: "error",
    allowed: "the id of an action group",
    *check(alert) {
      for (const id of alert.list(place).map((action) => action.at("actionGroupId"))) {
        const type = armTypeOf(id.text() ?? "");
        if (type !== undefined && !sameText(type, "Microsoft.Insights/actionGroups")) {
          yield { at: id, because: `this is of the type ${type}` };
        }
      }
    },
  };
}
