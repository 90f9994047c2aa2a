import { hasServiceEndpoints, isDelegable } from "../../../facts/subnet-services";
import type { View } from "../../../properties/view";
import { nameInId, repeated, sameId, sameText } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Finding, Rule } from "../../../rules/rule";
import { holderOf } from "./own-parts";

const withoutGroups = ["AzureFirewallSubnet", "AzureFirewallManagementSubnet", "RouteServerSubnet"];

/**
 * What Azure refuses in the services that subnets are for.
 *
 * @param subnetsIn The subnets that a resource declares.
 */
export function subnetServiceRules(subnetsIn: (resource: View) => View[]): Rule[] {
  return [
    {
      id: "R126",
      title: "A subnet is delegated to a service that takes subnets",
      code: "InvalidServiceNameOnDelegation",
      grade: "observed",
      source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/21779",
      severity: "error",
      allowed: "a service such as Microsoft.Web/serverFarms",
      *check(resource) {
        const services = delegationsOf(subnetsIn(resource)).map((delegation) => delegation.at("serviceName"));
        yield* services.filter((service) => !isDelegable(service.text() ?? "Microsoft.Web/serverFarms"));
      },
    },
    {
      id: "R420-delegation",
      title: "A delegation has a name",
      code: "InvalidRequestFormat",
      grade: "observed",
      source: "https://github.com/Azure/bicep/issues/15634",
      severity: "error",
      allowed: "a name, such as that of the service",
      *check(resource) {
        const names = delegationsOf(subnetsIn(resource)).map((delegation) => delegation.at("name"));
        yield* names.filter((name) => name.absent);
      },
    },
    {
      id: "R425",
      title: "A subnet is delegated to one service",
      code: "InvalidRequestFormat",
      codeIsAssumed: true,
      grade: "source",
      source: "https://github.com/ansible-collections/azure/blob/dev/plugins/modules/azure_rm_subnet.py",
      severity: "error",
      allowed: "one delegation",
      because: "the property is a list all the same",
      *check(resource) {
        const delegations = subnetsIn(resource).map((subnet) => subnet.at("delegations"));
        yield* delegations.filter((list) => list.list().length > 1);
      },
    },
    {
      id: "R127",
      title: "A service endpoint is one of a service that has them, named once",
      code: "SubnetHasServiceEndpointWithInvalidServiceName",
      grade: "observed",
      source:
        "https://github.com/Azure/azure-service-operator/blob/3f3ed7a26c5e92902145aea6df6e87fc039c735e/controllers/virtualnetwork_controller_test.go",
      severity: "error",
      allowed: "a service such as Microsoft.Storage, once",
      *check(resource) {
        for (const subnet of subnetsIn(resource)) {
          const endpoints = subnet.list("serviceEndpoints");
          const unknown = endpoints.filter((one) => !hasServiceEndpoints(one.text("service") ?? "Microsoft.Storage"));
          const twice = repeated(endpoints, (one) => one.text("service")?.toLowerCase());
          yield* [...new Set([...unknown, ...twice])].map((one) => one.at("service"));
        }
      },
    },
    {
      id: "R128-gateway-subnet",
      title: "The subnet of virtual network gateways has no NAT gateway",
      code: "InvalidRequestFormat",
      codeIsAssumed: true,
      grade: "documented",
      source: "https://learn.microsoft.com/azure/nat-gateway/nat-overview",
      severity: "error",
      allowed: "no NAT gateway on GatewaySubnet",
      *check(resource) {
        yield* subnetsIn(resource)
          .filter((subnet) => isNamed(subnet, "GatewaySubnet") && subnet.has("natGateway.id"))
          .map((subnet) => subnet.at("natGateway"));
      },
    },
    {
      id: "R267",
      title: "The subnet of virtual network gateways has no security group",
      code: "NetworkSecurityGroupCannotBeAttachedToGatewaySubnet",
      grade: "observed",
      source: "https://github.com/Azure-Terraform/terraform-azurerm-virtual-network/issues/18",
      severity: "error",
      allowed: "no security group on GatewaySubnet",
      *check(resource) {
        yield* onSubnetsOf(subnetsIn(resource), ["GatewaySubnet"], "networkSecurityGroup");
      },
    },
    {
      id: "R267-services",
      title: "The subnets of Azure Firewall and Route Server have no security group",
      code: "InvalidRequestFormat",
      codeIsAssumed: true,
      grade: "documented",
      source: "https://learn.microsoft.com/azure/route-server/route-server-faq",
      severity: "error",
      allowed: "no security group on this subnet",
      *check(resource) {
        yield* onSubnetsOf(subnetsIn(resource), withoutGroups, "networkSecurityGroup");
      },
    },
    {
      id: "R430",
      title: "The subnet of Azure Bastion has no route table",
      code: "RouteTableCannotBeAttachedForAzureBastionSubnet",
      grade: "observed",
      source: "https://github.com/Azure/Azure-Landing-Zones/issues/1679",
      severity: "error",
      allowed: "no route table on AzureBastionSubnet",
      *check(resource) {
        yield* onSubnetsOf(subnetsIn(resource), ["AzureBastionSubnet"], "routeTable");
      },
    },
  ];
}

function delegationsOf(subnets: readonly View[]): View[] {
  return subnets.flatMap((subnet) => subnet.list("delegations"));
}

/** What the subnets that have one of the names hold in a property. */
function onSubnetsOf(subnets: readonly View[], names: readonly string[], property: string): View[] {
  return subnets
    .filter((subnet) => names.some((name) => isNamed(subnet, name)) && subnet.has(property))
    .map((subnet) => subnet.at(property));
}

/** True for a subnet of the name, whether it is a resource of its own or part of its network. */
export function isNamed(subnet: View, name: string): boolean {
  return sameText(subnet.text("subnetName") ?? subnet.text("name"), name);
}

/** The subnets' NAT gateways that serve another virtual network already. */
export function natGatewaysElsewhere(subnets: readonly View[], network: string | undefined, region: RegionView): Finding[] {
  if (network === undefined || !subnets.some((subnet) => subnet.has("natGateway.id"))) {
    return [];
  }
  const own = region.all("azure-native:network:Subnet").map(({ id, properties }) => ({ network: holderOf(id) ?? "", subnet: properties }));
  const declared = region
    .all("azure-native:network:VirtualNetwork")
    .flatMap(({ id, properties }) => properties.list("subnets").map((subnet) => ({ network: id, subnet })));
  const others = [...own, ...declared].filter((other) => !sameId(other.network, network));
  return subnets.flatMap((subnet) => {
    const gateway = subnet.text("natGateway.id");
    const other = gateway && others.find((one) => sameText(one.subnet.text("natGateway.id"), gateway));
    return other ? [{ at: subnet.at("natGateway"), because: `it serves the virtual network ${nameInId(other.network)}` }] : [];
  });
}
