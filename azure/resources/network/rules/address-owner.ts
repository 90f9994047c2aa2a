import { nameInId, repeated, sameId } from "../../../rules/lookups";
import { placesOf } from "../../../rules/references";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";

/** What takes public IP addresses, and where it names them. */
const owners: Readonly<Record<string, string>> = {
  "azure-native:network:LoadBalancer": "frontendIPConfigurations[*].publicIPAddress.id",
  "azure-native:network:NatGateway": "publicIpAddresses[*].id",
};

/** The rule that a public IP address is taken once, for each type that takes them. */
export function addressesHaveOneOwner(type: string): Rule {
  return {
    id: "R135",
    title: "A public IP address belongs to one load balancer or NAT gateway",
    code: "PublicIPAddressInUse",
    grade: "observed",
    source: "https://github.com/Azure/azure-xplat-cli/tree/dev/test/recordings",
    severity: "error",
    allowed: "an address that nothing else has",
    *check(resource, region) {
      for (const at of placesOf(resource, [owners[type]])) {
        const owner = ownerOf(at.text(), region);
        if (owner !== undefined) {
          yield { at, because: `${nameInId(owner)} has it` };
        }
      }
    },
  };
}

/** The rule that the frontends of one load balancer do not share an address. */
export const frontendsHaveAddressesOfTheirOwn: Rule = {
  id: "R135-frontends",
  title: "Each frontend of a load balancer has a public IP address of its own",
  code: "PublicIPReferencedByMultipleIPConfigs",
  grade: "observed",
  source: "https://github.com/Azure/ACS/issues/102",
  severity: "error",
  allowed: "an address that no other frontend has",
  *check(balancer) {
    yield* repeated(placesOf(balancer, [owners["azure-native:network:LoadBalancer"]]), (place) => place.text()?.toLowerCase());
  },
};

/** Who else has an address; as long as the resource has no id, it cannot be told from the others. */
function ownerOf(address: string | undefined, region: RegionView): string | undefined {
  if (address === undefined || region.self === undefined) {
    return undefined;
  }
  const others = Object.entries(owners).flatMap(([type, pattern]) => region.all(type).map((other) => ({ ...other, pattern })));
  return others.find(({ properties, pattern }) => placesOf(properties, [pattern]).some((place) => sameId(place.text() ?? "", address)))?.id;
}
