import { availabilityZones } from "../../../facts/regions";
import { holdsUnknown } from "../../../properties/value";
import type { View } from "../../../properties/view";
import { is, sameText, textOr } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { addressesHaveOneOwner } from "./address-owner";
import { prefixWith, sizeOfPrefix } from "./prefix-addresses";
import { isRoutedByInternet } from "./routing-preference";

const resourcePage = "https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource";
const troubleshooting = "https://learn.microsoft.com/azure/nat-gateway/troubleshoot-nat";

/** What Azure refuses of the public IP addresses of a NAT gateway. */
export const natGatewayAddressRules: Rule[] = [
  addressesHaveOneOwner("azure-native:network:NatGateway"),
  {
    id: "N-addresses",
    title: "A NAT gateway has at most 16 public IP addresses, those of its prefixes among them",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: resourcePage,
    severity: "error",
    allowed: "at most 16 public IP addresses",
    *check(gateway, region) {
      const prefixes = gateway.list("publicIpPrefixes").map((reference) => prefixWith(reference.text("id"), region));
      const ofPrefixes = prefixes.reduce((sum, prefix) => sum + ((prefix && sizeOfPrefix(prefix)) ?? 0), 0);
      const addresses = gateway.list("publicIpAddresses").length;
      if (addresses > 16) {
        yield gateway.at("publicIpAddresses");
      } else if (addresses + ofPrefixes > 16) {
        yield { at: gateway.at("publicIpPrefixes"), because: `with its prefixes' ${ofPrefixes} it has ${addresses + ofPrefixes}` };
      }
    },
  },
  {
    id: "R136",
    title: "A NAT gateway and its public IP addresses and prefixes have one SKU",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/nat-gateway/nat-sku",
    severity: "error",
    allowed: "addresses of the gateway's SKU",
    *check(gateway, region) {
      const sku = textOr(gateway.at("sku.name"), "Standard");
      for (const { at, address } of addressesOf(gateway, region)) {
        const other = address.text("sku.name");
        if (sku !== undefined && other !== undefined && !sameText(sku, other)) {
          yield { at, allowed: `an address of the SKU ${sku}`, because: `this one's is ${other}` };
        }
      }
    },
  },
  {
    id: "R137",
    title: "The addresses of a NAT gateway in a zone are in that zone, or in all zones",
    code: "PublicIPOrPrefixAndStandardSkuNatGatewayZoneDoNotMatch",
    grade: "documented",
    source: troubleshooting,
    severity: "error",
    allowed: "addresses of the same zone, or zone-redundant ones",
    *check(gateway, region) {
      const [zone, ...more] = gateway.texts("zones");
      for (const { at, address } of addressesOf(gateway, region)) {
        const isInOne = availabilityZones.includes(zone) && more.length === 0;
        if (isInOne && !holdsUnknown(address.at("zones").value) && !address.texts("zones").includes(zone)) {
          yield at;
        }
      }
    },
  },
  {
    id: "R138",
    title: "A Standard NAT gateway has IPv4 addresses",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/nat-gateway/nat-overview",
    severity: "error",
    allowed: "IPv4 addresses",
    *check(gateway, region) {
      const isStandard = sameText(textOr(gateway.at("sku.name"), "Standard"), "Standard");
      const places = addressesOf(gateway, region).filter(({ address }) => isStandard && is(address.at("publicIPAddressVersion"), "IPv6"));
      yield* places.map(({ at }) => at);
    },
  },
  {
    id: "R254",
    title: "The addresses of a NAT gateway are routed over Microsoft's network",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: troubleshooting,
    severity: "error",
    allowed: "addresses without the routing preference Internet",
    *check(gateway, region) {
      yield* addressesOf(gateway, region)
        .filter(({ address }) => isRoutedByInternet(address))
        .map(({ at }) => at);
    },
  },
  {
    id: "R255",
    title: "The addresses of a NAT gateway have no DDoS protection of their own",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: troubleshooting,
    severity: "error",
    allowed: "addresses whose ddosSettings.protectionMode is not Enabled",
    *check(gateway, region) {
      yield* addressesOf(gateway, region)
        .filter(({ address }) => is(address.at("ddosSettings.protectionMode"), "Enabled"))
        .map(({ at }) => at);
    },
  },
];

/** The gateway's addresses and prefixes that are known, each with the place that names it. */
function addressesOf(gateway: View, region: RegionView): { at: View; address: View }[] {
  return ["publicIpAddresses", "publicIpPrefixes"].flatMap((list) =>
    gateway.list(list).flatMap((reference) => {
      const at = reference.at("id");
      const address = region.find(at.text() ?? "");
      const isKnown = address?.type === "azure-native:network:PublicIPAddress" || address?.type === "azure-native:network:PublicIPPrefix";
      return isKnown ? [{ at, address: address.properties }] : [];
    }),
  );
}
