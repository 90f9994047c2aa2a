/** Pages that several of the scale set's rules go back to. */

const pages = "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets";

/** The descriptions of all properties in Azure's REST API. */
export const restApi = "https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/create-or-update";
/** The definition that the REST API and azure-native are made from; it alone has the bounds of some numbers. */
export const restDefinition =
  "https://github.com/Azure/azure-rest-api-specs/blob/main/specification/compute/resource-manager/Microsoft.Compute/ComputeRP/stable/2024-11-01/virtualMachineScaleSet.json";
export const zonesPage = `${pages}-configure-customer-selected-zones`;
export const zoneBalancingPage = `${pages}-zone-balancing`;
export const designPage = `${pages}-design-overview`;
export const orchestrationPage = `${pages}-orchestration-modes`;
export const healthExtensionPage = `${pages}-health-extension`;
export const repairsPage = `${pages}-automatic-instance-repairs`;
export const rollingUpgradesPage = `${pages}-configure-rolling-upgrades`;
export const terminateNotificationPage = `${pages}-terminate-notification`;
export const modifyPage = `${pages}-upgrade-scale-set`;
/** ARM's messages about virtual machines, each with its code. */
export const errorMessages =
  "https://github.com/MicrosoftDocs/azure-docs/blob/5b7dda113b9429e0e027d4526007d28d011ffdeb/includes/virtual-machines-common-error-messages.md";
export const loadBalancerErrors = "https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors";
/** Terraform's provider for Azure, which Microsoft maintains together with HashiCorp. */
export const azurermScaleSet =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/linux_virtual_machine_scale_set_resource.go";
export const azurermWindowsScaleSet =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/windows_virtual_machine_scale_set_resource.go";
export const azurermScaleSetParts =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/virtual_machine_scale_set.go";
/** What Terraform's provider shares among machines and scale sets, with what Azure answered. */
export const azurermSharedParts =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/shared_schema.go";
export const azurermFlexible =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/orchestrated_virtual_machine_scale_set_resource.go";
/** Microsoft's tables of what Azure answers to scale sets of several sizes, and to Spot instances, with each code. */
export const instanceMixErrors = "https://learn.microsoft.com/azure/virtual-machine-scale-sets/instance-mix-faq-troubleshooting";
export const spotErrors = "https://learn.microsoft.com/azure/virtual-machines/error-codes-spot";
export const networkingPage = `${pages}-networking`;
