import { holdsUnknown } from "../../../properties/value";
import type { View } from "../../../properties/view";
import { is, isOneOf } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { allParts, securityRulePart } from "./own-parts";
import { isNamed } from "./subnet-services";

/**
 * What Azure refuses of the security group of the subnet of Azure Bastion. It looks for rules of the group's own, and does not
 * count the ones that every group has. Of all that Bastion needs (https://learn.microsoft.com/azure/bastion/bastion-nsg), these
 * rules ask for what reports of a refusal lacked.
 *
 * @param subnetsIn The subnets that a resource declares.
 */
export function bastionRules(subnetsIn: (resource: View) => View[]): Rule[] {
  /** The security groups of Bastion's subnets that do not fit, as far as all of their rules are known. */
  const groupsThatLack = (fits: (rules: readonly View[]) => boolean) => (resource: View, region: RegionView) =>
    subnetsIn(resource)
      .filter((subnet) => isNamed(subnet, "AzureBastionSubnet"))
      .filter((subnet) => {
        const id = subnet.text("networkSecurityGroup.id");
        const group = region.find(id ?? "")?.properties;
        const rules = allParts(securityRulePart, id, region);
        return group !== undefined && !group.at("securityRules").unknown && rules.every(isDecided) && !fits(rules);
      })
      .map((subnet) => subnet.at("networkSecurityGroup"));
  return [
    {
      id: "R251",
      title: "The security group of the subnet of Azure Bastion lets Bastion and its visitors in",
      code: "NetworkSecurityGroupNotCompliantForAzureBastionSubnet",
      grade: "observed",
      source: "https://github.com/Azure/azure-quickstart-templates/issues/8655",
      severity: "error",
      allowed: "a group that allows GatewayManager, and the Internet or the addresses of visitors, to port 443",
      check: groupsThatLack((rules) => {
        const open = rulesToHttps(rules, "Inbound");
        return open.some((rule) => isAnyOr(rule.at("sourceAddressPrefix"), "GatewayManager")) && open.some(isForVisitors);
      }),
    },
    {
      id: "R400",
      title: "The security group of the subnet of Azure Bastion has a rule that lets Bastion out to Azure",
      code: "NetworkSecurityGroupNotCompliantForAzureBastionSubnet",
      grade: "observed",
      source: "https://github.com/MicrosoftDocs/azure-docs/issues/80806",
      severity: "error",
      allowed: "a group with an Outbound rule that allows port 443 of AzureCloud",
      because: "Azure looks for a rule of the group's own, though its default rules allow this too",
      check: groupsThatLack((rules) => rulesToHttps(rules, "Outbound").some(isToAzure)),
    },
  ];
}

/** True where all of a rule is known that decides whom it lets through; a rule of its own has made-up values besides. */
function isDecided(rule: View): boolean {
  const ends = ["sourceAddressPrefix", "destinationAddressPrefix", "destinationPortRange", "destinationPortRanges"];
  return ["direction", "access", ...ends].every((property) => !holdsUnknown(rule.at(property).value));
}

/** Those of a group's rules that allow port 443 in one direction. */
function rulesToHttps(rules: readonly View[], direction: string): View[] {
  return rules.filter((rule) => is(rule.at("direction"), direction) && is(rule.at("access"), "Allow") && coversHttps(rule));
}

function coversHttps(rule: View): boolean {
  const ranges = [rule.text("destinationPortRange") ?? [], rule.texts("destinationPortRanges")].flat();
  return ranges.some((range) => {
    const [first, last = first] = range.split("-").map(Number);
    return range === "*" || (first <= 443 && last >= 443);
  });
}

function isAnyOr(prefix: View, tag: string): boolean {
  return isOneOf(prefix, ["*", "0.0.0.0/0", tag]);
}

/** Visitors come from the Internet, or from any addresses that the author knows. */
function isForVisitors(rule: View): boolean {
  return !isOneOf(rule.at("sourceAddressPrefix"), ["GatewayManager", "AzureLoadBalancer"]);
}

/** A list, and any narrower part of Azure, is left to Azure to judge. */
function isToAzure(rule: View): boolean {
  const prefix = rule.at("destinationAddressPrefix");
  return isAnyOr(prefix, "Internet") || prefix.text() === undefined || /^AzureCloud\b/i.test(prefix.text() ?? "");
}
