import type { KnownRefusals } from "../known-refusal";
import { issue } from "./sources";

export const applicationSecurityGroupRefusals: KnownRefusals = {
  type: "azure-native:network:ApplicationSecurityGroup",
  refusals: [
    {
      code: undefined,
      sense: "a group is deleted that IP configurations are in",
      source: issue("Azure/azure-cli", 12591),
      keptBy: "R492",
    },
    {
      code: undefined,
      sense: "a group is deleted that a security rule names",
      source: issue("hashicorp/terraform-provider-azurerm", 8989),
      keptBy: "R492-rule",
    },
  ],
};
