/**
 * The services that subnets can be delegated to, in lower case: those that Azure listed when it refused another
 * (https://github.com/hashicorp/terraform-provider-azurerm/pull/21779) are too old to be complete, so that only what is no resource type
 * at all, or is known to be refused, counts as none.
 */
const refusedServices: ReadonlySet<string> = new Set([
  "microsoft.sql/servers",
  "microsoft.network/managedresolvers",
  "microsoft.codespaces/plans",
  "microsoft.containerregistry/registries",
]);

/** True where a subnet may be delegated to a service of this name. */
export function isDelegable(service: string): boolean {
  return /^[a-z][\w]*\.[\w.]+(\/[\w]+)+$/i.test(service) && !refusedServices.has(service.toLowerCase());
}

/** Services with service endpoints (https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview), in lower case. */
const endpointServices: ReadonlySet<string> = new Set(
  [
    "Microsoft.AzureActiveDirectory Microsoft.AzureCosmosDB Microsoft.CognitiveServices Microsoft.ContainerRegistry Microsoft.EventHub",
    "Microsoft.KeyVault Microsoft.NetworkServiceEndpointTest Microsoft.ServiceBus Microsoft.Sql Microsoft.Storage Microsoft.Storage.Global",
    "Microsoft.Web",
  ].flatMap((line) => line.toLowerCase().split(" ")),
);

/** True for the name of a service that has service endpoints. */
export function hasServiceEndpoints(service: string): boolean {
  return endpointServices.has(service.toLowerCase());
}
