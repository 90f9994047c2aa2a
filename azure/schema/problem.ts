import type { Path } from "../properties/path";
import type { Value } from "../properties/value";

/** A property that does not fit the schema of its resource type. */
export interface SchemaProblem {
  readonly path: Path;
  readonly value: Value | undefined;
  readonly allowed: string;
  /**
   * Whether there is no such property, nothing where something must be, a value of another type, a text that is not among the choices, a value
   * of the type that is outside its limits, or a choice that a later version of the API has, which azure-native lets through.
   */
  readonly kind: "misnamed" | "missing" | "type" | "choice" | "limit" | "later";
  /** The address of Microsoft's model that says so, where it is not the typings. */
  readonly source?: string;
}
