import type { View } from "../../../properties/view";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";

/** How a resource declares security rules: all that a group has, or one of them. */
export interface DeclaredRules {
  readonly rulesIn: (resource: View) => View[];
  /** The rules that the group has beside them. */
  readonly others: (resource: View, region: RegionView) => View[];
  /** Where it is said that a group has too many. */
  readonly place: (resource: View) => View;
}

/** Neither can be raised (https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits). */
const maximumRules = 1000;
const maximumListed = 4000;

const lists = ["sourceAddressPrefixes", "destinationAddressPrefixes", "sourcePortRanges", "destinationPortRanges"];

/** What Azure refuses in the rules of a network security group together: one priority twice, too many, and too much in their lists. */
export function rulesTogether({ rulesIn, others, place }: DeclaredRules): Rule[] {
  return [
    {
      id: "R78-unique",
      title: "Security rules of one direction have different priorities",
      code: "SecurityRuleConflict",
      grade: "observed",
      source: "https://github.com/Azure/aks-engine/issues/2106",
      severity: "error",
      allowed: "a priority that no other rule of this direction has",
      *check(resource, region) {
        const taken = new Map(others(resource, region).map((rule) => [directedPriority(rule), rule]));
        for (const rule of rulesIn(resource)) {
          const priority = directedPriority(rule);
          const other = priority === undefined ? undefined : taken.get(priority);
          if (other) {
            yield { at: rule.at("priority"), because: `the rule ${nameOf(other) ?? "of another name"} has it` };
          } else {
            taken.set(priority, rule);
          }
        }
      },
    },
    {
      id: "R345",
      title: `A network security group has at most ${maximumRules} rules`,
      code: "SecurityRuleCountLimitReached",
      grade: "observed",
      source: "https://github.com/Azure/azure-rest-api-specs/issues/3003",
      severity: "error",
      allowed: `at most ${maximumRules}; a rule can list several addresses and ports`,
      *check(resource, region) {
        const count = rulesIn(resource).length + others(resource, region).length;
        if (count > maximumRules) {
          yield { at: place(resource), because: `there are ${count} rules` };
        }
      },
    },
    {
      id: "R345-lists",
      title: `The rules of a network security group list at most ${maximumListed} addresses or ports of each kind together`,
      code: "SecurityRuleAddressesOrPortsPerSecurityGroupLimitReached",
      grade: "observed",
      source: "https://github.com/kubernetes-sigs/cloud-provider-azure/issues/2725",
      severity: "error",
      allowed: `at most ${maximumListed} of each kind; larger blocks and ranges, or service tags`,
      *check(resource, region) {
        const rules = [...rulesIn(resource), ...others(resource, region)];
        for (const list of lists) {
          const listed = rules.reduce((count, rule) => count + rule.list(list).length, 0);
          if (listed > maximumListed) {
            yield { at: place(resource), because: `there are ${listed} ${list}` };
          }
        }
      },
    },
  ];
}

/** The name of a rule, whether it is a resource of its own or part of its group. */
export function nameOf(rule: View): string | undefined {
  return rule.text("securityRuleName") ?? rule.text("name");
}

/** What only one rule of a group has; undefined as long as a part of it is not known. */
function directedPriority(rule: View): string | undefined {
  const [direction, priority] = [rule.text("direction"), rule.number("priority")];
  return direction === undefined || priority === undefined ? undefined : `${direction.toLowerCase()} ${priority}`;
}
