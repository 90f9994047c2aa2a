import type { Properties } from "../../properties/value";
import type { ResourceType } from "../../resources/resource-type";
import type { RegionResource, RegionView } from "../../rules/region-view";
import type { Edit } from "./edits";
import { fakeRegion } from "./fake-region";

/** Everything that is tested of one resource type: a valid resource, and what makes it one that Azure refuses. */
export interface TypeCases {
  readonly type: ResourceType;
  readonly valid: () => Properties;
  readonly rules: readonly RuleCases[];
  readonly changes: readonly RuleCases[];
  readonly surroundings: Surroundings;
}

/** What one rule refuses and accepts, each as a change of a valid resource. */
export interface RuleCases {
  readonly rule: string;
  readonly refused: readonly RefusedCase[];
  readonly accepted: readonly AcceptedCase[];
}

export interface AcceptedCase {
  readonly name: string;
  readonly change: Edit;
  /** Resources that stand in the region besides those of the surroundings; one with the same id takes the other's place. */
  readonly others?: readonly RegionResource[];
  /** For rules of changes: how the resource was before, as a change of the valid one. */
  readonly before?: Edit;
}

export interface RefusedCase extends AcceptedCase {
  /** The property path that the rule must name. */
  readonly at: string;
}

/** Where the resource of a test stands. */
export interface Surroundings {
  /** The resource's own id; without one, its name is not known yet. */
  readonly self?: string;
  readonly others?: () => readonly RegionResource[];
}

/** The valid resource with a change of a case made to it. */
export function edited(valid: () => Properties, change: Edit | undefined): Properties {
  const resource = valid();
  change?.(resource);
  return resource;
}

/** The region of a case; what the case places in it takes the place of a neighbour with the same id. */
export function regionOf({ self, others }: Surroundings, placed: readonly RegionResource[] = []): RegionView {
  const standing = (others?.() ?? []).filter(({ id }) => !placed.some((other) => other.id === id));
  return fakeRegion(self, [...standing, ...placed]);
}
