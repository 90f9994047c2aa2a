import type { View } from "../../../properties/view";
import { sameId, sameText, textOr } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import { ipConfigurations } from "../../scale-set/rules/model";

/** What several rules ask of a public IP prefix and of what takes its addresses. */

/** IPv4 or IPv6; undefined as long as it is not known. */
export function versionOfPrefix(prefix: View): string | undefined {
  return textOr(prefix.at("publicIPAddressVersion"), "IPv4");
}

/** The public IP prefix with this id, where the region knows it. */
export function prefixWith(id: string | undefined, region: RegionView): View | undefined {
  const found = region.find(id ?? "");
  return found?.type === "azure-native:network:PublicIPPrefix" ? found.properties : undefined;
}

/** How many addresses a prefix has; undefined as long as that is not known. */
export function sizeOfPrefix(prefix: View): number | undefined {
  const [length, version] = [prefix.number("prefixLength"), versionOfPrefix(prefix)];
  return length === undefined || version === undefined ? undefined : 2 ** ((sameText(version, "IPv6") ? 128 : 32) - length);
}

/** How many addresses of a prefix others than the resource that is being checked take. */
export function takenByOthers(prefixId: string, region: RegionView): number {
  const addresses = region
    .all("azure-native:network:PublicIPAddress")
    .filter(({ properties }) => sameId(properties.text("publicIPPrefix.id") ?? "", prefixId));
  const scaleSets = region.all("azure-native:compute:VirtualMachineScaleSet");
  return scaleSets.reduce((sum, { properties }) => sum + takenByInstances(properties, prefixId), addresses.length);
}

/** How many addresses of a prefix the instances of a scale set take, as far as it is known. */
export function takenByInstances(scaleSet: View, prefixId: string): number {
  const each = ipConfigurations(scaleSet).filter((ip) => sameId(prefixOfInstances(ip).text() ?? "", prefixId));
  return each.length * Math.max(0, scaleSet.number("sku.capacity") ?? 0);
}

/** Where an IP configuration names the prefix that its instances have their public addresses from. */
export function prefixOfInstances(ipConfiguration: View): View {
  return ipConfiguration.at("publicIPAddressConfiguration.publicIPPrefix.id");
}
