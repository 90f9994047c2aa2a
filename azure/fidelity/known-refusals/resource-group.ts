import type { KnownRefusals } from "../known-refusal";
import { issue } from "./sources";

export const resourceGroupRefusals: KnownRefusals = {
  type: "azure-native:resources:ResourceGroup",
  refusals: [
    {
      code: "InvalidResourceGroup",
      sense: "the name has characters that no group's name has",
      source: issue("Azure/azure-cli", 14481),
      keptBy: "R99",
    },
    {
      code: "InvalidResourceGroupLocation",
      sense: "the group exists in another region",
      source: issue("Azure/azure-cli", 22242),
      notKept: "azure-native replaces a group whose location changes",
    },
  ],
};
