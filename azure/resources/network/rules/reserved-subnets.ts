import type { View } from "../../../properties/view";
import { nameInId, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

/** What the names of subnets keep them for; Azure's code is the name of the subnet. */
const reserved = [
  {
    name: "AzureBastionSubnet",
    keptFor: "Bastion",
    id: "R428",
    title: "The subnet of Azure Bastion holds nothing else",
    source: "https://github.com/Azure/ato-toolkit/issues/26",
  },
  {
    name: "GatewaySubnet",
    keptFor: "gateways",
    id: "R428-gateway",
    title: "The subnet of virtual network gateways holds nothing else",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/43740",
    codeIsAssumed: true,
  },
] as const;

/**
 * The rules that subnets whose names keep them for a service hold nothing else.
 *
 * @param idsIn Where a resource names the subnets that it takes addresses of.
 */
export function reservedSubnetRules(idsIn: (resource: View) => View[]): Rule[] {
  return reserved.map(({ name, keptFor, ...answer }) => ({
    ...answer,
    code: name,
    grade: "observed",
    severity: "error",
    allowed: "a subnet of another name",
    because: `the name ${name} keeps a subnet for ${keptFor}`,
    *check(resource) {
      yield* idsIn(resource).filter((id) => sameText(nameInId(id.text() ?? ""), name));
    },
  }));
}
