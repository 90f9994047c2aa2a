import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { imageTemplateRules, templateStays } from "./rules/image-template";
import { templatePage } from "./rules/sources";

const references = [
  "identity.userAssignedIdentities[*]",
  "vmProfile.userAssignedIdentities[*]",
  "vmProfile.vnetConfig.subnetId",
  "vmProfile.vnetConfig.containerInstanceSubnetId",
];

/** VM Image Builder's description of an image, which it builds on demand, or once when it is created. */
export const imageTemplate: ResourceType = {
  token: "azure-native:virtualmachineimages:VirtualMachineImageTemplate",
  armType: "Microsoft.VirtualMachineImages/imageTemplates",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.VirtualMachineImages/imageTemplates/{imageTemplateName}",
  nameProperty: "imageTemplateName",
  autonaming: "random",
  located: true,
  replacedBy: [],
  parts: [],
  references,
  keptBy: [],
  rules: [
    ...imageTemplateRules,
    referencesExist(references, { id: "R9-missing", code: "BadRequest", codeIsAssumed: true, grade: "assumed", source: templatePage }),
    ...tagRules,
  ],
  changes: [templateStays],
};
