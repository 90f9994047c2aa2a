import { type Properties, UNKNOWN } from "../../../../properties/value";
import type { RegionResource } from "../../../../rules/region-view";
import type { RuleCases } from "../../../rules/cases";
import type { Edit } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";

/** How a type declares the subnet of a case. */
export interface DeclaredSubnet {
  /** Makes the resource one that declares the subnet `instances` with these properties. */
  readonly declare: (properties: Properties) => Edit;
  /** The property with the subnet's name. */
  readonly named: (name: string) => Properties;
  /** The path of one of the subnet's properties. */
  readonly at: (property: string) => string;
}

const gateway = armId("Microsoft.Network/natGateways", "web-nat");

/** A subnet of another network, with a NAT gateway of this one. */
const elsewhere: RegionResource[] = [
  regionResource("azure-native:network:NatGateway", gateway, { natGatewayName: "web-nat" }),
  regionResource("azure-native:network:Subnet", `${armId("Microsoft.Network/virtualNetworks", "recovery")}/subnets/x`, {
    name: "x",
    addressPrefix: "10.1.1.0/24",
    natGateway: { id: gateway },
  }),
];

const routeTable = { id: armId("Microsoft.Network/routeTables", "routes") };

const group = armId("Microsoft.Network/networkSecurityGroups", "of-a-service");

function opening(sourceAddressPrefix: string, destinationPortRange: string): Properties {
  return { direction: "Inbound", access: "Allow", sourceAddressPrefix, destinationPortRange };
}

function lettingOut(destinationAddressPrefix: string, destinationPortRange: string): Properties {
  return { direction: "Outbound", access: "Allow", destinationAddressPrefix, destinationPortRange };
}

const toAzure = lettingOut("AzureCloud", "443");

/** The rules of a subnet, wherever it is declared. */
export function declaredSubnetCases({ declare, named, at }: DeclaredSubnet): RuleCases[] {
  const prefix = (name: string, text: string) => ({ name, change: declare({ addressPrefix: text }), at: at("addressPrefix") });
  const fits = (name: string, text: string) => ({ name, change: declare({ addressPrefix: text }) });
  const delegated = (serviceName: string) => declare({ delegations: [{ name: "service", serviceName }] });
  const endpoints = (...services: string[]) => declare({ serviceEndpoints: services.map((service) => ({ service })) });
  const ofService = (name: string, rules: Properties[] = []) => ({
    change: declare({ ...named(name), networkSecurityGroup: { id: group } }),
    others: [regionResource("azure-native:network:NetworkSecurityGroup", group, { securityRules: rules })],
  });
  const ofBastion = (...rules: Properties[]) => ofService("AzureBastionSubnet", rules);
  /** The same, but for rules that are resources of their own. */
  const besideBastion = (...rules: Properties[]) => {
    const { change, others } = ofService("AzureBastionSubnet");
    const own = rules.map((rule, index) => regionResource("azure-native:network:SecurityRule", `${group}/securityRules/${index}`, rule));
    return { change, others: [...others, ...own] };
  };
  return [
    {
      rule: "R251",
      refused: [
        { name: "a group that opens port 80", ...ofBastion(opening("*", "80"), toAzure), at: at("networkSecurityGroup") },
        {
          name: "a group that keeps the gateways' manager out",
          ...ofBastion(opening("Internet", "443"), toAzure),
          at: at("networkSecurityGroup"),
        },
        {
          name: "a group that keeps everybody else out",
          ...ofBastion(opening("GatewayManager", "443"), toAzure),
          at: at("networkSecurityGroup"),
        },
      ],
      accepted: [
        {
          name: "a group that opens port 443 to both",
          ...ofBastion(opening("Internet", "443"), opening("GatewayManager", "400-500"), toAzure),
        },
        {
          name: "a group that opens port 443 to the addresses of visitors alone",
          ...ofBastion(opening("203.0.113.0/24", "443"), opening("GatewayManager", "443"), toAzure),
        },
        { name: "a group that opens everything to all", ...ofBastion(opening("*", "*"), toAzure) },
        { name: "a group whose rules are resources of their own", ...besideBastion(opening("*", "443"), toAzure) },
        {
          name: "a rule of its own whose source is not known yet",
          ...besideBastion({ ...opening("*", "443"), sourceAddressPrefix: UNKNOWN }, toAzure),
        },
      ],
    },
    {
      rule: "R400",
      refused: [
        { name: "a group with the default rules out", ...ofBastion(opening("*", "443")), at: at("networkSecurityGroup") },
        {
          name: "a group without one whose rules are resources of their own",
          ...besideBastion(opening("*", "443")),
          at: at("networkSecurityGroup"),
        },
        {
          name: "a group that lets Bastion out to the machines alone",
          ...ofBastion(opening("*", "443"), lettingOut("VirtualNetwork", "443")),
          at: at("networkSecurityGroup"),
        },
      ],
      accepted: [
        { name: "a group that lets Bastion out to Azure", ...ofBastion(opening("*", "443"), toAzure) },
        { name: "a group that lets Bastion out to all ports", ...ofBastion(opening("*", "443"), lettingOut("*", "*")) },
        {
          name: "a group that lets Bastion out to Azure in the region",
          ...ofBastion(opening("*", "443"), lettingOut("AzureCloud.WestEurope", "443")),
        },
      ],
    },
    {
      rule: "R267",
      refused: [{ name: "a group on the subnet of gateways", ...ofService("GatewaySubnet"), at: at("networkSecurityGroup") }],
      accepted: [
        { name: "the subnet of gateways without one", change: declare({ ...named("gatewaySubnet"), networkSecurityGroup: null }) },
      ],
    },
    {
      rule: "R267-services",
      refused: [
        { name: "a group on the subnet of Azure Firewall", ...ofService("AzureFirewallSubnet"), at: at("networkSecurityGroup") },
        { name: "a group on the subnet of Route Server", ...ofService("RouteServerSubnet"), at: at("networkSecurityGroup") },
      ],
      accepted: [{ name: "a group on a subnet of nobody's", ...ofService("web") }],
    },
    {
      rule: "R430",
      refused: [
        {
          name: "a route table on the subnet of Bastion",
          change: declare({ ...named("azurebastionsubnet"), networkSecurityGroup: null, routeTable }),
          at: at("routeTable"),
        },
      ],
      accepted: [
        {
          name: "the subnet of Bastion without one",
          change: declare({ ...named("AzureBastionSubnet"), networkSecurityGroup: null, routeTable: null }),
        },
        {
          name: "a route table on the subnet of Azure Firewall",
          change: declare({ ...named("AzureFirewallSubnet"), networkSecurityGroup: null, routeTable }),
        },
      ],
    },
    {
      rule: "R257",
      refused: [
        { name: "no prefix", change: declare({ addressPrefix: null }), at: at("addressPrefix") },
        { name: "an empty prefix", change: declare({ addressPrefix: "" }), at: at("addressPrefix") },
        { name: "an empty list of prefixes", change: declare({ addressPrefix: null, addressPrefixes: [] }), at: at("addressPrefix") },
      ],
      accepted: [
        {
          name: "a pool to take prefixes from",
          change: declare({ addressPrefix: null, ipamPoolPrefixAllocations: [{ numberOfIpAddresses: "64" }] }),
        },
      ],
    },
    {
      rule: "T-subnet-prefixes",
      refused: [
        { name: "a prefix and a list with another one", change: declare({ addressPrefixes: ["10.0.9.0/24"] }), at: at("addressPrefixes") },
        {
          name: "a prefix and a list that lies elsewhere",
          change: declare({ addressPrefixes: ["192.168.0.0/24"] }),
          at: at("addressPrefixes"),
        },
      ],
      accepted: [
        { name: "a list alone", change: declare({ addressPrefix: null, addressPrefixes: ["10.0.1.0/24"] }) },
        { name: "a list that says the same", change: declare({ addressPrefix: "10.0.1.0/24", addressPrefixes: ["10.0.1.0/24"] }) },
      ],
    },
    {
      rule: "R120",
      refused: [
        prefix("a prefix without a length", "10.0.1.0"),
        prefix("a word", "nonsense"),
        prefix("a length above 32", "10.0.1.0/33"),
        prefix("an octet above 255", "10.0.256.0/24"),
        {
          name: "a prefix without a length in a list",
          change: declare({ addressPrefix: null, addressPrefixes: ["10.0.1.0/24", "fd00::"] }),
          at: at("addressPrefixes[1]"),
        },
      ],
      accepted: [fits("the smallest subnet", "10.0.1.8/29")],
    },
    {
      rule: "R121",
      refused: [prefix("bits after the prefix", "10.0.1.7/24"), prefix("bits after an even prefix", "10.0.1.0/23")],
      accepted: [fits("a subnet of two third octets", "10.0.2.0/23")],
    },
    {
      rule: "R122",
      refused: [prefix("four addresses", "10.0.1.0/30"), prefix("one address", "10.0.1.4/32")],
      accepted: [fits("eight addresses", "10.0.1.0/29")],
    },
    {
      rule: "R124",
      refused: [prefix("a range of another network", "10.1.1.0/24"), prefix("more than the network", "10.0.0.0/15")],
      accepted: [fits("all of the network", "10.0.0.0/16")],
    },
    {
      rule: "R420-delegation",
      refused: [
        {
          name: "a delegation without a name",
          change: declare({ delegations: [{ serviceName: "Microsoft.Web/serverFarms" }] }),
          at: at("delegations[0].name"),
        },
      ],
      accepted: [{ name: "a delegation with a name", change: delegated("Microsoft.Web/serverFarms") }],
    },
    {
      rule: "R425",
      refused: [
        {
          name: "two services",
          change: declare({
            delegations: [
              { name: "web", serviceName: "Microsoft.Web/serverFarms" },
              { name: "containers", serviceName: "Microsoft.ContainerInstance/containerGroups" },
            ],
          }),
          at: at("delegations"),
        },
      ],
      accepted: [
        { name: "one service", change: delegated("Microsoft.ContainerInstance/containerGroups") },
        { name: "no service", change: declare({ delegations: [] }) },
      ],
    },
    {
      rule: "R126",
      refused: [
        { name: "a namespace alone", change: delegated("Microsoft.Web"), at: at("delegations[0].serviceName") },
        { name: "a service that takes no subnets", change: delegated("Microsoft.Sql/servers"), at: at("delegations[0].serviceName") },
      ],
      accepted: [
        { name: "App Service", change: delegated("Microsoft.Web/serverFarms") },
        { name: "a service in other letters", change: delegated("microsoft.netapp/volumes") },
      ],
    },
    {
      rule: "R127",
      refused: [
        { name: "a service that nobody has heard of", change: endpoints("Microsoft.Bananas"), at: at("serviceEndpoints[0].service") },
        { name: "a resource type", change: endpoints("Microsoft.Storage/storageAccounts"), at: at("serviceEndpoints[0].service") },
        { name: "a service twice", change: endpoints("Microsoft.Sql", "Microsoft.sql"), at: at("serviceEndpoints[1].service") },
      ],
      accepted: [{ name: "two services", change: endpoints("Microsoft.Storage.Global", "microsoft.keyvault") }],
    },
    {
      rule: "R128",
      refused: [
        {
          name: "the NAT gateway of another network",
          change: declare({ natGateway: { id: gateway } }),
          others: elsewhere,
          at: at("natGateway"),
        },
      ],
      accepted: [{ name: "a NAT gateway of its own", change: declare({ natGateway: { id: gateway } }), others: elsewhere.slice(0, 1) }],
    },
    {
      rule: "R119",
      refused: [{ name: "a reference without an id", change: declare({ natGateway: {} }), at: at("natGateway.id") }],
      accepted: [{ name: "no reference", change: declare({ natGateway: null }) }],
    },
    {
      rule: "R119-whole",
      refused: [{ name: "a name in place of an id", change: declare({ natGateway: { id: "web-nat" } }), at: at("natGateway.id") }],
      accepted: [{ name: "a whole id", change: declare({ natGateway: { id: gateway } }), others: elsewhere.slice(0, 1) }],
    },
    {
      rule: "R119-type",
      refused: [
        {
          name: "a gateway in place of a security group",
          change: declare({ networkSecurityGroup: { id: gateway } }),
          others: elsewhere.slice(0, 1),
          at: at("networkSecurityGroup.id"),
        },
      ],
      accepted: [
        { name: "an id in other letters", change: declare({ natGateway: { id: gateway.toUpperCase() } }), others: elsewhere.slice(0, 1) },
      ],
    },
  ];
}
