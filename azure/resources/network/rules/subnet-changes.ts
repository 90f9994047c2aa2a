import { holdsUnknown } from "../../../properties/value";
import { isProperties } from "../../../properties/value";
import { select, type View } from "../../../properties/view";
import { nameInId, partNamed, sameText } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { ChangeRule, Finding } from "../../../rules/rule";

/** Who takes addresses of subnets, and where they name them. */
const users: Readonly<Record<string, string>> = {
  "azure-native:compute:VirtualMachineScaleSet":
    "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*].ipConfigurations[*].subnet.id",
  "azure-native:network:LoadBalancer": "frontendIPConfigurations[*].subnet.id",
};

const prefixStays = {
  id: "R133",
  title: "A prefix of a subnet stays while addresses of it are taken",
  code: "InUsePrefixCannotBeDeleted",
  grade: "observed",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/11211",
  severity: "error",
  allowed: "the prefix that the subnet has",
  fix: "add a subnet with the other prefix, and move to it what uses this one",
} as const;

const delegationsStay = {
  id: "R134",
  title: "The delegations of a subnet stay while addresses of it are taken",
  code: "SubnetDelegationsCannotChangeWhenSubnetUsedByResource",
  grade: "observed",
  source: "https://github.com/MicrosoftDocs/azure-docs/issues/39112",
  severity: "error",
  allowed: "the delegations that the subnet has",
  fix: "add a subnet for the service",
} as const;

/** What Azure refuses to change of a subnet. */
export const subnetChanges: ChangeRule[] = [
  {
    ...prefixStays,
    *check(before, after, region) {
      yield* prefixGone(before, after, userOf(region.self, region));
    },
  },
  {
    ...delegationsStay,
    *check(before, after, region) {
      yield* delegationsDiffer(before, after, userOf(region.self, region));
    },
  },
];

/** What Azure refuses to change of the subnets that a virtual network declares. */
export const virtualNetworkChanges: ChangeRule[] = [
  {
    ...prefixStays,
    *check(before, after, region) {
      yield* keptSubnets(before, after, region).flatMap(({ old, wanted, user }) => prefixGone(old, wanted, user));
    },
  },
  {
    ...delegationsStay,
    *check(before, after, region) {
      yield* keptSubnets(before, after, region).flatMap(({ old, wanted, user }) => delegationsDiffer(old, wanted, user));
    },
  },
  {
    id: "R93-list",
    title: "A subnet stays in the list of its network while something uses it",
    code: "InUseSubnetCannotBeDeleted",
    grade: "observed",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/611",
    severity: "error",
    allowed: "the subnets that are in use, and others",
    fix: "delete what uses the subnet first",
    *check(before, after, region) {
      const subnets = after.at("subnets");
      const names = subnets.list().map((subnet) => subnet.text("name")?.toLowerCase());
      const gone = subnets.given && !names.includes(undefined) ? before.list("subnets") : [];
      for (const name of gone.flatMap((subnet) => subnet.text("name")?.toLowerCase() ?? [])) {
        const user = names.includes(name) || subnets.unknown ? undefined : userOf(idOfSubnet(region, name), region);
        if (user !== undefined) {
          yield { at: subnets, because: `${user} uses the subnet ${name}` };
        }
      }
    },
  },
];

function keptSubnets(before: View, after: View, region: RegionView): { old: View; wanted: View; user: string | undefined }[] {
  return before.list("subnets").flatMap((old) => {
    const name = old.text("name");
    const wanted = partNamed(after.list("subnets"), name);
    return wanted ? [{ old, wanted, user: userOf(idOfSubnet(region, name), region) }] : [];
  });
}

function prefixGone(before: View, after: View, user: string | undefined): Finding[] {
  const [old, wanted] = [before, after].map((subnet) => [subnet.at("addressPrefix"), subnet.at("addressPrefixes")]);
  const unknown = [...old, ...wanted].some(({ value }) => holdsUnknown(value));
  const kept = wanted.flatMap(textsAt);
  const gone = user === undefined || unknown ? undefined : old.flatMap(textsAt).find((prefix) => !kept.includes(prefix));
  return gone === undefined ? [] : [{ at: wanted.find(({ given }) => given) ?? wanted[0], because: `${user} has addresses in ${gone}` }];
}

function delegationsDiffer(before: View, after: View, user: string | undefined): Finding[] {
  const [old, wanted] = [before, after].map((subnet) => subnet.at("delegations"));
  const unknown = [old, wanted].some(({ value }) => holdsUnknown(value));
  const services = (list: View) => list.list().map((one) => one.text("serviceName")?.toLowerCase());
  const same = services(old).sort().join() === services(wanted).sort().join();
  return user === undefined || unknown || same ? [] : [{ at: wanted, because: `${user} has addresses in the subnet` }];
}

function textsAt(place: View): string[] {
  return [...place.texts(), place.text() ?? []].flat().map((text) => text.toLowerCase());
}

function idOfSubnet(region: RegionView, name: string | undefined): string | undefined {
  return region.self === undefined || name === undefined ? undefined : `${region.self}/subnets/${name}`;
}

/** The name of a resource that has addresses in a subnet; a scale set of no instances has none. */
function userOf(subnet: string | undefined, region: RegionView): string | undefined {
  for (const [type, pattern] of Object.entries(users)) {
    const user = region.all(type).find(({ properties }) => {
      const { value } = properties;
      const places = isProperties(value) && properties.number("sku.capacity") !== 0 ? select(value, pattern) : [];
      return places.some((place) => sameText(place.text(), subnet));
    });
    if (user) {
      return nameInId(user.id);
    }
  }
  return undefined;
}
