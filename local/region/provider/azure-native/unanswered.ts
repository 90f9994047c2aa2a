import { idKey } from "../../../../azure/arm/id";
import type { Subject } from "../protocol/provider";
import type { Resource } from "../../store/resource";
import type { Store } from "../../store/store";
import { refersTo, withContents } from "./in-use";

/** True for a resource whose create may never have been answered, because the daemon or the engine was killed over it. */
export function isUnanswered(resource: Resource, subject: Subject): boolean {
  return !resource.confirmed && resource.urn === subject.urn;
}

/** The engine knows the resource with this id, so its create was answered. */
export function confirm(store: Store, id: string): void {
  const standing = store.find(id);
  if (standing && !standing.confirmed) {
    store.put({ ...standing, confirmed: true });
  }
}

/** Removes what an interrupted create of the same resource left under another name, as long as nothing uses it. */
export function dropUnanswered(store: Store, subject: Subject, id: string): void {
  for (const resource of store.all()) {
    const abandoned = isUnanswered(resource, subject) && idKey(resource.id) !== idKey(id);
    if (abandoned && withContents(store, resource).length === 1 && !store.all().some((other) => refersTo(other, resource.id))) {
      store.remove(resource.id);
    }
  }
}
