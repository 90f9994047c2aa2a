import { idKey } from "../arm/id";
import type { Resource } from "../store/resource";
import type { Store } from "../store/store";

/**
 * The region as one run of the engine sees it: what stands in the store, and on top of it what a preview has planned so far. So a
 * preview checks a scale set against the load balancer that the same preview would have created a moment before.
 */
export class Plan {
  private readonly planned = new Map<string, Resource | undefined>();

  constructor(private readonly store: Store) {}

  find(id: string): Resource | undefined {
    const key = idKey(id);
    return this.planned.has(key) ? this.planned.get(key) : this.store.find(id);
  }

  all(): Resource[] {
    const standing = this.store.all().filter((resource) => !this.planned.has(idKey(resource.id)));
    const planned = [...this.planned.values()].filter((resource) => resource !== undefined);
    return [...standing, ...planned];
  }

  put(resource: Resource): void {
    this.planned.set(idKey(resource.id), resource);
  }

  remove(id: string): void {
    this.planned.set(idKey(id), undefined);
  }
}
