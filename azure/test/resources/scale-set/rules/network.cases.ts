import { add, edits, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible, loadBalancer, loadBalancerId, networkId } from "../../../rules/valid/scale-set";
import { armId, regionResource } from "../../../rules/fake-region";
import { applicationSecurityGroupId, standingGroup } from "../../../rules/valid/application-security-group";
import { publicIpPrefixId } from "../../../rules/valid/public-ip-prefix";

const networkProfile = "virtualMachineProfile.networkProfile";
const nic = `${networkProfile}.networkInterfaceConfigurations[0]`;
const ip = `${nic}.ipConfigurations[0]`;
const probe = `${networkProfile}.healthProbe.id`;
const ownAddress = set(`${ip}.publicIPAddressConfiguration`, { name: "own", sku: { name: "Standard" } });
const pools = `${ip}.loadBalancerBackendAddressPools`;
const natPools = `${ip}.loadBalancerInboundNatPools`;

const elsewhere = armId("Microsoft.Network/virtualNetworks", "elsewhere");

const natNetwork = regionResource("azure-native:network:VirtualNetwork", networkId, {
  subnets: [{ name: "web", natGateway: { id: armId("Microsoft.Network/natGateways", "web-nat") } }, { name: "other" }],
});
const basicAddress = set(`${ip}.publicIPAddressConfiguration`, { name: "own", sku: { name: "Basic" } });

function poolsWithAddresses(name: string) {
  const addresses = [{ name: "one", ipAddress: "10.0.1.11", virtualNetwork: { id: networkId } }];
  return loadBalancer({
    backendAddressPools: ["instances", "others"].map((pool) => ({
      name: pool,
      ...(pool === name && { loadBalancerBackendAddresses: addresses }),
    })),
  });
}

export const networkCases: RuleCases[] = [
  {
    rule: "R139",
    refused: [
      {
        name: "Basic addresses beside a NAT gateway",
        change: edits(basicAddress, remove(pools), remove(natPools)),
        others: [natNetwork],
        at: `${ip}.publicIPAddressConfiguration.sku.name`,
      },
    ],
    accepted: [
      { name: "Standard addresses beside a NAT gateway", change: ownAddress, others: [natNetwork] },
      {
        name: "Basic addresses in another subnet",
        change: edits(basicAddress, remove(pools), remove(natPools), set(`${ip}.subnet.id`, `${networkId}/subnets/other`)),
        others: [natNetwork],
      },
    ],
  },
  {
    rule: "R262-instances",
    refused: [{ name: "a pool of addresses", change: edits(), others: [poolsWithAddresses("instances")], at: `${pools}[0].id` }],
    accepted: [{ name: "a pool beside one of addresses", change: edits(), others: [poolsWithAddresses("others")] }],
  },
  {
    rule: "R9-missing",
    refused: [
      {
        name: "a load balancer of another region",
        change: remove(natPools),
        others: [loadBalancer({ location: "northeurope" })],
        at: `${pools}[0].id`,
      },
      { name: "a subnet that is not there", change: set(`${ip}.subnet.id`, `${networkId}/subnets/missing`), at: `${ip}.subnet.id` },
      {
        name: "a backend pool that is not there",
        change: set(`${pools}[0].id`, `${loadBalancerId}/backendAddressPools/missing`),
        at: `${pools}[0].id`,
      },
      {
        name: "an application security group that is not there",
        change: set(`${ip}.applicationSecurityGroups`, [{ id: armId("Microsoft.Network/applicationSecurityGroups", "gone") }]),
        at: `${ip}.applicationSecurityGroups[0].id`,
      },
      {
        name: "an application security group of another region",
        change: set(`${ip}.applicationSecurityGroups`, [{ id: applicationSecurityGroupId }]),
        others: [standingGroup("web-group", { location: "northeurope" })],
        at: `${ip}.applicationSecurityGroups[0].id`,
      },
      {
        name: "a prefix that is not there",
        change: edits(
          ownAddress,
          set(`${ip}.publicIPAddressConfiguration.publicIPPrefix.id`, armId("Microsoft.Network/publicIPPrefixes", "gone")),
        ),
        at: `${ip}.publicIPAddressConfiguration.publicIPPrefix.id`,
      },
    ],
    accepted: [
      { name: "another subnet of the network", change: set(`${ip}.subnet.id`, `${networkId}/subnets/other`) },
      { name: "a subnet that is not known yet", change: unknown(`${ip}.subnet.id`) },
    ],
  },
  {
    rule: "R119-type",
    refused: [
      {
        name: "a backend pool in place of a NAT pool",
        change: set(`${natPools}[0].id`, `${loadBalancerId}/backendAddressPools/instances`),
        at: `${natPools}[0].id`,
      },
      {
        name: "a load balancing rule in place of a health probe",
        change: edits(remove("virtualMachineProfile.extensionProfile"), set(probe, `${loadBalancerId}/loadBalancingRules/http`)),
        at: probe,
      },
      {
        name: "a prefix of addresses in place of a network security group",
        change: set(`${nic}.networkSecurityGroup.id`, publicIpPrefixId),
        at: `${nic}.networkSecurityGroup.id`,
      },
    ],
    accepted: [
      { name: "a NAT pool in other letters", change: set(`${natPools}[0].id`, `${loadBalancerId.toUpperCase()}/inboundNatPools/SSH`) },
      { name: "a NAT pool that is not known yet", change: unknown(`${natPools}[0].id`) },
    ],
  },
  {
    rule: "R38",
    refused: [
      {
        name: "a network API version for a Uniform set",
        change: set(`${networkProfile}.networkApiVersion`, "2020-11-01"),
        at: `${networkProfile}.networkApiVersion`,
      },
    ],
    accepted: [
      {
        name: "a network API version for a Flexible set",
        change: inFlexible,
      },
    ],
  },
  {
    rule: "R81",
    refused: [
      { name: "no subnet", change: remove(`${ip}.subnet`), at: `${ip}.subnet.id` },
      { name: "a subnet without an id", change: set(`${ip}.subnet`, {}), at: `${ip}.subnet.id` },
    ],
    accepted: [{ name: "a subnet that is not known yet", change: unknown(`${ip}.subnet`) }],
  },
  {
    rule: "R98-one-network",
    refused: [
      {
        name: "a second network interface in another network",
        change: add(`${networkProfile}.networkInterfaceConfigurations`, {
          name: "second",
          ipConfigurations: [{ name: "second", subnet: { id: `${elsewhere}/subnets/web` } }],
        }),
        others: [regionResource("azure-native:network:VirtualNetwork", elsewhere, { subnets: [{ name: "web" }] })],
        at: `${networkProfile}.networkInterfaceConfigurations[1].ipConfigurations[0].subnet.id`,
      },
    ],
    accepted: [
      {
        name: "a second network interface in another subnet of the network",
        change: add(`${networkProfile}.networkInterfaceConfigurations`, {
          name: "second",
          ipConfigurations: [{ name: "second", subnet: { id: `${networkId}/subnets/other` } }],
        }),
      },
    ],
  },
  {
    rule: "R16",
    refused: [
      {
        name: "addresses of their own in a pool with an outbound rule",
        change: ownAddress,
        others: [
          loadBalancer({ outboundRules: [{ name: "out", backendAddressPool: { id: `${loadBalancerId}/backendAddressPools/instances` } }] }),
        ],
        at: `${ip}.publicIPAddressConfiguration`,
      },
    ],
    accepted: [
      {
        name: "addresses of their own where the outbound rule serves another pool",
        change: ownAddress,
        others: [
          loadBalancer({ outboundRules: [{ name: "out", backendAddressPool: { id: `${loadBalancerId}/backendAddressPools/others` } }] }),
        ],
      },
      { name: "addresses of their own without an outbound rule", change: ownAddress },
    ],
  },
];
