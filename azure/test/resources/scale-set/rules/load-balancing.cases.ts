import { UNKNOWN } from "../../../../properties/value";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible, loadBalancer, loadBalancerId, networkId } from "../../../rules/valid/scale-set";
import { armId } from "../../../rules/fake-region";

const networkProfile = "virtualMachineProfile.networkProfile";
const probe = `${networkProfile}.healthProbe.id`;
const ip = `${networkProfile}.networkInterfaceConfigurations[0].ipConfigurations[0]`;
const pools = `${ip}.loadBalancerBackendAddressPools`;
const natPools = `${ip}.loadBalancerInboundNatPools`;

const otherId = armId("Microsoft.Network/loadBalancers", "other-lb");
const otherPool = { id: `${otherId}/backendAddressPools/instances` };
const internal = { frontendIPConfigurations: [{ name: "internal", subnet: { id: `${networkId}/subnets/web` } }] };

/** Health from the load balancer's probe in the place of the extension. */
const withProbe = (name: string) => edits(remove("virtualMachineProfile.extensionProfile"), set(probe, `${loadBalancerId}/probes/${name}`));
const natRange = (last: number) =>
  loadBalancer({ inboundNatPools: [{ name: "ssh", frontendPortRangeStart: 50_000, frontendPortRangeEnd: last }] });
const overprovisioned = edits(
  remove("overprovision"),
  set("doNotRunExtensionsOnOverprovisionedVMs", true),
  remove("upgradePolicy.rollingUpgradePolicy.maxSurge"),
);
const regionalWithOneGroup = edits(remove("zones"), set("singlePlacementGroup", true));

export const loadBalancingCases: RuleCases[] = [
  {
    rule: "R4",
    refused: [
      {
        name: "zones behind a Basic load balancer",
        change: remove(natPools),
        others: [loadBalancer({ sku: { name: "Basic" } })],
        at: `${pools}[0].id`,
      },
      {
        name: "zones behind a load balancer without a SKU",
        change: remove(natPools),
        others: [loadBalancer({ sku: null })],
        at: `${pools}[0].id`,
      },
      {
        name: "several placement groups behind a Basic load balancer",
        change: edits(remove(natPools), remove("zones")),
        others: [loadBalancer({ sku: { name: "Basic" } })],
        at: `${pools}[0].id`,
      },
    ],
    accepted: [
      { name: "zones behind a Standard load balancer", change: nothing },
      {
        name: "one placement group behind a Basic load balancer",
        change: regionalWithOneGroup,
        others: [loadBalancer({ sku: { name: "Basic" } })],
      },
    ],
  },
  {
    rule: "R20",
    refused: [{ name: "11 instances with 10 ports", change: set("sku.capacity", 11), at: "sku.capacity" }],
    accepted: [
      { name: "10 instances with 10 ports", change: set("sku.capacity", 10) },
      { name: "11 instances with 11 ports", change: set("sku.capacity", 11), others: [natRange(50_010)] },
      { name: "11 instances with a pool that is not known yet", change: edits(set("sku.capacity", 11), unknown(`${natPools}[0].id`)) },
    ],
  },
  {
    rule: "T-nat-ports",
    refused: [
      { name: "6 overprovisioned instances with 10 ports", change: edits(overprovisioned, set("sku.capacity", 6)), at: "overprovision" },
    ],
    accepted: [
      { name: "5 overprovisioned instances with 10 ports", change: edits(overprovisioned, set("sku.capacity", 5)) },
      { name: "6 instances with 10 ports", change: set("sku.capacity", 6) },
    ],
  },
  {
    rule: "R21",
    refused: [
      {
        name: "a NAT pool for a Flexible set",
        change: edits(inFlexible, set(natPools, [{ id: `${loadBalancerId}/inboundNatPools/ssh` }])),
        at: natPools,
      },
    ],
    accepted: [{ name: "a Flexible set without NAT pools", change: inFlexible }],
  },
  {
    rule: "R23",
    refused: [
      { name: "two public load balancers", change: add(pools, otherPool), others: [loadBalancer({}, otherId)], at: `${pools}[1].id` },
      {
        name: "two internal load balancers",
        change: add(pools, otherPool),
        others: [loadBalancer(internal), loadBalancer(internal, otherId)],
        at: `${pools}[1].id`,
      },
    ],
    accepted: [
      { name: "a public and an internal load balancer", change: add(pools, otherPool), others: [loadBalancer(internal, otherId)] },
      {
        name: "two load balancers with frontends that are not known yet",
        change: add(pools, otherPool),
        others: [loadBalancer({ frontendIPConfigurations: [UNKNOWN] }), loadBalancer({ frontendIPConfigurations: [UNKNOWN] }, otherId)],
      },
      { name: "two pools of one load balancer", change: add(pools, { id: `${loadBalancerId.toUpperCase()}/backendAddressPools/others` }) },
    ],
  },
  {
    rule: "R24",
    refused: [
      { name: "a probe that no rule uses", change: withProbe("unused"), at: probe },
      {
        name: "a probe of a rule that serves another pool",
        change: edits(withProbe("http"), set(`${pools}[0].id`, `${loadBalancerId}/backendAddressPools/others`)),
        at: probe,
      },
    ],
    accepted: [
      { name: "the probe of the rule for the scale set", change: withProbe("http") },
      { name: "a probe that is not known yet", change: edits(remove("virtualMachineProfile.extensionProfile"), unknown(probe)) },
    ],
  },
  {
    rule: "R25",
    refused: [
      {
        name: "a probe of a load balancer that the scale set is not behind",
        change: edits(withProbe("http"), remove(pools), remove(natPools)),
        at: pools,
      },
    ],
    accepted: [
      { name: "a probe of the load balancer that the scale set is behind", change: withProbe("http") },
      { name: "pools that are not known yet", change: edits(withProbe("http"), unknown(pools)) },
    ],
  },
];
