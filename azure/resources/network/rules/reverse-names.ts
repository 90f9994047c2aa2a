import { normalLocation } from "../../../arm/id";
import type { View } from "../../../properties/view";
import { is } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const azuresZone = ".cloudapp.azure.com";

const notOwned = {
  code: "ReverseFqdnDoesNotBelongToSubscription",
  severity: "error",
} as const;

/** What Azure refuses in the name that the address of a public IP address leads back to. */
export const reverseNameRules: Rule[] = [
  {
    ...notOwned,
    id: "R140",
    title: "An address whose name has a scope gets its reverse name after its creation",
    grade: "observed",
    source: "https://github.com/Azure/azure-rest-api-specs/issues/39789",
    allowed: "no reverse name until the address is there",
    because: "with a scope Azure makes the name up, so that nobody knows it beforehand",
    *check(address, region) {
      const exists = region.self === undefined || region.find(region.self) !== undefined;
      const given = ["domainNameLabelScope", "reverseFqdn"].map((name) => address.text(`dnsSettings.${name}`));
      if (!exists && given.every((text) => text !== undefined && text !== "")) {
        yield address.at("dnsSettings.reverseFqdn");
      }
    },
  },
  {
    ...notOwned,
    id: "R140-owner",
    title: "A reverse name in Azure's own zone is that of an address of the subscription",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/dns/dns-reverse-dns-for-azure-services",
    allowed: "the name of this address, or of another one of the subscription",
    *check(address, region) {
      const name = address.text("dnsSettings.reverseFqdn")?.toLowerCase().replace(/\.$/, "");
      const addresses = [address, ...region.all("azure-native:network:PublicIPAddress").map(({ properties }) => properties)];
      const mayHaveAny = addresses.some(
        (one) =>
          one.at("location").unknown || labelled(one).some((place) => place.unknown || (place.property.endsWith("Scope") && place.given)),
      );
      if (name?.endsWith(azuresZone) && !mayHaveAny && !addresses.some((one) => nameOf(one) === name)) {
        yield address.at("dnsSettings.reverseFqdn");
      }
    },
  },
  {
    id: "R141",
    title: "An IPv6 address has no reverse name",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/49316",
    severity: "error",
    allowed: "no reverse name",
    *check(address) {
      if (is(address.at("publicIPAddressVersion"), "IPv6") && address.has("dnsSettings.reverseFqdn")) {
        yield address.at("dnsSettings.reverseFqdn");
      }
    },
  },
];

/** What a name is made of. */
function labelled(address: View): View[] {
  return [address.at("dnsSettings"), address.at("dnsSettings.domainNameLabel"), address.at("dnsSettings.domainNameLabelScope")];
}

function nameOf(address: View): string | undefined {
  const [label, location] = [address.text("dnsSettings.domainNameLabel"), address.text("location")];
  return label === undefined || location === undefined ? undefined : `${label}.${normalLocation(location)}${azuresZone}`.toLowerCase();
}
