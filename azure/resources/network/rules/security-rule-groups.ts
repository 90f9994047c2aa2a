import type { View } from "../../../properties/view";
import type { Rule } from "../../../rules/rule";
import { networksOfMembers } from "./group-members";

/** The lists of a security rule that name application security groups. */
export const groupLists = ["sourceApplicationSecurityGroups", "destinationApplicationSecurityGroups"];

/** One when the limit was published; the provider's check has followed it (internal/services/network/network_security_rule_resource.go). */
const maximumApplicationSecurityGroups = 10;

/**
 * What Azure refuses in the application security groups of security rules.
 *
 * @param rulesIn The security rules that a resource declares.
 */
export function securityRuleGroupRules(rulesIn: (resource: View) => View[]): Rule[] {
  return [
    {
      id: "R250",
      title: "Each end of a security rule has at most ten application security groups",
      code: "NumberOfApplicationSecurityGroupsReferencedInSecurityRuleLimitReached",
      grade: "observed",
      source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/1587",
      severity: "error",
      allowed: `at most ${maximumApplicationSecurityGroups}`,
      *check(resource) {
        const ends = rulesIn(resource).flatMap((rule) => groupLists.map((list) => rule.at(list)));
        yield* ends.filter((end) => end.list().length > maximumApplicationSecurityGroups);
      },
    },
    {
      id: "R493",
      title: "The members of a security rule's application security groups are in one virtual network",
      code: "AllApplicationSecurityGroupsInSecurityRuleMustBeFromSameVnet",
      grade: "observed",
      source: "https://github.com/Azure/azure-sdk-for-java/issues/34158",
      severity: "error",
      allowed: "groups whose members are all in one virtual network",
      *check(resource, region) {
        for (const rule of rulesIn(resource)) {
          const networks = new Set<string>();
          for (const id of groupLists.flatMap((list) => rule.list(list)).map((reference) => reference.at("id"))) {
            networksOfMembers(id.text() ?? "", region).forEach((network) => networks.add(network));
            if (networks.size > 1) {
              yield id;
              break;
            }
          }
        }
      },
    },
  ];
}
