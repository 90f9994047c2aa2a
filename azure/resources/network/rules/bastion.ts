import { holdsUnknown } from "../../../properties/value";
import type { View } from "../../../properties/view";
import { is, isOneOf } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
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
  const groupsThatLack = (fits: (group: View) => boolean) => (resource: View, region: RegionView) =>
    subnetsIn(resource)
      .filter((subnet) => isNamed(subnet, "AzureBastionSubnet"))
      .filter((subnet) => {
        const group = region.find(subnet.text("networkSecurityGroup.id") ?? "")?.properties;
        return group !== undefined && !holdsUnknown(group.at("securityRules").value) && !fits(group);
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
      check: groupsThatLack((group) => {
        const open = rulesToHttps(group, "Inbound");
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
      check: groupsThatLack((group) => rulesToHttps(group, "Outbound").some(isToAzure)),
    },
  ];
}

/** The rules of a group that allow port 443 in one direction. */
function rulesToHttps(group: View, direction: string): View[] {
  return group
    .list("securityRules")
    .filter((rule) => is(rule.at("direction"), direction) && is(rule.at("access"), "Allow") && coversHttps(rule));
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
