import type { Properties } from "../../../azure/properties/value";
import { everyType } from "../../../azure/test/rules/every-type";
import { edits, remove, set } from "../../../azure/test/rules/edits";
import { natPool } from "../../../azure/test/rules/valid/load-balancer";
import { validScaleSet } from "../../../azure/test/rules/valid/scale-set";

/** A resource of the example region, in the order in which a program creates them. */
export interface ExampleResource {
  readonly token: string;
  readonly properties: Properties;
}

/** What the examples need to refer to each other and not to the neighbours that they have in the tests of their rules. */
const adaptations: Readonly<Record<string, (resource: Properties) => void>> = {
  "azure-native:network:VirtualNetwork": set("subnets", [
    { name: "instances", addressPrefix: "10.0.1.0/24" },
    { name: "web", addressPrefix: "10.0.2.0/24" },
    { name: "other", addressPrefix: "10.0.3.0/24" },
  ]),
  // An address has one owner, which is the load balancer here.
  "azure-native:network:NatGateway": set("publicIpAddresses", []),
  "azure-native:network:LoadBalancer": edits(
    set("backendAddressPools", [{ name: "instances" }, { name: "others" }]),
    set("probes[0].name", "http"),
    set("loadBalancingRules[0].probe.id", "$self/probes/http"),
    remove("inboundNatRules"),
    set("inboundNatPools", [natPool()]),
  ),
};

/** One resource of every type, and a second scale set, which is the one that autoscale scales. */
export function exampleRegion(): ExampleResource[] {
  const examples = everyType.map(({ type: { token }, valid }) => {
    const properties = valid();
    adaptations[token]?.(properties);
    return { token, properties };
  });
  const scaled = {
    token: "azure-native:compute:VirtualMachineScaleSet",
    properties: { ...validScaleSet(), vmScaleSetName: "web-scale-set" },
  };
  const isScaleSet = ({ token }: ExampleResource) => token === scaled.token;
  const index = examples.findIndex(isScaleSet);
  return [...examples.slice(0, index), scaled, ...examples.slice(index)];
}
