import { parseCidr } from "../../../facts/cidr";
import type { View } from "../../../properties/view";
import { nameInId, partNamed, sameText } from "../../../rules/lookups";
import { placesOf } from "../../../rules/references";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { skuOf } from "./model";

const page = "https://learn.microsoft.com/azure/load-balancer/backend-pool-management";
const provider = "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/loadbalancer";

const poolsOfInstances =
  "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*].ipConfigurations[*].loadBalancerBackendAddressPools[*].id";

const kindsOfMembers = {
  title: "The members of a backend pool are IP addresses or instances, not both",
  code: "CannotMixIPBasedAddressesAndIPConfigurationsOnLoadBalancerBackendAddressPool",
  grade: "observed",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/25962",
  severity: "error",
  allowed: "a pool of its own for each kind",
} as const;

/** What Azure refuses of backend pools, most of all of those whose members are IP addresses. */
export const poolRules: Rule[] = [
  {
    id: "R171",
    title: "An IP address in a backend pool comes with its virtual network or subnet",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: page,
    severity: "error",
    allowed: "the virtual network of the address, here or for the whole pool",
    *check(loadBalancer) {
      for (const { pool, member } of members(loadBalancer)) {
        const network = member.at("virtualNetwork");
        if (member.has("ipAddress") && network.absent && !member.has("subnet") && !pool.has("virtualNetwork")) {
          yield network;
        }
      }
    },
  },
  {
    id: "R172",
    title: "An IP address in a backend pool lies in its virtual network",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: page,
    severity: "error",
    allowed: "an address of the virtual network",
    *check(loadBalancer, region) {
      for (const { pool, member } of members(loadBalancer)) {
        const address = parseCidr(`${member.text("ipAddress") ?? ""}/32`)?.first;
        const spaces = spacesOf(member.text("virtualNetwork.id") ?? pool.text("virtualNetwork.id"), region);
        if (address !== undefined && spaces.length > 0 && !spaces.some(({ first, last }) => address >= first && address <= last)) {
          yield member.at("ipAddress");
        }
      }
    },
  },
  {
    id: "R260",
    title: "A load balancing rule serves one backend pool, and two only on a Gateway load balancer",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: `${provider}/lb_rule_resource.go`,
    severity: "error",
    allowed: "one backend pool",
    *check(loadBalancer) {
      const sku = skuOf(loadBalancer);
      const most = sameText(sku, "Gateway") ? 2 : 1;
      yield* loadBalancer
        .list("loadBalancingRules")
        .map((rule) => rule.at("backendAddressPools"))
        .filter((pools) => sku !== undefined && pools.list().length > most);
    },
  },
  {
    id: "R261",
    title: "A backend pool is kept in step with its members' network interfaces on a Standard load balancer alone",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: `${provider}/lb_backend_address_pool_resource.go`,
    severity: "error",
    allowed: "no syncMode, or the SKU Standard",
    *check(loadBalancer) {
      const sku = skuOf(loadBalancer);
      yield* loadBalancer
        .list("backendAddressPools")
        .map((pool) => pool.at("syncMode"))
        .filter((mode) => mode.text() !== undefined && sku !== undefined && !sameText(sku, "Standard"));
    },
  },
  {
    ...kindsOfMembers,
    id: "R262",
    *check(loadBalancer, region) {
      for (const pool of loadBalancer.list("backendAddressPools").filter(hasAddresses)) {
        const user = region
          .all("azure-native:compute:VirtualMachineScaleSet")
          .find(({ properties }) => placesOf(properties, [poolsOfInstances]).some((at) => sameText(at.text(), idOf(pool, region))));
        if (user) {
          yield { at: pool.at("loadBalancerBackendAddresses"), because: `the instances of ${nameInId(user.id)} are in the pool` };
        }
      }
    },
  },
];

/** For scale sets. */
export const instancesJoinNoAddresses: Rule = {
  ...kindsOfMembers,
  id: "R262-instances",
  *check(scaleSet, region) {
    for (const at of placesOf(scaleSet, [poolsOfInstances])) {
      const pools = region.find(at.text() ?? "")?.properties.list("backendAddressPools") ?? [];
      const pool = partNamed(pools, nameInId(at.text() ?? ""));
      if (pool && hasAddresses(pool)) {
        yield { at, because: "its members are IP addresses" };
      }
    }
  },
};

function hasAddresses(pool: View): boolean {
  return pool.list("loadBalancerBackendAddresses").some((member) => member.has("ipAddress"));
}

function idOf(pool: View, region: RegionView): string | undefined {
  const name = pool.text("name");
  return region.self === undefined || name === undefined ? undefined : `${region.self}/backendAddressPools/${name}`;
}

function members(loadBalancer: View): { pool: View; member: View }[] {
  return loadBalancer
    .list("backendAddressPools")
    .flatMap((pool) => pool.list("loadBalancerBackendAddresses").map((member) => ({ pool, member })));
}

/** The blocks of IPv4 addresses of a virtual network; none as long as one of them is not known. */
function spacesOf(network: string | undefined, region: RegionView): { first: number; last: number }[] {
  const prefixes = region.find(network ?? "")?.properties.list("addressSpace.addressPrefixes") ?? [];
  const known = prefixes.every((prefix) => prefix.text() !== undefined);
  return known ? prefixes.flatMap((prefix) => parseCidr(prefix.text() ?? "") ?? []) : [];
}
