import type { Rule } from "../../../rules/rule";
import { accessRules } from "./access";
import { extensionRules } from "./extensions";
import { healthExtensionRules } from "./health-extension";
import { healthRules } from "./health";
import { imageRules } from "./image";
import { loadBalancedInstanceRules } from "./load-balanced-instances";
import { loadBalancingRules } from "./load-balancing";
import { nameRules } from "./names";
import { networkRules } from "./network";
import { placementRules } from "./placement";
import { securityRules } from "./security";
import { sizeRules } from "./size";
import { startUpRules } from "./start-up";
import { upgradeRules } from "./upgrades";

/** What Azure refuses in a `azure-native:compute:VirtualMachineScaleSet`. */
export const scaleSetRules: Rule[] = [
  ...nameRules,
  ...placementRules,
  ...sizeRules,
  ...imageRules,
  ...securityRules,
  ...accessRules,
  ...startUpRules,
  ...networkRules,
  ...loadBalancingRules,
  ...extensionRules,
  ...healthRules,
  ...healthExtensionRules,
  ...upgradeRules,
  ...loadBalancedInstanceRules,
];
