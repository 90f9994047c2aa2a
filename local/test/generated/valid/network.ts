import * as fc from "fast-check";
import { add, edits, remove, set } from "../../../../azure/test/rules/edits";
import { publicIpAddressId } from "../../../../azure/test/rules/valid/public-ip-address";
import { publicIpPrefixId } from "../../../../azure/test/rules/valid/public-ip-prefix";
import { domainNameLabel, foreignId, inAnyCase, networkName, plainIpV6, textOf, zonalLocation, zones } from "../texts";
import { alternatives, varied, Variation, Widening } from "../variation";
import { priority, ruledInSecurityRules, securityRuleAspects } from "./security-rules";

/** Wider than the examples of the simpler types of Microsoft.Network, and of resource groups. */

const anyLocation = fc.constantFrom("westus", "North Central US", "westeurope");

function nameOf(property: string, shortest: number, longest: number): fc.Arbitrary<Variation> {
  return varied(
    property,
    networkName(shortest, longest).map((name) => set(property, name)),
  );
}

function locationOf(location: fc.Arbitrary<string>): fc.Arbitrary<Variation> {
  return varied(
    "location",
    location.map((text) => set("location", text)),
  );
}

function idleTimeout(longest: number): fc.Arbitrary<Variation> {
  return varied(
    "idleTimeoutInMinutes",
    fc.integer({ min: 4, max: longest }).map((minutes) => set("idleTimeoutInMinutes", minutes)),
  );
}

export const resourceGroup: Widening = {
  aspects: [
    varied(
      "resourceGroupName",
      textOf("abzÄß中7_(-.", "abzÄß中7_()-.", "abzÄß中7_()-", 2, 90).map((name) => set("resourceGroupName", name)),
    ),
    locationOf(anyLocation),
  ],
  ruled: [],
};

export const virtualNetwork: Widening = {
  aspects: [
    nameOf("virtualNetworkName", 2, 64),
    locationOf(anyLocation),
    varied(
      "name servers",
      fc.array(fc.oneof(fc.ipV4(), plainIpV6), { maxLength: 3 }).map((addresses) => set("dhcpOptions.dnsServers", addresses)),
    ),
    varied(
      "protection by a plan",
      foreignId("Microsoft.Network/ddosProtectionPlans").map((id) =>
        edits(set("enableDdosProtection", true), set("ddosProtectionPlan", { id })),
      ),
    ),
    varied(
      "encryption",
      fc.record({ enabled: fc.boolean(), enforcement: inAnyCase("AllowUnencrypted") }).map((encryption) => set("encryption", encryption)),
    ),
    alternatives("address space", {
      "more blocks": fc
        .uniqueArray(fc.integer({ min: 1, max: 255 }), { maxLength: 4 })
        .map((octets) => add("addressSpace.addressPrefixes", ...octets.map((octet) => `10.${octet}.0.0/16`))),
      "IPv6 beside IPv4": add("addressSpace.addressPrefixes", "fd00:db8::/48"),
    }),
    varied(
      "subnets",
      fc.uniqueArray(networkName(1, 80), { selector: (name) => name.toLowerCase(), maxLength: 4 }).map((names) =>
        set(
          "subnets",
          names.map((name, index) => ({ name, addressPrefix: `10.0.${index}.0/24` })),
        ),
      ),
    ),
  ],
  ruled: ["subnets", "ipamPoolPrefixAllocations", "dhcpOptions", "virtualNetworkPeerings", "ddosProtectionPlan", "encryption"],
};

/** A block of 10.0.0.0/16, as large as a subnet may be or smaller. */
const blockOfNetwork = fc.integer({ min: 16, max: 29 }).chain((length) => {
  const size = 2 ** (32 - length);
  return fc.integer({ min: 0, max: 65_536 / size - 1 }).map((index) => {
    const start = index * size;
    return `10.0.${Math.floor(start / 256)}.${start % 256}/${length}`;
  });
});

const services = fc.constantFrom(
  "Microsoft.Web/serverFarms",
  "Microsoft.Sql/managedInstances",
  "Microsoft.ContainerInstance/containerGroups",
);

export const subnet: Widening = {
  aspects: [
    nameOf("subnetName", 1, 80),
    alternatives("addresses", {
      "another block": blockOfNetwork.map((block) => set("addressPrefix", block)),
      "in a list": blockOfNetwork.map((block) => edits(remove("addressPrefix"), set("addressPrefixes", [block]))),
    }),
    varied(
      "delegations",
      services.map((serviceName) => set("delegations", [{ name: "service", serviceName }])),
    ),
    varied(
      "serviceEndpoints",
      fc.subarray(["Microsoft.Storage", "Microsoft.KeyVault", "microsoft.sql"]).map((list) =>
        set(
          "serviceEndpoints",
          list.map((service) => ({ service })),
        ),
      ),
    ),
  ],
  ruled: ["natGateway", "routeTable", "serviceEndpoints", "delegations", "addressPrefixes", "ipamPoolPrefixAllocations"],
};

export const networkSecurityGroup: Widening = {
  aspects: [
    nameOf("networkSecurityGroupName", 1, 80),
    locationOf(anyLocation),
    varied(
      "priorities",
      fc
        .uniqueArray(priority, { minLength: 2, maxLength: 2 })
        .map(([first, second]) => edits(set("securityRules[0].priority", first), set("securityRules[1].priority", second))),
    ),
    ...securityRuleAspects((property) => `securityRules[1].${property}`),
  ],
  ruled: ruledInSecurityRules,
};

export const securityRule: Widening = {
  aspects: [
    nameOf("securityRuleName", 1, 80),
    varied(
      "priority",
      priority.map((number) => set("priority", number)),
    ),
    ...securityRuleAspects((property) => property),
  ],
  ruled: ruledInSecurityRules,
};

export const publicIpAddress: Widening = {
  aspects: [
    nameOf("publicIpAddressName", 1, 80),
    locationOf(zonalLocation),
    idleTimeout(30),
    alternatives("zones", {
      some: zones(1, 3).map((list) => set("zones", list)),
      none: remove("zones"),
      "an empty list": set("zones", []),
      "those of the example, routed over the internet": inAnyCase("Internet").map((tag) =>
        set("ipTags", [{ ipTagType: "RoutingPreference", tag }]),
      ),
    }),
    varied(
      "publicIPAllocationMethod",
      inAnyCase("Static").map((method) => set("publicIPAllocationMethod", method)),
    ),
    varied(
      "sku",
      inAnyCase("Standard").map((name) => set("sku.name", name)),
    ),
    alternatives("dnsSettings", {
      "another label": domainNameLabel.map((label) => set("dnsSettings.domainNameLabel", label)),
      "a scope": set("dnsSettings.domainNameLabelScope", "TenantReuse"),
      "a reverse name": set("dnsSettings.reverseFqdn", "www.contoso.com."),
      none: remove("dnsSettings"),
    }),
    alternatives("ddosSettings", {
      "its own": foreignId("Microsoft.Network/ddosProtectionPlans").map((id) =>
        set("ddosSettings", { protectionMode: "Enabled", ddosProtectionPlan: { id } }),
      ),
      "its network's": set("ddosSettings", { protectionMode: "VirtualNetworkInherited" }),
    }),
    varied(
      "publicIPPrefix",
      inAnyCase(publicIpPrefixId).map((id) => set("publicIPPrefix.id", id)),
    ),
  ],
  ruled: [
    "natGateway",
    "publicIPPrefix",
    "ipTags",
    "domainNameLabelScope",
    "reverseFqdn",
    "publicIPAddressVersion",
    "ddosSettings",
    "tier",
  ],
};

export const publicIpPrefix: Widening = {
  aspects: [
    nameOf("publicIpPrefixName", 1, 80),
    locationOf(zonalLocation),
    alternatives("zones", { some: zones(1, 3).map((list) => set("zones", list)), none: remove("zones") }),
    alternatives("size", {
      "of IPv4": fc.integer({ min: 28, max: 31 }).map((length) => set("prefixLength", length)),
      "of IPv6": fc
        .integer({ min: 124, max: 127 })
        .map((length) => edits(set("publicIPAddressVersion", "IPv6"), set("prefixLength", length))),
      "from a range of one's own": foreignId("Microsoft.Network/customIPPrefixes").map((id) =>
        edits(set("customIPPrefix", { id }), set("prefixLength", 24)),
      ),
    }),
  ],
  ruled: ["natGateway", "customIPPrefix"],
};

export const applicationSecurityGroup: Widening = {
  aspects: [nameOf("applicationSecurityGroupName", 1, 80), locationOf(anyLocation)],
  ruled: [],
};

export const natGateway: Widening = {
  aspects: [
    nameOf("natGatewayName", 1, 80),
    locationOf(fc.constantFrom("westeurope", "West Europe", "WESTEUROPE")),
    idleTimeout(120),
    alternatives("zones", { one: zones(1, 1).map((list) => set("zones", list)), "an empty list": set("zones", []) }),
    alternatives("publicIpAddresses", {
      "as many as it takes": fc.integer({ min: 1, max: 16 }).map((count) =>
        set(
          "publicIpAddresses",
          Array.from({ length: count }, () => ({ id: publicIpAddressId })),
        ),
      ),
      "a prefix beside it": inAnyCase(publicIpPrefixId).map((id) => set("publicIpPrefixes", [{ id }])),
    }),
  ],
  ruled: ["zones", "publicIpPrefixes", "sku"],
};
