import type { KnownRefusals } from "../known-refusal";
import { issue } from "./sources";

const checkOfMigrate =
  "https://github.com/Azure/azure-powershell/blob/main/src/Migrate/Migrate.Autorest/custom/Set-AzMigrateServerReplication.ps1";

/** Those of tags too, which ARM reads for resources of all types alike. */
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
    {
      code: "LocationNotAvailableForResourceGroup",
      sense: "the group is in a country or everywhere",
      source: issue("Azure/azure-cli", 16368),
      keptBy: "R381-group",
    },
    {
      code: "LocationNotAvailableForResourceGroup",
      sense: "there is no such region, or it is not open to all",
      source: issue("Azure/azure-cli", 7602),
      notKept: "regions open every few months, and what is open to whom is the subscription's",
    },
    {
      code: "InvalidTagNameCharacters",
      sense: "the name of a tag has one of the characters < > % & \\ ? / or a control character",
      source: checkOfMigrate,
      keptBy: "R344",
    },
    {
      code: "InvalidTagName",
      sense: "the name of a tag has more than 512 characters",
      source: checkOfMigrate,
      keptBy: "R344-name",
    },
    {
      code: "InvalidTagValueLength",
      sense: "the value of a tag has more than 256 characters",
      source: issue("Azure-Samples/azure-search-openai-demo", 1997),
      keptBy: "R344-value",
    },
    { code: "InvalidTags", sense: "there are more than 50 tags", source: checkOfMigrate, keptBy: "R344-count" },
  ],
};
