import type { View } from "../../../properties/view";
import { natPortCount, skuOf } from "../../load-balancer/rules/model";
import { nameInId, partNamed, sameId, sameText } from "../../../rules/lookups";
import type { RegionResource, RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { idsIn, ipConfigurations, isFlexible, isKnown, networkInterfaces, overprovisions, primaryOf, zoneCount } from "./model";
import { loadBalancerErrors, orchestrationPage } from "./sources";

const probePath = "virtualMachineProfile.networkProfile.healthProbe.id";

/** What the load balancers that the scale set refers to must be like. */
export const loadBalancingRules: Rule[] = [
  {
    id: "R4",
    title: "A scale set with zones or several placement groups needs a Standard load balancer",
    code: "VMScaleSetCannotReferenceLoadbalancerWhenLargeScaleOrCrossAZ",
    grade: "documented",
    source: loadBalancerErrors,
    severity: "error",
    allowed: "a part of a load balancer with sku.name Standard",
    because:
      "a Basic load balancer reaches neither over zones nor over placement groups, and Basic is what a load balancer without a sku is",
    *check(scaleSet, region) {
      if ((zoneCount(scaleSet) ?? 0) > 0 || scaleSet.flag("singlePlacementGroup") === false) {
        for (const { at, loadBalancer } of references(scaleSet, region)) {
          if (sameText(skuOf(loadBalancer.properties), "Basic")) {
            yield at;
          }
        }
      }
    },
  },
  {
    id: "R20",
    title: "An inbound NAT pool has a port for every instance",
    code: "InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/119323",
    severity: "error",
    allowed: "as many instances as the pool has ports",
    *check(scaleSet, region) {
      const capacity = scaleSet.number("sku.capacity");
      const pool = smallestNatPool(scaleSet, region);
      if (capacity !== undefined && pool !== undefined && pool.ports < capacity) {
        yield {
          at: scaleSet.at("sku.capacity"),
          allowed: `at most ${pool.ports}`,
          because: `the inbound NAT pool ${pool.name} has ${pool.ports} frontend ports`,
        };
      }
    },
  },
  {
    id: "T-nat-ports",
    title: "Overprovisioned instances take ports of an inbound NAT pool too",
    code: "Warning",
    grade: "source",
    source: "https://github.com/Azure/azure-cli/pull/7392",
    severity: "warning",
    allowed: "overprovision false, or twice as many ports as instances",
    *check(scaleSet, region) {
      const capacity = scaleSet.number("sku.capacity");
      const pool = smallestNatPool(scaleSet, region);
      if (capacity !== undefined && pool !== undefined && overprovisions(scaleSet) && pool.ports >= capacity && pool.ports < capacity * 2) {
        yield {
          at: scaleSet.at("overprovision"),
          because: `the inbound NAT pool ${pool.name} has ${pool.ports} ports for ${capacity} instances`,
        };
      }
    },
  },
  {
    id: "R21",
    title: "Inbound NAT pools are for Uniform scale sets",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "nothing; give the load balancer inboundNatRules with a backendAddressPool",
    because: "a Flexible scale set has no inbound NAT pools",
    *check(scaleSet) {
      if (isFlexible(scaleSet)) {
        yield* ipConfigurations(scaleSet).flatMap((ip) =>
          ip.list("loadBalancerInboundNatPools").length > 0 ? [ip.at("loadBalancerInboundNatPools")] : [],
        );
      }
    },
  },
  {
    id: "R23",
    title: "A scale set has at most one public and one internal load balancer",
    code: "VMScaleSetCannotUseMultipleLoadBalancersOfSameType",
    grade: "documented",
    source: loadBalancerErrors,
    severity: "error",
    allowed: "parts of one public and one internal load balancer",
    *check(scaleSet, region) {
      const first: Partial<Record<Side, RegionResource>> = {};
      for (const { at, loadBalancer } of references(scaleSet, region)) {
        const side = sideOf(loadBalancer);
        if (side !== undefined) {
          const other = (first[side] ??= loadBalancer);
          if (!sameId(other.id, loadBalancer.id)) {
            yield { at, because: `the scale set already has the ${side} load balancer ${nameInId(other.id)}` };
          }
        }
      }
    },
  },
  {
    id: "R24",
    title: "The health probe is one that a rule for the scale set uses",
    code: "CannotUseInactiveHealthProbe",
    grade: "documented",
    source: loadBalancerErrors,
    severity: "error",
    allowed: "a probe of a load balancing rule that serves the scale set",
    because: "a probe that no such rule uses is never sent",
    *check(scaleSet, region) {
      const probe = scaleSet.at(probePath);
      const loadBalancer = region.find(probe.text() ?? "");
      const rules = loadBalancer?.properties.at("loadBalancingRules");
      if (loadBalancer !== undefined && !rules?.unknown) {
        const pools = poolsOf(scaleSet, loadBalancer);
        if (!rules?.list().some((rule) => mayUse(rule, probe) && mayServe(rule, pools))) {
          yield probe;
        }
      }
    },
  },
  {
    id: "R25",
    title: "With a health probe, the primary IP configuration is in a pool of the probe's load balancer",
    code: "CannotUseHealthProbeWithoutLoadBalancing",
    grade: "observed",
    source: "https://github.com/Azure/ARO-RP/issues/547",
    severity: "error",
    allowed: "a backend pool of the load balancer that the health probe belongs to",
    *check(scaleSet, region) {
      const loadBalancer = region.find(scaleSet.text(probePath) ?? "");
      const ip = primaryOf(primaryOf(networkInterfaces(scaleSet))?.list("ipConfigurations") ?? []);
      if (loadBalancer !== undefined && ip !== undefined && !mayBeIn(ip, loadBalancer)) {
        yield ip.at("loadBalancerBackendAddressPools");
      }
    },
  },
];

type Side = "public" | "internal";

/** Every place where the scale set names a pool of a load balancer that is known. */
function references(scaleSet: View, region: RegionView): { at: View; loadBalancer: RegionResource }[] {
  const lists = ["loadBalancerBackendAddressPools", "loadBalancerInboundNatPools"] as const;
  return ipConfigurations(scaleSet).flatMap((ip) =>
    lists.flatMap((list) =>
      idsIn(ip, list).flatMap((at) => {
        const loadBalancer = region.find(at.text() ?? "");
        return loadBalancer ? [{ at, loadBalancer }] : [];
      }),
    ),
  );
}

/** A load balancer is public by a public address and internal by a subnet; undefined as long as its frontends are not known. */
function sideOf({ properties }: RegionResource): Side | undefined {
  const frontends = properties.list("frontendIPConfigurations");
  if (frontends.some((frontend) => isKnown(frontend.at("publicIPAddress")) || isKnown(frontend.at("publicIPPrefix")))) {
    return "public";
  }
  return frontends.some((frontend) => isKnown(frontend.at("subnet"))) ? "internal" : undefined;
}

function smallestNatPool(scaleSet: View, region: RegionView): { name: string; ports: number } | undefined {
  const pools = ipConfigurations(scaleSet)
    .flatMap((ip) => idsIn(ip, "loadBalancerInboundNatPools"))
    .flatMap((id) => natPool(id.text(), region) ?? []);
  return pools.sort((one, other) => one.ports - other.ports)[0];
}

function natPool(id: string | undefined, region: RegionView): { name: string; ports: number } | undefined {
  const pools = id === undefined ? [] : (region.find(id)?.properties.list("inboundNatPools") ?? []);
  const pool = partNamed(pools, nameInId(id ?? ""));
  const ports = pool && natPortCount(pool);
  return pool === undefined || ports === undefined ? undefined : { name: pool.text("name") ?? "", ports };
}

/** The ids of the load balancer's pools that the scale set is in; one that is not known yet may be any of them. */
function poolsOf(scaleSet: View, loadBalancer: RegionResource): View[] {
  return ipConfigurations(scaleSet)
    .flatMap((ip) => idsIn(ip, "loadBalancerBackendAddressPools"))
    .filter((id) => id.unknown || isPartOf(id, loadBalancer));
}

/** True unless it is certain that the rule uses another probe or none. */
function mayUse(rule: View, probe: View): boolean {
  const used = rule.at("probe.id");
  return used.unknown || (used.given && nameInId(used.text() ?? "") === nameInId(probe.text() ?? ""));
}

/** True unless it is certain that the rule serves none of the pools; where there are no pools, that is not this rule's matter. */
function mayServe(rule: View, pools: View[]): boolean {
  const served = [rule.at("backendAddressPool.id"), ...rule.list("backendAddressPools").map((pool) => pool.at("id"))];
  const names = pools.map((pool) => nameInId(pool.text() ?? ""));
  return (
    pools.length === 0 ||
    [...pools, ...served].some(({ unknown }) => unknown) ||
    served.some((pool) => names.includes(nameInId(pool.text() ?? "")))
  );
}

/** True unless it is certain that the IP configuration is in no pool of the load balancer. */
function mayBeIn(ip: View, loadBalancer: RegionResource): boolean {
  const pools = idsIn(ip, "loadBalancerBackendAddressPools");
  return ip.at("loadBalancerBackendAddressPools").unknown || pools.some((pool) => pool.unknown || isPartOf(pool, loadBalancer));
}

function isPartOf(id: View, resource: RegionResource): boolean {
  return (id.text() ?? "").toLowerCase().startsWith(`${resource.id.toLowerCase()}/`);
}
