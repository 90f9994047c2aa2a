import type { TypeCases } from "../../../rules/cases";
import { scaleSetId, scaleSetNeighbours, validScaleSet } from "../../../rules/valid/scale-set";
import { locationCases } from "../../../rules/locations.cases";
import { identityCases } from "../../../rules/identities.cases";
import { tagCases } from "../../../rules/tags.cases";
import { applicationSecurityGroupCases } from "./application-security-groups.cases";
import { accessCases } from "./access.cases";
import { conditionalChangeCases } from "./changes.cases";
import { diskControllerCases } from "./disk-controller.cases";
import { diskCases } from "./disks.cases";
import { ephemeralDiskCases } from "./ephemeral-disk.cases";
import { extensionOrderCases } from "./extension-order.cases";
import { extensionCases } from "./extensions.cases";
import { extensionHandlerCases } from "./extension-handlers.cases";
import { fixedPropertyCases } from "./fixed-properties.cases";
import { healthExtensionCases } from "./health-extension.cases";
import { healthCases } from "./health.cases";
import { hibernationCases } from "./hibernation.cases";
import { imageChangeCases } from "./image-changes.cases";
import { imageCases } from "./image.cases";
import { publicAddressChangeCases } from "./instance-address-changes.cases";
import { instanceMixCases } from "./instance-mix.cases";
import { instancePrefixCases } from "./instance-prefixes.cases";
import { instanceSubnetCases } from "./instance-subnets.cases";
import { loadBalancedInstanceCases } from "./load-balanced-instances.cases";
import { loadBalancingCases } from "./load-balancing.cases";
import { marketplaceCases } from "./marketplace.cases";
import { nameCases } from "./names.cases";
import { networkInterfaceCases } from "./network-interfaces.cases";
import { networkCases } from "./network.cases";
import { operatingSystemCases } from "./operating-system.cases";
import { patchingCases } from "./patching.cases";
import { placementCases } from "./placement.cases";
import { rebalancingCases, rebalancingChangeCases } from "./rebalancing.cases";
import { requirementCases } from "./required.cases";
import { securityCases } from "./security.cases";
import { sizeFeatureCases } from "./size-features.cases";
import { sizeCases } from "./size.cases";
import { spotCases } from "./spot.cases";
import { startUpCases } from "./start-up.cases";
import { subnetRoomCases } from "./subnet-room.cases";
import { upgradeCases } from "./upgrades.cases";
import { windowsCases } from "./windows.cases";
import { writeAcceleratorCases } from "./write-accelerator.cases";
import { scaleSet as scaleSetType } from "../../../../resources/scale-set/scale-set";

/** The rules and refused changes of a scale set. */
export const scaleSetCases: TypeCases = {
  type: scaleSetType,
  valid: validScaleSet,
  rules: [
    ...requirementCases,
    ...nameCases,
    ...placementCases,
    ...sizeCases,
    ...sizeFeatureCases,
    ...instanceMixCases,
    ...imageCases,
    ...marketplaceCases,
    ...diskCases,
    ...writeAcceleratorCases,
    ...ephemeralDiskCases,
    ...diskControllerCases,
    ...operatingSystemCases,
    ...windowsCases,
    ...securityCases,
    ...accessCases,
    ...startUpCases,
    ...spotCases,
    ...hibernationCases,
    ...networkCases,
    ...networkInterfaceCases,
    ...instanceSubnetCases,
    ...subnetRoomCases,
    ...instancePrefixCases,
    ...applicationSecurityGroupCases,
    ...loadBalancingCases,
    ...loadBalancedInstanceCases,
    ...extensionCases,
    ...extensionOrderCases,
    ...extensionHandlerCases,
    ...healthCases,
    ...healthExtensionCases,
    ...rebalancingCases,
    ...upgradeCases,
    ...patchingCases,
    locationCases,
    ...identityCases("UserAssigned"),
    ...tagCases,
  ],
  changes: [...fixedPropertyCases, ...imageChangeCases, ...publicAddressChangeCases, ...conditionalChangeCases, ...rebalancingChangeCases],
  surroundings: { self: scaleSetId, others: scaleSetNeighbours },
};
