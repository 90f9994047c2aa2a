import * as fc from "fast-check";
import { edits, remove, set } from "../../../../azure/test/rules/edits";
import { publicIpAddressId } from "../../../../azure/test/rules/valid/public-ip-address";
import { domainNameLabel, foreignId, inAnyCase, networkName, textOf, zonalLocation, zones } from "../texts";
import { alternatives, varied, Variation, Widening } from "../variation";

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
      "subnets",
      fc.uniqueArray(networkName(1, 80), { selector: (name) => name.toLowerCase(), maxLength: 4 }).map((names) =>
        set(
          "subnets",
          names.map((name) => ({ name, addressPrefix: "10.0.1.0/24" })),
        ),
      ),
    ),
  ],
  ruled: ["subnets"],
};

export const subnet: Widening = { aspects: [nameOf("subnetName", 1, 80)], ruled: ["natGateway"] };

export const networkSecurityGroup: Widening = {
  aspects: [
    nameOf("networkSecurityGroupName", 1, 80),
    locationOf(anyLocation),
    varied(
      "priorities",
      fc
        .uniqueArray(fc.integer({ min: 100, max: 4096 }), { minLength: 2, maxLength: 2 })
        .map(([first, second]) => edits(set("securityRules[0].priority", first), set("securityRules[1].priority", second))),
    ),
    varied(
      "description",
      fc.string({ unit: "grapheme-ascii", maxLength: 140 }).map((text) => set("securityRules[0].description", text)),
    ),
    varied(
      "direction",
      inAnyCase("Outbound").map((direction) => set("securityRules[1].direction", direction)),
    ),
  ],
  ruled: ["priority"],
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
      none: remove("dnsSettings"),
    }),
    varied(
      "publicIPPrefix",
      foreignId("Microsoft.Network/publicIPPrefixes").map((id) => set("publicIPPrefix.id", id)),
    ),
  ],
  ruled: ["natGateway", "publicIPPrefix", "domainNameLabelScope"],
};

export const natGateway: Widening = {
  aspects: [
    nameOf("natGatewayName", 1, 80),
    locationOf(zonalLocation),
    idleTimeout(120),
    alternatives("zones", { one: zones(1, 1).map((list) => set("zones", list)), "an empty list": set("zones", []) }),
    varied(
      "publicIpAddresses",
      fc.integer({ min: 1, max: 16 }).map((count) =>
        set(
          "publicIpAddresses",
          Array.from({ length: count }, () => ({ id: publicIpAddressId })),
        ),
      ),
    ),
    varied(
      "publicIpPrefixes",
      foreignId("Microsoft.Network/publicIPPrefixes").map((id) => set("publicIpPrefixes", [{ id }])),
    ),
  ],
  ruled: ["zones", "publicIpPrefixes"],
};
