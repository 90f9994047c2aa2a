import { ArmError } from "../../../../azure/arm/error";
import { idKey } from "../../../../azure/arm/id";
import { select } from "../../../../azure/properties/view";
import { findResourceType } from "../../../../azure/resources";
import type { Resource } from "../../store/resource";
import type { Resources } from "./world";

/** The resource itself and everything inside it: deleting a group deletes what it holds, deleting a network its subnets. */
export function withContents(resources: Resources, resource: Resource): Resource[] {
  const inside = `${idKey(resource.id)}/`;
  return [resource, ...resources.all().filter((other) => idKey(other.id).startsWith(inside))];
}

/**
 * Refuses to delete what something else still uses.
 *
 * @throws ArmError with the code that ARM answers with for the pair of types (rules R22 and R92 to R95).
 */
export function refuseIfInUse(resources: Resources, resource: Resource): void {
  const doomed = withContents(resources, resource);
  const leaving = new Set(doomed.map(({ id }) => idKey(id)));
  const others = resources.all().filter(({ id }) => !leaving.has(idKey(id)));
  for (const used of doomed) {
    for (const keeper of findResourceType(used.type)?.keptBy ?? []) {
      const user = others.find((other) => other.type === keeper.type && refersTo(other, used.id, keeper.by));
      if (user) {
        throw new ArmError(keeper.code, keeper.message(used.id, user.id));
      }
    }
  }
}

/** True where one of a resource's references, or of those that are asked for, is the id, or the id of a part of it. */
export function refersTo(resource: Resource, id: string, asked?: readonly string[]): boolean {
  const patterns = asked ?? findResourceType(resource.type)?.references ?? [];
  return patterns
    .flatMap((pattern) => select(resource.outputs, pattern))
    .some((place) => {
      const reference = place.text()?.toLowerCase();
      return reference !== undefined && (reference === idKey(id) || reference.startsWith(`${idKey(id)}/`));
    });
}
