import type { View } from "../properties/view";
import type { RegionView } from "./region-view";
import type { Finding, Rule } from "./rule";

/**
 * A change of an existing resource that Azure refuses. It is checked when an update is planned, so that the preview fails and
 * not the deployment; a program whose `replaceOnChanges` turns the update into a replacement never meets it.
 */
export interface ChangeRule extends Omit<Rule, "check"> {
  /** The way out: what the author does instead. */
  readonly mend: string;
  /** Yields every place in the new properties (or, where a property was taken away, in the old ones) whose change is refused. */
  check(before: View, after: View, region: RegionView): Iterable<View | Finding>;
}
