import type { View } from "../../../properties/view";
import { doesNotFit, is, isEmpty, repeated, sameText, textOr } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import type { Rule } from "../../../rules/rule";
import { idsIn, ipConfigurations, networkInterfaces } from "./model";
import { azurermScaleSetParts, networkingPage, restApi } from "./sources";

const interfaces = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations";

/** What the network interfaces of an instance, and the IP configurations of each, must be to each other. */
export const networkInterfaceRules: Rule[] = [
  networkNamesFit(
    1,
    80,
    `${interfaces}[*].name`,
    `${interfaces}[*].ipConfigurations[*].name`,
    `${interfaces}[*].ipConfigurations[*].publicIPAddressConfiguration.name`,
  ),
  {
    id: "R213",
    title: "One network interface is the primary one",
    code: "NetworkInterfaceMustHavePrimaryPropertySet",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/1557",
    severity: "error",
    allowed: "primary true for exactly one of several network interfaces",
    *check(scaleSet) {
      yield* wrongPrimary(networkInterfaces(scaleSet), scaleSet.at(interfaces));
    },
  },
  {
    id: "R214",
    title: "One IP configuration of a network interface is the primary one",
    code: "VMScaleSetNetworkInterfaceConfigurationMustHaveOneIpConfigAsPrimary",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/2035",
    severity: "error",
    allowed: "primary true for exactly one of several IP configurations",
    *check(scaleSet) {
      for (const networkInterface of networkInterfaces(scaleSet)) {
        const list = networkInterface.list("ipConfigurations");
        // One for each version of IP needs no word: the primary one has IPv4.
        const ofIpv4 = list.filter((ip) => sameText(versionOf(ip), "IPv4"));
        yield* list.some(({ unknown }) => unknown) ? [] : wrongPrimary(ofIpv4, networkInterface.at("ipConfigurations"));
      }
    },
  },
  {
    id: "R215",
    title: "The primary IP configuration of a network interface has IPv4",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSetParts,
    severity: "error",
    allowed: "IPv4, with an IPv6 configuration beside it",
    *check(scaleSet) {
      for (const networkInterface of networkInterfaces(scaleSet)) {
        const list = networkInterface.list("ipConfigurations");
        const isKnown = list.every((ip) => !ip.unknown && !ip.at("privateIPAddressVersion").unknown);
        const ofIpv6 = list.filter((ip) => is(ip.at("privateIPAddressVersion"), "IPv6"));
        const primary =
          ofIpv6.find((ip) => ip.flag("primary") === true) ?? (isKnown && ofIpv6.length === list.length ? ofIpv6[0] : undefined);
        if (primary !== undefined) {
          yield primary.at("privateIPAddressVersion");
        }
      }
    },
  },
  {
    id: "R216",
    title: "All IP configurations in a backend pool have one version of IP",
    code: "AllNicIpConfigurationsOfLbBackendPoolOnVMScaleSetMustHaveSamePrivateIpAddressVersion",
    grade: "observed",
    source: "https://github.com/kubernetes/kubernetes/issues/93085",
    severity: "error",
    allowed: "a backend pool of its own for each version of IP",
    *check(scaleSet) {
      const versions = new Map<string, string>();
      for (const ip of ipConfigurations(scaleSet)) {
        const version = versionOf(ip);
        for (const pool of version === undefined ? [] : idsIn(ip, "loadBalancerBackendAddressPools")) {
          const key = pool.text()?.toLowerCase();
          const other = key === undefined ? undefined : versions.get(key);
          if (key !== undefined && version !== undefined && other !== undefined && !sameText(version, other)) {
            yield { at: pool, because: `another IP configuration in this pool has ${other}` };
          } else if (key !== undefined && version !== undefined) {
            versions.set(key, version);
          }
        }
      }
    },
  },
  {
    id: "R217",
    title: "Network interfaces, and the IP configurations of each, have different names",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "assumed",
    source: restApi,
    severity: "error",
    allowed: "a name that no other has",
    *check(scaleSet) {
      const lists = [
        networkInterfaces(scaleSet),
        ...networkInterfaces(scaleSet).map((networkInterface) => networkInterface.list("ipConfigurations")),
      ];
      for (const list of lists) {
        yield* repeated(list, (part) => part.text("name")?.toLowerCase()).map((part) => part.at("name"));
      }
    },
  },
  {
    id: "R218",
    title: "A network interface has an IP configuration",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "at least one IP configuration",
    *check(scaleSet) {
      yield* networkInterfaces(scaleSet)
        .filter(({ unknown }) => !unknown)
        .map((networkInterface) => networkInterface.at("ipConfigurations"))
        .filter((list) => list.value !== undefined && list.value !== null && isEmpty(list));
    },
  },
  {
    id: "R224",
    title: "The public addresses of the instances have flows that may be idle for 4 to 32 minutes",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSetParts,
    severity: "error",
    allowed: "4 to 32 minutes",
    *check(scaleSet) {
      for (const ip of ipConfigurations(scaleSet)) {
        const minutes = ip.at("publicIPAddressConfiguration.idleTimeoutInMinutes");
        const given = minutes.number();
        if (given !== undefined && (given < 4 || given > 32)) {
          yield minutes;
        }
      }
    },
  },
  {
    id: "R225",
    title: "A public address of an instance is of the version of IP that its configuration has",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: networkingPage,
    severity: "error",
    allowed: "the version of IP of the IP configuration",
    *check(scaleSet) {
      for (const ip of ipConfigurations(scaleSet).filter(({ unknown }) => !unknown)) {
        const version = versionOf(ip);
        const place = ip.at("publicIPAddressConfiguration.publicIPAddressVersion");
        const publicVersion = textOr(place, "IPv4");
        if (
          ip.has("publicIPAddressConfiguration") &&
          version !== undefined &&
          publicVersion !== undefined &&
          !sameText(version, publicVersion)
        ) {
          yield { at: place, allowed: `${version}, as privateIPAddressVersion` };
        }
      }
    },
  },
  {
    id: "R314",
    title: "The DNS label of the instances' public addresses is a host name in lower case",
    code: "InvalidDomainNameLabel",
    grade: "observed",
    source:
      "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-public-ip-tests-generated/arm_network_public_ip_addresses_create_should_fail_for_invalid_symbols_in_lable.nock.js",
    severity: "error",
    allowed: "3 to 63 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen",
    *check(scaleSet) {
      yield* ipConfigurations(scaleSet)
        .map((ip) => ip.at("publicIPAddressConfiguration.dnsSettings.domainNameLabel"))
        .filter((label) => doesNotFit(label, (text) => /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/.test(text)));
    },
  },
  {
    id: "R315",
    title: "An auxiliary mode comes with an auxiliary SKU, and one with the other",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSetParts,
    severity: "error",
    allowed: "a value beside the other, or neither",
    *check(scaleSet) {
      for (const networkInterface of networkInterfaces(scaleSet)) {
        const both = ["auxiliaryMode", "auxiliarySku"].map((name) => networkInterface.at(name));
        const isUsed = (place: View) => place.text() !== undefined && !is(place, "None");
        if (both.some(isUsed) && both.some((place) => place.absent || is(place, "None"))) {
          yield both.find((place) => !isUsed(place)) ?? both[0];
        }
      }
    },
  },
];

/** IPv4 is what Azure takes where nothing is said. */
export function versionOf(ip: View): string | undefined {
  return ip.unknown ? undefined : textOr(ip.at("privateIPAddressVersion"), "IPv4");
}

/** Of several, more than one primary, each but the first; or none, which is the whole list's matter. */
function wrongPrimary(parts: readonly View[], whole: View): View[] {
  const primaries = parts.filter((part) => part.flag("primary") === true);
  const isKnown = parts.every((part) => !part.unknown && !part.at("primary").unknown);
  if (primaries.length > 1) {
    return primaries.slice(1).map((part) => part.at("primary"));
  }
  return parts.length > 1 && isKnown && primaries.length === 0 ? [whole] : [];
}
