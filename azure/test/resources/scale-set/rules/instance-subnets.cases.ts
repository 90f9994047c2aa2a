import type { Properties } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { add, nothing, set } from "../../../rules/edits";
import { regionResource } from "../../../rules/fake-region";
import { networkId } from "../../../rules/valid/scale-set";

const ips = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations";
const subnet = `${ips}[0].subnet.id`;

function network(properties: Properties) {
  return regionResource("azure-native:network:VirtualNetwork", networkId, {
    subnets: [{ name: "web", addressPrefix: "10.0.0.0/24", ...properties }, { name: "other" }],
  });
}

/** The first address in a subnet of the name, which the network has beside those that the others are in. */
function inSubnet(name: string) {
  const subnets = [{ name: "web" }, { name: "other" }, { name }];
  return {
    change: set(subnet, `${networkId}/subnets/${name}`),
    others: [regionResource("azure-native:network:VirtualNetwork", networkId, { subnets })],
  };
}

const delegations = [{ name: "containers", serviceName: "Microsoft.ContainerInstance/containerGroups" }];
const ofAService = regionResource("azure-native:network:Subnet", `${networkId}/subnets/web`, { addressPrefix: "10.0.0.0/24", delegations });

export const instanceSubnetCases: RuleCases[] = [
  {
    rule: "R428",
    refused: [
      { name: "the subnet of Bastion", ...inSubnet("AzureBastionSubnet"), at: subnet },
      {
        name: "the subnet of Bastion for a second address",
        change: add(ips, { name: "second", subnet: { id: `${networkId}/subnets/azurebastionsubnet` } }),
        others: inSubnet("AzureBastionSubnet").others,
        at: `${ips}[1].subnet.id`,
      },
    ],
    accepted: [{ name: "a subnet of a similar name", ...inSubnet("bastion") }],
  },
  {
    rule: "R428-gateway",
    refused: [{ name: "the subnet of gateways", ...inSubnet("GatewaySubnet"), at: subnet }],
    accepted: [{ name: "a subnet of a similar name", ...inSubnet("gateway") }],
  },
  {
    rule: "R429",
    refused: [
      { name: "a subnet that its network delegates", change: nothing, others: [network({ delegations })], at: subnet },
      { name: "a delegated subnet of its own", change: nothing, others: [ofAService], at: subnet },
    ],
    accepted: [{ name: "a subnet of nobody's", change: nothing, others: [network({ delegations: [] })] }],
  },
];
