import { parseCidr, usableAddresses } from "../../../facts/cidr";
import type { View } from "../../../properties/view";
import { is, nameInId, partNamed, sameId, sameText } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { ipConfigurations } from "./model";
import { versionOf } from "./network-interfaces";
import { networkingPage } from "./sources";

const scaleSetType = "azure-native:compute:VirtualMachineScaleSet";

/** What the subnets of the instances must have for them. */
export const subnetRoomRules: Rule[] = [
  {
    id: "R219",
    title: "The subnet has an address for every instance",
    code: "SubnetIsFull",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/88211",
    severity: "error",
    allowed: "fewer instances, or a larger subnet",
    *check(scaleSet, region) {
      const capacity = scaleSet.at("sku.capacity");
      // As long as the scale set has no id, it cannot be told from the others.
      const others = region.self === undefined ? [] : region.all(scaleSetType).map(({ properties }) => properties);
      for (const subnet of new Set(subnetsOf(scaleSet).map((id) => id.toLowerCase()))) {
        const addresses = addressesIn(subnet, region);
        const needed = addressesTaken(scaleSet, subnet);
        const taken = others.reduce((sum, other) => sum + addressesTaken(other, subnet), 0);
        if (addresses !== undefined && needed > 0 && needed + taken > addresses) {
          const beside = taken === 0 ? "" : `, and other scale sets take ${taken}`;
          yield { at: capacity, because: `the subnet ${nameInId(subnet)} has ${addresses} addresses for instances${beside}` };
          return;
        }
      }
    },
  },
  {
    id: "R220",
    title: "An IPv6 configuration is in a subnet with a range of IPv6",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: networkingPage,
    severity: "error",
    allowed: "a subnet with a range of IPv4 and one of IPv6 among its addressPrefixes",
    *check(scaleSet, region) {
      for (const ip of ipConfigurations(scaleSet)) {
        const ranges = prefixesOf(ip.text("subnet.id") ?? "", region);
        if (is(ip.at("privateIPAddressVersion"), "IPv6") && ranges !== undefined && !ranges.some((range) => range.includes(":"))) {
          yield ip.at("subnet.id");
        }
      }
    },
  },
];

function subnetsOf(scaleSet: View): string[] {
  return ipConfigurations(scaleSet).flatMap((ip) => ip.text("subnet.id") ?? []);
}

/** How many IPv4 addresses of a subnet the instances of a scale set take, as far as it is known. */
function addressesTaken(scaleSet: View, subnet: string): number {
  const each = ipConfigurations(scaleSet).filter((ip) => sameText(versionOf(ip), "IPv4") && sameId(ip.text("subnet.id") ?? "", subnet));
  return each.length * Math.max(0, scaleSet.number("sku.capacity") ?? 0);
}

function addressesIn(subnet: string, region: RegionView): number | undefined {
  const blocks = prefixesOf(subnet, region)?.flatMap((range) => parseCidr(range) ?? []);
  return blocks === undefined || blocks.length === 0 ? undefined : blocks.reduce((sum, block) => sum + usableAddresses(block), 0);
}

/** The ranges of a subnet, wherever it is declared; undefined as long as they are not all known. */
function prefixesOf(subnet: string, region: RegionView): string[] | undefined {
  const holder = region.find(subnet);
  const declared =
    holder?.type === "azure-native:network:Subnet"
      ? holder.properties
      : holder && partNamed(holder.properties.list("subnets"), nameInId(subnet));
  if (declared === undefined) {
    return undefined;
  }
  const places = [declared.at("addressPrefix"), declared.at("addressPrefixes"), ...declared.list("addressPrefixes")];
  const ranges = [
    ...declared.texts("addressPrefixes"),
    ...(declared.text("addressPrefix") === undefined ? [] : [declared.text("addressPrefix") ?? ""]),
  ];
  return places.some(({ unknown }) => unknown) || ranges.length === 0 ? undefined : ranges;
}
