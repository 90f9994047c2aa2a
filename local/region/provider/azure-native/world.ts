import { idKey } from "../../../../azure/arm/id";
import { View, viewOf } from "../../../../azure/properties/view";
import type { RegionResource, RegionView } from "../../../../azure/rules/region-view";
import { resourceTypes } from "../../../../azure/resources";
import type { Resource } from "../../store/resource";

/** Where resources are looked up: the store itself, or a preview's plan over it. */
export interface Resources {
  find(id: string): Resource | undefined;
  all(): Resource[];
}

/** The resource that an id names, or the one that holds the part which the id names. */
export function findHolder(resources: Resources, id: string): Resource | undefined {
  const [, place, list, name] = /^(.*)\/([^/]*)\/([^/]*)$/s.exec(id) ?? [];
  const holder = place === undefined ? undefined : resources.find(place);
  // A resource group or a network holds whole resources, not parts of itself, so what is missing in it is missing.
  return resources.find(id) ?? (holder && holdsPart(holder, list, name) ? holder : undefined);
}

function holdsPart(holder: Resource, list: string, name: string): boolean {
  const property = Object.keys(holder.outputs).find((candidate) => candidate.toLowerCase() === list.toLowerCase());
  return (
    property !== undefined &&
    new View(holder.outputs[property]).list().some((part) => part.text("name")?.toLowerCase() === name.toLowerCase())
  );
}

/** What the rules may see of a region. */
export class World implements RegionView {
  /** @param replaced The id of the resource that is deleted before the one that is being checked takes its place. */
  constructor(
    private readonly resources: Resources,
    readonly self: string | undefined,
    private readonly replaced?: string,
  ) {}

  find(id: string): RegionResource | undefined {
    const holder = findHolder(this.resources, id);
    return holder && present(holder);
  }

  exists(id: string): boolean {
    return findHolder(this.resources, id) !== undefined || !namesOurType(id);
  }

  all(type: string): RegionResource[] {
    const left = [this.self, this.replaced].map((id) => (id === undefined ? undefined : idKey(id)));
    return this.resources
      .all()
      .filter((resource) => resource.type === type && !left.includes(idKey(resource.id)))
      .map(present);
  }
}

/** Rules see a resource's inputs, and the ids of its parts as its outputs have them. */
function present(resource: Resource): RegionResource {
  return { id: resource.id, type: resource.type, properties: viewOf(resource.outputs) };
}

/**
 * True where an id is of a type that the region has, so that the region can tell whether it exists. Subscriptions are none, and of some
 * types there are more than the region has.
 */
function namesOurType(id: string): boolean {
  if (/^\/subscriptions\/[^/]+$/i.test(id)) {
    return false;
  }
  const provider = /\/providers\/(.+)$/i.exec(id)?.[1];
  if (provider === undefined) {
    return true;
  }
  const [namespace, ...rest] = provider.toLowerCase().split("/");
  const kinds = rest.filter((_, index) => index % 2 === 0);
  const ours = resourceTypes.filter(({ standsElsewhereToo }) => !standsElsewhereToo);
  return ours.some(({ armType }) => `${namespace}/${kinds.join("/")}/`.startsWith(`${armType.toLowerCase()}/`));
}
