import type { View } from "../../../properties/view";
import type { ChangeRule } from "../../../rules/rule";
import { partName, skuOf } from "./model";
import { holdsUnknown } from "../../../properties/value";
import { isEmpty, partNamed, sameId, sameText, textOr } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import { skuStays } from "../../../rules/sku-stays";
import { ipConfigurations } from "../../scale-set/rules/model";

const scaleSetType = "azure-native:compute:VirtualMachineScaleSet";
const backendPortPage =
  "https://learn.microsoft.com/troubleshoot/azure/load-balancer/troubleshoot-common-problems/change-backend-port-existing-rule-vm-scale-set-deployed-backend-pool";

/** What Azure refuses to change of a load balancer. */
export const loadBalancerChanges: ChangeRule[] = [
  skuStays("load balancer", skuOf),
  {
    id: "C-tier",
    title: "The tier of a load balancer stays",
    code: "SkuCannotBeChangedOnUpdate",
    codeIsAssumed: true,
    grade: "assumed",
    source: "https://github.com/Azure/azure-cli/issues/27806",
    severity: "error",
    allowed: "the tier that the load balancer was created with",
    fix: 'let the change replace the load balancer with replaceOnChanges: ["sku"]',
    *check(before, after) {
      const [old, wanted] = [before, after].map((loadBalancer) => textOr(loadBalancer.at("sku.tier"), "Regional"));
      if (old !== undefined && wanted !== undefined && !after.at("sku").unknown && !sameText(old, wanted)) {
        yield after.at("sku.tier");
      }
    },
  },
  {
    id: "R175",
    title: "The zones of a frontend stay as they were at its creation",
    code: "ResourceAvailabilityZonesCannotBeModified",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/issues/14326",
    severity: "error",
    allowed: "the zones that the frontend was created with",
    fix: "give the frontend another name, so that a new one takes its place",
    *check(before, after) {
      for (const frontend of after.list("frontendIPConfigurations")) {
        const old = partNamed(before.list("frontendIPConfigurations"), frontend.text("name"));
        const [was, wanted] = [old?.at("zones"), frontend.at("zones")];
        if (was && !holdsUnknown(was.value) && !holdsUnknown(wanted.value) && sortedTexts(was) !== sortedTexts(wanted)) {
          yield wanted;
        }
      }
    },
  },
  {
    id: "R470",
    title: "A load balancer keeps at least one frontend once it has any",
    code: "DeletingAllIpConfigsInLoadbalancerNotSupported",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/31245",
    severity: "error",
    allowed: "at least one frontend",
    fix: 'let the change replace the load balancer with replaceOnChanges: ["frontendIPConfigurations"]',
    *check(before, after) {
      const frontends = after.at("frontendIPConfigurations");
      if (before.list("frontendIPConfigurations").length > 0 && isEmpty(frontends)) {
        yield frontends;
      }
    },
  },
  {
    id: "R22-nat-pool",
    title: "An inbound NAT pool stays as long as a scale set refers to it",
    code: "LoadBalancerInboundNatPoolInUseByVirtualMachineScaleSet",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/4769",
    severity: "error",
    allowed: "to keep the inbound NAT pool",
    fix: "take it out of the scale set first and bring all instances up to that model, then remove it in a second update",
    *check(before, after, region) {
      yield* removedInUse("inboundNatPools", "loadBalancerInboundNatPools", before, after, region);
    },
  },
  {
    id: "R22-backend-pool",
    title: "A backend pool stays as long as a scale set refers to it",
    // As the answer about NAT pools is called.
    code: "LoadBalancerBackendAddressPoolInUseByVirtualMachineScaleSet",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/Azure/vm-scale-sets/issues/53",
    severity: "error",
    allowed: "to keep the backend pool",
    fix: "take it out of the scale set first and bring all instances up to that model, then remove it in a second update",
    *check(before, after, region) {
      yield* removedInUse("backendAddressPools", "loadBalancerBackendAddressPools", before, after, region);
    },
  },
  {
    id: "R26",
    title: "A load balancing rule stays as long as its probe is the health probe of a scale set, also where another rule has the probe",
    code: "CannotRemoveRuleUsedByProbeUsedByVMSS",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/14167",
    severity: "error",
    allowed: "to keep the rule",
    fix: "take the health probe out of the scale set first, then remove the rule in a second update",
    *check(before, after, region) {
      for (const rule of removed("loadBalancingRules", before, after)) {
        const probe = partName(rule.at("probe"));
        if (probe !== undefined && isInUse(probe, region)) {
          yield { at: rule, because: `its probe ${probe} is the health probe of a scale set` };
        }
      }
    },
  },
  {
    id: "R502",
    title: "The backend port of a load balancing rule stays as long as its probe is the health probe of a scale set",
    code: "CannotRemoveRuleUsedByProbeUsedByVMSS",
    codeIsAssumed: true,
    grade: "documented",
    source: backendPortPage,
    severity: "error",
    allowed: "to keep the backend port",
    fix: "take the health probe out of the scale set first and bring all instances up to that model, then change the port and put the probe back",
    *check(before, after, region) {
      for (const rule of before.list("loadBalancingRules")) {
        const probe = partName(rule.at("probe"));
        const port = partNamed(after.list("loadBalancingRules"), rule.text("name"))?.at("backendPort");
        const changes = port?.number() !== undefined && port.number() !== rule.at("backendPort").number();
        if (changes && probe !== undefined && isInUse(probe, region)) {
          yield { at: port, because: `its rule's probe ${probe} is the health probe of a scale set` };
        }
      }
    },
  },
];

function sortedTexts(list: View): string {
  return list.texts().sort().join();
}

/** The parts of a list that the new properties no longer have; none as long as the new names are not known. */
function removed(list: string, before: View, after: View): View[] {
  const left = after.list(list);
  if (after.at(list).unknown || left.some((part) => part.unknown || part.at("name").unknown)) {
    return [];
  }
  return before.list(list).filter((part) => !left.some((other) => sameText(other.text("name"), part.text("name"))));
}

function removedInUse(list: string, referredToIn: string, before: View, after: View, region: RegionView): View[] {
  const inUse = region
    .all(scaleSetType)
    .flatMap(({ properties }) => ipConfigurations(properties))
    .flatMap((ip) => ip.list(referredToIn).flatMap((reference) => reference.text("id") ?? []));
  return removed(list, before, after).filter((part) => inUse.some((id) => sameId(id, `${region.self}/${list}/${part.text("name")}`)));
}

/** Whether a probe of the load balancer is the health probe of a scale set. */
function isInUse(probe: string, region: RegionView): boolean {
  return region
    .all(scaleSetType)
    .flatMap(({ properties }) => properties.text("virtualMachineProfile.networkProfile.healthProbe.id") ?? [])
    .some((id) => sameId(id, `${region.self}/probes/${probe}`));
}
