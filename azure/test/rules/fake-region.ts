import type { Properties } from "../../properties/value";
import { viewOf } from "../../properties/view";
import type { RegionResource, RegionView } from "../../rules/region-view";

export const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/web";

/** The ARM id of a resource in the tests' resource group, such as `armId("Microsoft.Network/loadBalancers", "lb")`. */
export function armId(type: string, name: string): string {
  return `${group}/providers/${type}/${name}`;
}

export function regionResource(type: string, id: string, properties: Properties): RegionResource {
  return { id, type, properties: viewOf(properties) };
}

/** Types that the real region does not have; what it cannot know of counts as existing. */
const foreignTypes = [
  ...["Microsoft.Compute/galleries", "Microsoft.Compute/images", "Microsoft.Compute/virtualMachines"],
  ...["Microsoft.Management/managementGroups", "Microsoft.Network/customIPPrefixes", "Microsoft.NetworkCloud", "Microsoft.Storage"],
];

/** A region that holds the given resources, and answers as `RegionView` promises. */
export function fakeRegion(self: string | undefined, resources: readonly RegionResource[]): RegionView {
  const find = (id: string) => resources.find((resource) => key(resource.id) === key(id)) ?? holderOf(id, resources);
  return {
    self,
    find,
    exists: (id) => find(id) !== undefined || foreignTypes.some((type) => key(id).includes(key(`/${type}/`))),
    all: (type) => resources.filter((resource) => resource.type === type && key(resource.id) !== key(self ?? "")),
  };
}

/** The resource that holds the part which an id such as `…/loadBalancers/lb/probes/http` names. */
function holderOf(id: string, resources: readonly RegionResource[]): RegionResource | undefined {
  const [name, list, ...above] = id.split("/").reverse();
  const holderId = above.reverse().join("/");
  const holder = resources.find((resource) => key(resource.id) === key(holderId));
  const parts = holder?.properties.list(list) ?? [];
  return parts.some((part) => key(part.text("name") ?? "") === key(name)) ? holder : undefined;
}

function key(id: string): string {
  return id.toLowerCase();
}
