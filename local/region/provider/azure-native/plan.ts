import { idKey } from "../../../../azure/arm/id";
import type { Resource } from "../../store/resource";
import type { Store } from "../../store/store";

/**
 * The region as one run of the engine sees it: what stands in the store, and on top of it what a preview has planned so far. So a
 * preview checks a scale set against the load balancer that the same preview would have created a moment before.
 */
export class Plan {
  private readonly planned = new Map<string, Resource>();

  constructor(private readonly store: Store) {}

  find(id: string): Resource | undefined {
    return this.planned.get(idKey(id)) ?? this.store.find(id);
  }

  all(): Resource[] {
    const standing = this.store.all().filter((resource) => !this.planned.has(idKey(resource.id)));
    return [...standing, ...this.planned.values()];
  }

  put(resource: Resource): void {
    this.planned.set(idKey(resource.id), resource);
  }
}
