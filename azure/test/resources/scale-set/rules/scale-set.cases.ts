import type { TypeCases } from "../../../rules/cases";
import { scaleSetId, scaleSetNeighbours, validScaleSet } from "../../../rules/valid/scale-set";
import { accessCases } from "./access.cases";
import { conditionalChangeCases } from "./changes.cases";
import { extensionCases } from "./extensions.cases";
import { fixedPropertyCases } from "./fixed-properties.cases";
import { healthCases } from "./health.cases";
import { healthExtensionCases } from "./health-extension.cases";
import { imageCases } from "./image.cases";
import { loadBalancedInstanceCases } from "./load-balanced-instances.cases";
import { loadBalancingCases } from "./load-balancing.cases";
import { nameCases } from "./names.cases";
import { networkCases } from "./network.cases";
import { placementCases } from "./placement.cases";
import { securityCases } from "./security.cases";
import { sizeCases } from "./size.cases";
import { startUpCases } from "./start-up.cases";
import { upgradeCases } from "./upgrades.cases";
import { scaleSet as scaleSetType } from "../../../../resources/scale-set/scale-set";

/** The rules and refused changes of a scale set. */
export const scaleSetCases: TypeCases = {
  type: scaleSetType,
  valid: validScaleSet,
  rules: [
    ...nameCases,
    ...placementCases,
    ...sizeCases,
    ...imageCases,
    ...securityCases,
    ...accessCases,
    ...startUpCases,
    ...networkCases,
    ...loadBalancingCases,
    ...loadBalancedInstanceCases,
    ...extensionCases,
    ...healthCases,
    ...healthExtensionCases,
    ...upgradeCases,
  ],
  changes: [...fixedPropertyCases, ...conditionalChangeCases],
  surroundings: { self: scaleSetId, others: scaleSetNeighbours },
};
