import { doesNotFit, nameInId, sameId } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { idsIn, ipConfigurations, isKnown, isUniform } from "./model";

/** The network interfaces of the instances. */
export const networkRules: Rule[] = [
  {
    id: "R38",
    title: "Only a Flexible scale set names a version of the network API",
    code: "InvalidJson",
    grade: "observed",
    source: "https://github.com/Azure/bicep-registry-modules/issues/2088",
    severity: "error",
    allowed: "nothing, unless orchestrationMode is Flexible",
    *check(scaleSet) {
      const version = scaleSet.at("virtualMachineProfile.networkProfile.networkApiVersion");
      if (isUniform(scaleSet) && isKnown(version)) {
        yield version;
      }
    },
  },
  {
    id: "R81",
    title: "Every IP configuration has a subnet",
    code: "SubnetIsRequired",
    grade: "observed",
    source: "https://github.com/Azure/azure-sdk-for-python/pull/536",
    severity: "error",
    allowed: "the id of a subnet",
    *check(scaleSet) {
      yield* ipConfigurations(scaleSet).flatMap((ip) => (ip.at("subnet.id").absent ? [ip.at("subnet.id")] : []));
    },
  },
  {
    id: "R98-one-network",
    title: "All network interfaces of a scale set are in one virtual network",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface-vm",
    severity: "error",
    allowed: "a subnet of the virtual network that the first IP configuration is in",
    *check(scaleSet) {
      const subnets = ipConfigurations(scaleSet).map((ip) => ip.at("subnet.id"));
      const first = subnets.find((subnet) => subnet.text() !== undefined)?.text() ?? "";
      yield* subnets.filter((subnet) => doesNotFit(subnet, (id) => sameId(networkOf(id), networkOf(first))));
    },
  },
  {
    id: "R16",
    title: "An instance with a public address of its own is in no pool with an outbound rule",
    code: "NicWithPublicIpCannotReferencePoolWithOutboundRule",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/pull/60096",
    severity: "error",
    allowed: "nothing, as an outbound rule uses a backend pool of this IP configuration",
    *check(scaleSet, region) {
      for (const ip of ipConfigurations(scaleSet)) {
        const outboundRules = idsIn(ip, "loadBalancerBackendAddressPools").flatMap((pool) => {
          const rules = region.find(pool.text() ?? "")?.properties.list("outboundRules") ?? [];
          return rules.filter((rule) => nameInId(rule.text("backendAddressPool.id") ?? "") === nameInId(pool.text() ?? ""));
        });
        if (isKnown(ip.at("publicIPAddressConfiguration")) && outboundRules.length > 0) {
          yield ip.at("publicIPAddressConfiguration");
        }
      }
    },
  },
];

/** The id of the virtual network that a subnet lies in. */
export function networkOf(subnet: string): string {
  return subnet.replace(/\/subnets\/[^/]+$/i, "");
}
