import { type AddressRange, parseCidr } from "../../../facts/cidr";
import type { View } from "../../../properties/view";
import { partNamed, textOr } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import { subnetAt } from "../../network/rules/subnet-at";
import { partName } from "./model";

/** What several of the load balancer's rules ask of its frontends. */

export function isInternal(frontend: View): boolean {
  return frontend.has("subnet") && !frontend.has("publicIPAddress") && !frontend.has("publicIPPrefix");
}

export function isPublic(frontend: View): boolean {
  return !frontend.has("subnet") && (frontend.has("publicIPAddress") || frontend.has("publicIPPrefix"));
}

/** The frontend that a part refers to, such as `rule.at("frontendIPConfiguration")`. */
export function frontendOf(loadBalancer: View, reference: View): View | undefined {
  return partNamed(loadBalancer.list("frontendIPConfigurations"), partName(reference));
}

/** IPv4 or IPv6; undefined as long as it is not known. */
export function versionOf(frontend: View, region: RegionView): string | undefined {
  if (!isPublic(frontend)) {
    return isInternal(frontend) ? textOr(frontend.at("privateIPAddressVersion"), "IPv4") : undefined;
  }
  const address = region.find(frontend.text("publicIPAddress.id") ?? frontend.text("publicIPPrefix.id") ?? "");
  return address && textOr(address.properties.at("publicIPAddressVersion"), "IPv4");
}

/** An address of IP version 4 that a frontend asks for in its subnet. */
export interface AskedAddress {
  readonly at: View;
  readonly text: string;
  readonly address: number;
  readonly frontend: View;
}

export function askedAddresses(loadBalancer: View): AskedAddress[] {
  return loadBalancer.list("frontendIPConfigurations").flatMap((frontend) => {
    const at = frontend.at("privateIPAddress");
    const text = at.text();
    const address = text === undefined ? undefined : parseCidr(`${text}/32`)?.first;
    return text === undefined || address === undefined || !isInternal(frontend) ? [] : [{ at, text, address, frontend }];
  });
}

/** The blocks of IPv4 addresses of a frontend's subnet; none as long as they are not all known. */
export function subnetOf(frontend: View, region: RegionView): AddressRange[] {
  const subnet = subnetAt(frontend.text("subnet.id") ?? "", region);
  const places = subnet ? [subnet.at("addressPrefix"), ...subnet.list("addressPrefixes")].filter((place) => place.given) : [];
  const blocks = places.map((place) => parseCidr(place.text() ?? ""));
  const version4 = blocks.filter((block) => block !== undefined);
  const allKnown = places.every((place) => place.text() !== undefined) && subnet?.at("addressPrefixes").unknown === false;
  return allKnown ? version4 : [];
}
