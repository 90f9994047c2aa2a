import { resourceStandsInARegion } from "../../rules/locations";
import { referencesAreIds } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { virtualNetworkChanges } from "./rules/subnet-changes";
import { virtualNetworkRules } from "./rules/virtual-network";

const references = ["subnets[*].networkSecurityGroup.id", "subnets[*].natGateway.id"];

export const virtualNetwork: ResourceType = {
  token: "azure-native:network:VirtualNetwork",
  armType: "Microsoft.Network/virtualNetworks",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{virtualNetworkName}",
  nameProperty: "virtualNetworkName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: ["subnets"],
  references,
  keptBy: [
    {
      type: "azure-native:compute:VirtualMachineScaleSet",
      rule: "R93",
      grade: "source",
      source:
        "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/linux_virtual_machine_scale_set_resource.go",
      code: "InUseSubnetCannotBeDeleted",
      message: (id, user) => `Subnet of ${id} is in use by ${user} and cannot be deleted. Delete what uses the subnet first.`,
    },
    {
      type: "azure-native:network:LoadBalancer",
      rule: "R93-frontend",
      grade: "observed",
      source: "https://github.com/kubernetes-sigs/cluster-api-provider-azure/issues/172",
      code: "InUseSubnetCannotBeDeleted",
      message: (id, user) => `Subnet of ${id} is in use by ${user} and cannot be deleted. Delete what uses the subnet first.`,
    },
  ],
  rules: [
    ...virtualNetworkRules,
    ...referencesAreIds({
      "subnets[*].networkSecurityGroup": "Microsoft.Network/networkSecurityGroups",
      "subnets[*].natGateway": "Microsoft.Network/natGateways",
      "subnets[*].routeTable": "Microsoft.Network/routeTables",
    }),
    referencesExist(references),
    resourceStandsInARegion,
    ...tagRules,
  ],
  changes: virtualNetworkChanges,
};
