import type { Value } from "../../../../properties/value";
import { add, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const list = "condition.allOf";
const equals = (field: string, value: string): Value => ({ field, equals: value });
const conditions = (...all: Value[]) => set(list, all);
const health = equals("category", "ResourceHealth");
const recommendation = equals("category", "Recommendation");

/** The conditions of an activity log alert. */
export const activityLogConditionCases: RuleCases[] = [
  {
    rule: "R326",
    refused: [
      { name: "an operation alone", change: conditions(equals("operationName", "Microsoft.Compute/virtualMachines/write")), at: list },
    ],
    accepted: [
      { name: "a category among others", change: conditions({ anyOf: [health, equals("category", "ServiceHealth")] }) },
      { name: "a field that is not known yet", change: unknown(`${list}[0].field`) },
    ],
  },
  {
    rule: "R327",
    refused: [{ name: "all of them", change: conditions(equals("category", "Administrative")), at: list }],
    accepted: [
      { name: "those of a level", change: conditions(equals("category", "Administrative"), equals("level", "Error")) },
      { name: "all of another category", change: conditions(equals("category", "Policy")) },
    ],
  },
  {
    rule: "R328",
    refused: [
      {
        name: "a list of operations",
        change: set(`${list}[1]`, { field: "operationName", containsAny: ["Microsoft.Compute/virtualMachines/write"] }),
        at: `${list}[1].containsAny`,
      },
    ],
    accepted: [{ name: "a list of levels", change: add(list, { field: "level", containsAny: ["Error", "Critical"] }) }],
  },
  {
    rule: "R329",
    refused: [
      { name: "errors of resource health", change: conditions(health, equals("level", "error")), at: `${list}[1].equals` },
      {
        name: "warnings among others",
        change: conditions(health, { field: "level", containsAny: ["Critical", "Warning"] }),
        at: `${list}[1].containsAny[1]`,
      },
      {
        name: "errors as one of several conditions",
        change: conditions(health, { anyOf: [equals("level", "Critical"), equals("level", "Error")] }),
        at: `${list}[1].anyOf[1].equals`,
      },
      { name: "a critical recommendation", change: conditions(recommendation, equals("level", "Critical")), at: `${list}[1].equals` },
    ],
    accepted: [
      { name: "a recommendation for information", change: conditions(recommendation, equals("level", "informational")) },
      { name: "what is critical", change: conditions(health, equals("level", "Critical")) },
      { name: "what is for information", change: conditions(health, equals("level", "Informational")) },
      { name: "errors of another category", change: add(list, equals("level", "Error")) },
    ],
  },
  {
    rule: "R330",
    refused: [{ name: "a field that no event has", change: add(list, equals("eventName", "BeginRequest")), at: `${list}[2].field` }],
    accepted: [{ name: "a field in other letters", change: add(list, equals("ResourceGroup", "web")) }],
  },
  {
    rule: "R331",
    refused: [
      { name: "a category that there is not", change: conditions(equals("category", "Health")), at: `${list}[0].equals` },
      { name: "a level that there is not", change: add(list, equals("level", "Fatal")), at: `${list}[2].equals` },
      {
        name: "the same as one of several conditions",
        change: add(list, { anyOf: [equals("level", "Error"), equals("level", "Fatal")] }),
        at: `${list}[2].anyOf[1].equals`,
      },
    ],
    accepted: [{ name: "a level in other letters", change: add(list, equals("level", "error")) }],
  },
  {
    rule: "T-log-enabled",
    refused: [{ name: "nothing said", change: remove("enabled"), at: "enabled" }],
    accepted: [{ name: "switched off in words", change: set("enabled", false) }],
  },
];
