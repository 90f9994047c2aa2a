import type * as fc from "fast-check";
import type { Variation } from "../variation";

/** What makes the example of a type any valid resource of it. */
export interface Widening {
  /** Independent of each other: any of them together are valid. */
  readonly aspects: readonly fc.Arbitrary<Variation>[];
  /** Names of properties that rules look at without being broken there; those where a rule's cases are refused need not be named. */
  readonly ruled: readonly string[];
}
