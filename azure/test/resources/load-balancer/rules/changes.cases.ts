import type { RuleCases } from "../../../rules/cases";
import type { Properties } from "../../../../properties/value";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { another, internal, withNatPool } from "./edits";
import { loadBalancerId } from "../../../rules/valid/load-balancer";

/** A scale set that refers to parts of the load balancer. */
function scaleSet(ipConfiguration: Properties, healthProbe: Properties | null = null) {
  const networkProfile = { healthProbe, networkInterfaceConfigurations: [{ name: "primary", ipConfigurations: [ipConfiguration] }] };
  return regionResource("azure-native:compute:VirtualMachineScaleSet", armId("Microsoft.Compute/virtualMachineScaleSets", "web"), {
    virtualMachineProfile: { networkProfile },
  });
}

const inBackendPool = scaleSet({ loadBalancerBackendAddressPools: [{ id: `${loadBalancerId}/backendAddressPools/instances` }] });
const inNatPool = scaleSet({ loadBalancerInboundNatPools: [{ id: `${loadBalancerId.toUpperCase()}/inboundNatPools/ssh` }] });
const probed = scaleSet({}, { id: `${loadBalancerId}/probes/readiness` });

/** A second rule, with a probe of this name. */
const withAnotherRule = (name: string) => another({ probe: { id: `$self/probes/${name}` } });

const zones = "frontendIPConfigurations[0].zones";
const backendPort = "loadBalancingRules[0].backendPort";

const withoutParts = edits(remove("backendAddressPools"), remove("loadBalancingRules"), remove("inboundNatRules"), remove("outboundRules"));

/** What Azure refuses to change of a load balancer. */
export const changeCases: RuleCases[] = [
  {
    rule: "C-sku",
    refused: [
      { name: "from Basic to Standard", before: set("sku.name", "Basic"), change: nothing, at: "sku.name" },
      { name: "from no SKU, which means Basic, to Standard", before: remove("sku"), change: nothing, at: "sku.name" },
    ],
    accepted: [
      { name: "the same in other letters", change: set("sku.name", "standard") },
      { name: "from no SKU to Basic", before: remove("sku"), change: set("sku.name", "Basic") },
      { name: "a SKU that is not known yet", change: unknown("sku") },
    ],
  },
  {
    rule: "C-tier",
    refused: [{ name: "from Regional to Global", change: set("sku.tier", "Global"), at: "sku.tier" }],
    accepted: [
      { name: "from no tier, which means Regional, to Regional", before: remove("sku.tier"), change: nothing },
      { name: "a tier that is not known yet", change: unknown("sku.tier") },
    ],
  },
  {
    rule: "R175",
    refused: [
      { name: "zones more", change: edits(internal, set(zones, ["1"])), before: internal, at: zones },
      { name: "another zone", change: edits(internal, set(zones, ["2"])), before: edits(internal, set(zones, ["1"])), at: zones },
    ],
    accepted: [
      {
        name: "the same zones in another order",
        change: edits(internal, set(zones, ["2", "1"])),
        before: edits(internal, set(zones, ["1", "2"])),
      },
      {
        name: "zones of a frontend that is new",
        change: edits(internal, set("frontendIPConfigurations[0].name", "zonal"), set(zones, ["1"])),
        before: internal,
      },
    ],
  },
  {
    rule: "R470",
    refused: [
      {
        name: "the last frontend goes",
        change: edits(withoutParts, set("frontendIPConfigurations", [])),
        at: "frontendIPConfigurations",
      },
      {
        name: "no list of frontends any more",
        change: edits(withoutParts, remove("frontendIPConfigurations")),
        at: "frontendIPConfigurations",
      },
    ],
    accepted: [
      { name: "another frontend in its place", change: set("frontendIPConfigurations[0].name", "another") },
      { name: "frontends that are not known yet", change: unknown("frontendIPConfigurations") },
      {
        name: "none, as there was none",
        before: edits(withoutParts, set("frontendIPConfigurations", [])),
        change: edits(withoutParts, set("frontendIPConfigurations", [])),
      },
    ],
  },
  {
    rule: "R22-nat-pool",
    refused: [
      {
        name: "a NAT pool less, which a scale set uses",
        before: withNatPool,
        change: nothing,
        others: [inNatPool],
        at: "inboundNatPools[0]",
      },
      {
        name: "another name for a NAT pool that a scale set uses",
        before: withNatPool,
        change: edits(withNatPool, set("inboundNatPools[0].name", "renamed")),
        others: [inNatPool],
        at: "inboundNatPools[0]",
      },
    ],
    accepted: [
      { name: "a NAT pool less, which no scale set uses", before: withNatPool, change: nothing, others: [inBackendPool] },
      { name: "a NAT pool more", change: withNatPool, others: [inNatPool] },
      { name: "NAT pools that are not known yet", before: withNatPool, change: unknown("inboundNatPools"), others: [inNatPool] },
    ],
  },
  {
    rule: "R22-backend-pool",
    refused: [
      {
        name: "a backend pool less, which a scale set uses",
        change: withoutParts,
        others: [inBackendPool],
        at: "backendAddressPools[0]",
      },
    ],
    accepted: [
      { name: "a backend pool less, which no scale set uses", change: withoutParts },
      { name: "a backend pool more", change: add("backendAddressPools", { name: "more" }), others: [inBackendPool] },
    ],
  },
  {
    rule: "R26",
    refused: [
      {
        name: "no rule any more with a scale set's health probe",
        change: set("loadBalancingRules", []),
        others: [probed],
        at: "loadBalancingRules[0]",
      },
      {
        name: "a rule less, with a scale set's health probe that another rule has too",
        before: withAnotherRule("readiness"),
        change: nothing,
        others: [probed],
        at: "loadBalancingRules[1]",
      },
      {
        name: "another name for a rule with a scale set's health probe",
        change: set("loadBalancingRules[0].name", "renamed"),
        others: [probed],
        at: "loadBalancingRules[0]",
      },
    ],
    accepted: [
      { name: "no rule any more with a probe that no scale set uses", change: set("loadBalancingRules", []) },
      { name: "a rule less, with another probe", before: withAnotherRule("liveness"), change: nothing, others: [probed] },
      { name: "a rule more", change: withAnotherRule("readiness"), others: [probed] },
      { name: "rules that are not known yet", change: unknown("loadBalancingRules"), others: [probed] },
    ],
  },
  {
    rule: "R502",
    refused: [
      {
        name: "another backend port, with a scale set's health probe",
        change: set(backendPort, 8080),
        others: [probed],
        at: backendPort,
      },
      { name: "a backend port where there was none", before: remove(backendPort), change: nothing, others: [probed], at: backendPort },
    ],
    accepted: [
      { name: "another backend port, with a probe that no scale set uses", change: set(backendPort, 8080), others: [inBackendPool] },
      { name: "another frontend port", change: set("loadBalancingRules[0].frontendPort", 8080), others: [probed] },
      { name: "a backend port that is not known yet", change: unknown(backendPort), others: [probed] },
    ],
  },
];
