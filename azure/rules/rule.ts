import type { View } from "../properties/view";
import type { RegionView } from "./region-view";

/** How well a behaviour of Azure is known. `docs/fidelity.md` shows it beside each rule. */
export type Grade =
  /** A Microsoft document or the description in Azure's API says it. */
  | "documented"
  /** Published source code of Microsoft's, or of a provider that Microsoft maintains, does it. */
  | "source"
  /** Somebody saw Azure do it and published what it answered. */
  | "observed"
  /** Nobody was found to have written it down; it follows from the rest. */
  | "assumed";

/** One thing that Azure refuses, or a trap that it lets a program walk into. */
export interface Rule {
  /** The rule's name in `docs/fidelity.md`, such as `R13`; traps that are only warned of begin with T. */
  readonly id: string;
  /** The rule as one sentence of plain English, without a full stop. */
  readonly title: string;
  /** ARM's error code, as exact as it is known. */
  readonly code: string;
  /** Set where no source names the code that ARM answers with. */
  readonly codeIsAssumed?: true;
  readonly grade: Grade;
  /** The address of the page, file or issue that says so. */
  readonly source: string;
  /** An error fails the resource's check; a warning is shown and the program goes on. */
  readonly severity: "error" | "warning";
  /** What is allowed, as it stands in the message after the value given; a finding can be more exact. */
  readonly allowed: string;
  /** Why, in one clause, where the message would puzzle without it. */
  readonly because?: string;
  /**
   * Yields every place in the resource that breaks the rule. A value that is absent or not known yet never breaks a rule
   * unless it is the absence that is refused.
   */
  check(resource: View, region: RegionView): Iterable<View | Finding>;
}

/** A place that breaks a rule, with words of its own where the rule's general ones would be vague. */
export interface Finding {
  readonly at: View;
  readonly allowed?: string;
  readonly because?: string;
}

/**
 * A change of an existing resource that Azure refuses. It is checked when an update is planned, so that the preview fails and
 * not the deployment; a program whose `replaceOnChanges` turns the update into a replacement never meets it.
 */
export interface ChangeRule extends Omit<Rule, "check"> {
  /** The way out: what the author does instead. */
  readonly fix: string;
  /** Yields every place in the new properties (or, where a property was taken away, in the old ones) whose change is refused. */
  check(before: View, after: View, region: RegionView): Iterable<View | Finding>;
}
