import { referencesAreIds } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import type { ResourceType } from "../resource-type";
import { subnetRules } from "./rules/subnet";
import { subnetChanges } from "./rules/subnet-changes";

const references = ["networkSecurityGroup.id", "natGateway.id"];

export const subnet: ResourceType = {
  token: "azure-native:network:Subnet",
  armType: "Microsoft.Network/virtualNetworks/subnets",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}",
  nameProperty: "subnetName",
  autonaming: "copied",
  located: false,
  replacedBy: [],
  parts: [],
  references,
  keptBy: [
    {
      type: "azure-native:compute:VirtualMachineScaleSet",
      rule: "R93",
      grade: "source",
      source:
        "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/linux_virtual_machine_scale_set_resource.go",
      code: "InUseSubnetCannotBeDeleted",
      message: (id, user) => `Subnet ${id} is in use by ${user} and cannot be deleted. Delete what uses the subnet first.`,
    },
    {
      type: "azure-native:network:LoadBalancer",
      rule: "R93-frontend",
      grade: "observed",
      source: "https://github.com/kubernetes-sigs/cluster-api-provider-azure/issues/172",
      code: "InUseSubnetCannotBeDeleted",
      message: (id, user) => `Subnet ${id} is in use by ${user} and cannot be deleted. Delete what uses the subnet first.`,
    },
  ],
  rules: [
    ...subnetRules,
    ...referencesAreIds({
      networkSecurityGroup: "Microsoft.Network/networkSecurityGroups",
      natGateway: "Microsoft.Network/natGateways",
      routeTable: "Microsoft.Network/routeTables",
    }),
    referencesExist(references),
  ],
  changes: subnetChanges,
};
