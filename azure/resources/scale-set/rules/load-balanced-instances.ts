import type { View } from "../../../properties/view";
import { BackendPort, backendPorts, natPortCount, partName, shareAPool, sharedPorts, skuOf } from "../../load-balancer/rules/model";
import { nameInId, outside, sameId, sameText, textOr } from "../../../rules/lookups";
import { availablePorts } from "../../load-balancer/rules/outbound-ports";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { idsIn, ipConfigurations } from "./model";

const scaleSetType = "azure-native:compute:VirtualMachineScaleSet";
const deploymentErrors = "https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors";

/** What Azure refuses of a scale set because of what the load balancer before it declares. */
export const loadBalancedInstanceRules: Rule[] = [
  {
    id: "R1-instances",
    title: "A load balancer and the public IP addresses of the instances behind it are of one SKU",
    code: "DifferentSkuLoadBalancerAndPublicIPAddressNotAllowedInVMSS",
    grade: "documented",
    source: deploymentErrors,
    severity: "error",
    allowed: "the SKU of the load balancer",
    *check(scaleSet, region) {
      for (const { ip, properties } of memberships(scaleSet, region)) {
        const place = ip.at("publicIPAddressConfiguration.sku.name");
        // Prefixes are Standard, and so are the addresses from them: https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix.
        const preset = ip.has("publicIPAddressConfiguration.publicIPPrefix") ? "Standard" : "Basic";
        const [sku, other] = [textOr(place, preset), skuOf(properties)];
        if (ip.has("publicIPAddressConfiguration") && sku !== undefined && other !== undefined && !sameText(sku, other)) {
          yield { at: place, allowed: `${other}, the SKU of the load balancer` };
        }
      }
    },
  },
  {
    id: "R10-instances",
    title: "Rules of one load balancer send to different ports of an instance, also where they serve different pools",
    code: "RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndVmssIPConfig",
    grade: "documented",
    source: deploymentErrors,
    severity: "error",
    allowed: "pools whose rules send to different ports",
    *check(scaleSet, region) {
      for (const { ip, properties, pools } of memberships(scaleSet, region)) {
        // Within one pool, the load balancer is refused itself.
        const [shared] = sharedPorts(portsFor(pools, properties, "loadBalancingRules"), (one, other) => !shareAPool(one, other));
        if (shared) {
          yield { at: ip.at("loadBalancerBackendAddressPools"), because: `two of their rules send to port ${shared.port}` };
        }
      }
    },
  },
  {
    id: "R11-instances",
    title: "An inbound NAT pool sends to another port of an instance than the load balancing rules",
    code: "RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndVmssIPConfig",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/load-balancer/load-balancer-nat-pool-migration",
    severity: "error",
    allowed: "inbound NAT pools that send to ports of their own",
    *check(scaleSet, region) {
      for (const { ip, properties, pools, natPools } of memberships(scaleSet, region)) {
        const natted = portsFor(natPools, properties, "inboundNatPools");
        const [shared] = sharedPorts([...portsFor(pools, properties, "loadBalancingRules"), ...natted], (_, port) => natted.includes(port));
        if (shared) {
          yield { at: ip.at("loadBalancerInboundNatPools"), because: `something else sends to port ${shared.port} already` };
        }
      }
    },
  },
  {
    id: "R15",
    title: "The outbound ports that a rule allocates are enough for every member of its pool",
    code: "SpecifiedAllocatedOutboundPortsForOutboundRuleExceedsTotalNumberOfAvailablePorts",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/124508",
    severity: "error",
    allowed: "fewer instances",
    *check(scaleSet, region) {
      const capacity = scaleSet.at("sku.capacity");
      // As long as the scale set has no id, it cannot be told from the others.
      const scaleSets = region.self === undefined ? [] : region.all(scaleSetType);
      const others = scaleSets.flatMap(({ properties }) => membersOfPools(properties, region));
      for (const { pool, loadBalancer, properties } of membersOfPools(scaleSet, region)) {
        const outboundRule = properties.list("outboundRules").find((rule) => partName(rule.at("backendAddressPool")) === pool);
        const ports = outboundRule?.number("allocatedOutboundPorts") ?? 0;
        const available = outboundRule && availablePorts(properties, outboundRule);
        if (ports > 0 && available !== undefined) {
          const beside = others.filter((other) => other.pool === pool && sameId(other.loadBalancer, loadBalancer));
          const most = Math.floor(available / ports) - beside.reduce((sum, { members }) => sum + members, 0);
          if (outside(capacity, 0, most)) {
            yield {
              at: capacity,
              allowed: `at most ${Math.max(most, 0)} instances with ${ports} outbound ports each`,
              because: `the outbound rule has ${available} ports for all members of the pool together`,
            };
            return;
          }
        }
      }
    },
  },
  {
    id: "T-nat-rule-ports",
    title: "An inbound NAT rule has a port for every instance in its backend pool",
    code: "Warning",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/load-balancer/inbound-nat-rules",
    severity: "warning",
    allowed: "as many instances as the rule has ports",
    *check(scaleSet, region) {
      const capacity = scaleSet.at("sku.capacity");
      for (const { name, ports } of memberships(scaleSet, region).flatMap(natRulesFor)) {
        if (outside(capacity, 0, ports)) {
          yield {
            at: capacity,
            allowed: `at most ${ports}`,
            because: `the inbound NAT rule ${name} has ${ports} frontend ports, and Azure blocks instances beyond them`,
          };
          return;
        }
      }
    },
  },
  {
    id: "R176",
    title: "Instances are in the virtual network of the internal load balancer before them",
    code: "NetworkInterfaceAndInternalLoadBalancerMustUseSameVnet",
    grade: "source",
    source:
      "https://github.com/Azure/azure-libraries-for-java/blob/master/azure-mgmt-compute/src/main/java/com/microsoft/azure/management/compute/implementation/VirtualMachineScaleSetImpl.java",
    severity: "error",
    allowed: "a subnet of the load balancer's virtual network",
    *check(scaleSet, region) {
      for (const { ip, properties } of memberships(scaleSet, region)) {
        const network = networkOf(ip.text("subnet.id"));
        const [other] = properties.list("frontendIPConfigurations").flatMap((frontend) => networkOf(frontend.text("subnet.id")) ?? []);
        if (network !== undefined && other !== undefined && !sameId(network, other)) {
          yield { at: ip.at("subnet.id"), because: `the load balancer's frontend is in ${nameInId(other)}` };
        }
      }
    },
  },
  {
    id: "R177",
    title: "An outbound rule serves primary IP configurations alone",
    code: "OutboundRuleCannotBeUsedWithBackendAddressPoolThatIsReferencedBySecondaryIpConfigs",
    grade: "observed",
    source: "https://github.com/Azure/AzLoadBalancerMigration/issues/35",
    severity: "error",
    allowed: "pools without an outbound rule",
    because: "the IP configuration is not the primary one",
    *check(scaleSet, region) {
      for (const { ip, properties, pools } of memberships(scaleSet, region)) {
        // Those of version 6 are never primary, and have outbound rules.
        const isSecondary = ip.flag("primary") === false && sameText(textOr(ip.at("privateIPAddressVersion"), "IPv4"), "IPv4");
        if (isSecondary && properties.list("outboundRules").some((rule) => pools.includes(partName(rule.at("backendAddressPool")) ?? ""))) {
          yield ip.at("loadBalancerBackendAddressPools");
        }
      }
    },
  },
];

/** The virtual network that a subnet is in, by its id. */
function networkOf(subnet: string | undefined): string | undefined {
  return /^(\/.+)\/subnets\/[^/]+$/i.exec(subnet ?? "")?.[1];
}

/** That an IP configuration is in pools of a load balancer; names in lower case. */
interface Membership {
  readonly ip: View;
  readonly loadBalancer: string;
  readonly properties: View;
  readonly pools: readonly string[];
  readonly natPools: readonly string[];
}

function memberships(scaleSet: View, region: RegionView): Membership[] {
  return ipConfigurations(scaleSet).flatMap((ip) => {
    const [pools, natPools] = (["loadBalancerBackendAddressPools", "loadBalancerInboundNatPools"] as const).map((list) =>
      idsIn(ip, list).flatMap((id) => id.text() ?? []),
    );
    const found = [...pools, ...natPools].flatMap((id) => region.find(id) ?? []);
    const loadBalancers = new Map(found.map((loadBalancer) => [loadBalancer.id.toLowerCase(), loadBalancer]));
    return [...loadBalancers].map(([id, { properties }]) => {
      const namesIn = (ids: string[]) => ids.filter((other) => other.toLowerCase().startsWith(`${id}/`)).map(nameInId);
      return { ip, loadBalancer: id, properties, pools: namesIn(pools), natPools: namesIn(natPools) };
    });
  });
}

function portsFor(pools: readonly string[], loadBalancer: View, list: "loadBalancingRules" | "inboundNatPools"): BackendPort[] {
  return backendPorts(loadBalancer, list).filter((port) => port.pools.some((pool) => pools.includes(pool)));
}

/** The inbound NAT rules for the pools that an IP configuration is in, with the number of their frontend ports. */
function natRulesFor({ properties, pools }: Membership): { name: string; ports: number }[] {
  const rules = properties.list("inboundNatRules").filter((rule) => pools.includes(partName(rule.at("backendAddressPool")) ?? ""));
  return rules.flatMap((rule) => {
    const ports = natPortCount(rule);
    return ports ? [{ name: rule.text("name") ?? "", ports }] : [];
  });
}

/** The pools that a scale set's instances are in, with their number. */
function membersOfPools(scaleSet: View, region: RegionView): { pool: string; loadBalancer: string; properties: View; members: number }[] {
  return memberships(scaleSet, region).flatMap(({ loadBalancer, properties, pools }) =>
    pools.map((pool) => ({ pool, loadBalancer, properties, members: scaleSet.number("sku.capacity") ?? 0 })),
  );
}
