import { nameInId, sameText } from "../../../rules/lookups";
import { namesFit, networkNames } from "../../../rules/names";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";

/** What Azure refuses in a `azure-native:network:Subnet`. */
export const subnetRules: Rule[] = [
  namesFit(networkNames(1, 80), "subnetName"),
  {
    id: "T20",
    title: "A subnet is declared in its virtual network or as a resource of its own, not both ways",
    code: "Warning",
    grade: "observed",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/611",
    severity: "warning",
    allowed: "a virtual network that declares no subnets itself",
    *check(subnet, region) {
      const network = networkOf(region.self);
      const declared = (network === undefined ? undefined : region.find(network))?.properties.list("subnets") ?? [];
      const twice = declared.some((other) => sameText(other.text("name"), subnet.text("subnetName")));
      if (declared.length > 0) {
        yield {
          at: subnet.at("virtualNetworkName"),
          because: twice
            ? "the virtual network declares this subnet too, so that its creation meets one that exists"
            : "the virtual network declares subnets itself, and its next update deletes those that it does not list",
        };
      }
    },
  },
];

/** The names, in lower case, of the subnets of a virtual network that are resources of their own. */
export function subnetsOf(network: string | undefined, region: RegionView): string[] {
  return region
    .all("azure-native:network:Subnet")
    .filter(({ id }) => sameText(networkOf(id), network))
    .map(({ id }) => nameInId(id));
}

function networkOf(subnet: string | undefined): string | undefined {
  return subnet?.replace(/\/subnets\/[^/]+$/i, "");
}
