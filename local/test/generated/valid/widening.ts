import type * as fc from "fast-check";
import type { Variation } from "../variation";

/** What makes the example of a type any valid resource of it. */
export interface Widening {
  /** Independent of each other: any of them together are valid. */
  readonly aspects: readonly fc.Arbitrary<Variation>[];
  /** Names of properties that rules speak of; all others may have any value of their type. */
  readonly ruled: readonly string[];
}
