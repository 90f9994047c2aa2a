import type { Properties } from "../../../../properties/value";
import { add, edits, nothing, set } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { networkId, validScaleSet } from "../../../rules/valid/scale-set";

const ips = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations";

function network(properties: Properties) {
  return regionResource("azure-native:network:VirtualNetwork", networkId, { subnets: [{ name: "web", ...properties }, { name: "other" }] });
}

/** Eight addresses, of which Azure keeps five. */
const small = network({ addressPrefix: "10.0.0.0/29" });
const neighbour = regionResource(
  "azure-native:compute:VirtualMachineScaleSet",
  armId("Microsoft.Compute/virtualMachineScaleSets", "neighbour"),
  validScaleSet(),
);
const six = add(ips, { name: "six", privateIPAddressVersion: "IPv6", subnet: { id: `${networkId}/subnets/web` } });

export const subnetRoomCases: RuleCases[] = [
  {
    rule: "R219",
    refused: [
      { name: "4 instances in a subnet with 3 addresses", change: set("sku.capacity", 4), others: [small], at: "sku.capacity" },
      { name: "2 instances beside 2 of another scale set", change: nothing, others: [small, neighbour], at: "sku.capacity" },
      {
        name: "2 instances with two addresses each",
        change: add(ips, { name: "second", subnet: { id: `${networkId}/subnets/web` } }),
        others: [small],
        at: "sku.capacity",
      },
    ],
    accepted: [
      { name: "3 instances in a subnet with 3 addresses", change: set("sku.capacity", 3), others: [small] },
      { name: "4 instances in a larger subnet", change: set("sku.capacity", 4), others: [network({ addressPrefixes: ["10.0.0.0/28"] })] },
      { name: "4 instances in a subnet of which nothing is said", change: set("sku.capacity", 4) },
    ],
  },
  {
    rule: "R220",
    refused: [
      { name: "IPv6 in a subnet of IPv4", change: six, others: [network({ addressPrefix: "10.0.0.0/24" })], at: `${ips}[1].subnet.id` },
    ],
    accepted: [
      { name: "IPv6 in a subnet of both", change: six, others: [network({ addressPrefixes: ["10.0.0.0/24", "fd00:db8::/64"] })] },
      { name: "IPv6 in a subnet of which nothing is said", change: edits(six, nothing) },
    ],
  },
];
