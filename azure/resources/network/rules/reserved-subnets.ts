import type { View } from "../../../properties/view";
import { nameInId, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

/** Azure's code is the name of the subnet. */
const bastion = "AzureBastionSubnet";
const gateways = "GatewaySubnet";

/**
 * The rules that subnets whose names keep them for a service hold nothing else.
 *
 * @param idsIn Where a resource names the subnets that it takes addresses of.
 */
export function reservedSubnetRules(idsIn: (resource: View) => View[]): Rule[] {
  return [
    {
      id: "R428",
      title: "The subnet of Azure Bastion holds nothing else",
      code: bastion,
      grade: "observed",
      source: "https://github.com/Azure/ato-toolkit/issues/26",
      severity: "error",
      allowed: "a subnet of another name",
      because: `the name ${bastion} keeps a subnet for Bastion`,
      *check(resource) {
        yield* named(bastion, idsIn(resource));
      },
    },
    {
      id: "R428-gateway",
      title: "The subnet of virtual network gateways holds nothing else",
      code: gateways,
      codeIsAssumed: true,
      grade: "observed",
      source: "https://github.com/MicrosoftDocs/azure-docs/issues/43740",
      severity: "error",
      allowed: "a subnet of another name",
      because: `the name ${gateways} keeps a subnet for gateways`,
      *check(resource) {
        yield* named(gateways, idsIn(resource));
      },
    },
  ];
}

function named(name: string, ids: readonly View[]): View[] {
  return ids.filter((id) => sameText(nameInId(id.text() ?? ""), name));
}
