import type { View } from "../../../properties/view";
import { nameInId, sameText } from "../../../rules/lookups";
import type { RegionResource, RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";

/** A kind of part that a program declares in the list of what holds it, or as a resource of its own. */
interface OwnPart {
  /** The part in words, such as `subnet`. */
  readonly part: string;
  /** The type token of the part as a resource of its own. */
  readonly type: string;
  /** What names it there. */
  readonly nameProperty: string;
  /** What holds it, in words. */
  readonly holder: string;
  /** What names the holder in the resource of its own. */
  readonly holderProperty: string;
  /** The holder's list of such parts. */
  readonly list: string;
  /** The address of what tells how the two ways meet. */
  readonly source: string;
}

export const subnetPart: OwnPart = {
  part: "subnet",
  type: "azure-native:network:Subnet",
  nameProperty: "subnetName",
  holder: "virtual network",
  holderProperty: "virtualNetworkName",
  list: "subnets",
  source: "https://github.com/pulumi/pulumi-azure-native/issues/611",
};

export const securityRulePart: OwnPart = {
  part: "security rule",
  type: "azure-native:network:SecurityRule",
  nameProperty: "securityRuleName",
  holder: "network security group",
  holderProperty: "networkSecurityGroupName",
  list: "securityRules",
  source: "https://github.com/pulumi/pulumi-azure-native/issues/3359",
};

/** The id of what holds a part. */
export function holderOf(part: string | undefined): string | undefined {
  return part?.replace(/\/[^/]+\/[^/]+$/, "");
}

/** The parts of a holder that are resources of their own. */
export function ownParts({ type }: OwnPart, holder: string | undefined, region: RegionView): RegionResource[] {
  return region.all(type).filter(({ id }) => sameText(holderOf(id), holder));
}

/** The parts of a holder, declared in it or as resources of their own. */
export function allParts(kind: OwnPart, holder: string | undefined, region: RegionView): View[] {
  return [...declaredParts(kind, holder, region), ...ownParts(kind, holder, region).map(({ properties }) => properties)];
}

/** The warning at a part of its own that its holder declares parts too. */
export function holderDeclaresNone(kind: OwnPart): Rule {
  const { part, nameProperty, holder, holderProperty, source } = kind;
  return {
    id: "T20",
    title: `A ${part} is declared in its ${holder} or as a resource of its own, not both ways`,
    code: "Warning",
    grade: "observed",
    source,
    severity: "warning",
    allowed: `a ${holder} that declares no ${part}s itself`,
    *check(resource, region) {
      const declared = declaredParts(kind, holderOf(region.self), region);
      const twice = declared.some((other) => sameText(other.text("name"), resource.text(nameProperty)));
      if (declared.length > 0) {
        yield {
          at: resource.at(holderProperty),
          because: twice
            ? `the ${holder} declares this ${part} too, so that its creation meets one that exists`
            : `the ${holder} declares ${part}s itself, and its next update deletes those that it does not list`,
        };
      }
    },
  };
}

/** The warning at a holder that its list leaves out parts of their own. */
export function listsAllOrNone(kind: OwnPart): Rule {
  const { part, holder, list, source } = kind;
  return {
    id: "T20",
    title: `The ${part}s of a ${holder} are all declared in it, or all as resources of their own`,
    code: "Warning",
    grade: "observed",
    source,
    severity: "warning",
    allowed: `all ${part}s of this ${holder}, or no ${part}s here`,
    *check(resource, region) {
      const declared = resource.list(list).flatMap((one) => one.text("name")?.toLowerCase() ?? []);
      const own = ownParts(kind, region.self, region).map(({ id }) => nameInId(id));
      const lost = own.filter((name) => !declared.includes(name));
      if (resource.has(list) && !resource.at(list).unknown && lost.length > 0) {
        yield { at: resource.at(list), because: `updating the ${holder} deletes what it does not list: ${lost.join(", ")}` };
      }
    },
  };
}

function declaredParts({ list }: OwnPart, holder: string | undefined, region: RegionView): View[] {
  return (holder === undefined ? undefined : region.find(holder))?.properties.list(list) ?? [];
}
