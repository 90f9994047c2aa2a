import { scaleSetRules } from "../../../region/rules/scale-set/scale-set";
import { describeRules } from "../harness";
import { accessCases } from "./access.cases";
import { extensionCases } from "./extensions.cases";
import { healthCases } from "./health.cases";
import { imageCases } from "./image.cases";
import { nameCases } from "./names.cases";
import { networkCases } from "./network.cases";
import { placementCases } from "./placement.cases";
import { sizeCases } from "./size.cases";
import { upgradeCases } from "./upgrades.cases";
import { scaleSetId, scaleSetNeighbours, validScaleSet } from "../valid/scale-set";

describeRules(
  "azure-native:compute:VirtualMachineScaleSet",
  scaleSetRules,
  validScaleSet,
  [
    ...nameCases,
    ...placementCases,
    ...sizeCases,
    ...imageCases,
    ...accessCases,
    ...networkCases,
    ...extensionCases,
    ...healthCases,
    ...upgradeCases,
  ],
  { self: scaleSetId, others: scaleSetNeighbours },
);
