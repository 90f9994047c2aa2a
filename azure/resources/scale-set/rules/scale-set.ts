import type { Rule } from "../../../rules/rule";
import { accessRules } from "./access";
import { applicationSecurityGroupRules } from "./application-security-groups";
import { diskControllerRules } from "./disk-controller";
import { diskRules } from "./disks";
import { ephemeralDiskRules } from "./ephemeral-disk";
import { extensionOrderRules } from "./extension-order";
import { extensionRules } from "./extensions";
import { extensionHandlerRules } from "./extension-handlers";
import { healthRules } from "./health";
import { healthExtensionRules } from "./health-extension";
import { hibernationRules } from "./hibernation";
import { imageRules } from "./image";
import { instanceMixRules } from "./instance-mix";
import { instancePrefixRules } from "./instance-prefixes";
import { instanceSubnetRules } from "./instance-subnets";
import { loadBalancedInstanceRules } from "./load-balanced-instances";
import { loadBalancingRules } from "./load-balancing";
import { marketplaceRules } from "./marketplace";
import { nameRules } from "./names";
import { networkRules } from "./network";
import { networkInterfaceRules } from "./network-interfaces";
import { operatingSystemRules } from "./operating-system";
import { patchingRules } from "./patching";
import { placementRules } from "./placement";
import { rebalancingRules } from "./rebalancing";
import { requirementRules } from "./required";
import { securityRules } from "./security";
import { sizeRules } from "./size";
import { sizeFeatureRules } from "./size-features";
import { spotRules } from "./spot";
import { startUpRules } from "./start-up";
import { subnetRoomRules } from "./subnet-room";
import { upgradeRules } from "./upgrades";
import { windowsRules } from "./windows";
import { writeAcceleratorRules } from "./write-accelerator";

/** What Azure refuses in a `azure-native:compute:VirtualMachineScaleSet`. */
export const scaleSetRules: Rule[] = [
  ...requirementRules,
  ...nameRules,
  ...placementRules,
  ...sizeRules,
  ...sizeFeatureRules,
  ...instanceMixRules,
  ...imageRules,
  ...marketplaceRules,
  ...diskRules,
  ...writeAcceleratorRules,
  ...ephemeralDiskRules,
  ...diskControllerRules,
  ...operatingSystemRules,
  ...windowsRules,
  ...securityRules,
  ...accessRules,
  ...startUpRules,
  ...spotRules,
  ...hibernationRules,
  ...networkRules,
  ...networkInterfaceRules,
  ...instanceSubnetRules,
  ...subnetRoomRules,
  ...instancePrefixRules,
  ...applicationSecurityGroupRules,
  ...loadBalancingRules,
  ...extensionRules,
  ...extensionOrderRules,
  ...extensionHandlerRules,
  ...healthRules,
  ...healthExtensionRules,
  ...rebalancingRules,
  ...upgradeRules,
  ...patchingRules,
  ...loadBalancedInstanceRules,
];
