import type { Grade } from "../rules/rule";

/** One thing that a service of Azure does of its own accord, and that the local region does as well. `docs/fidelity.md` lists them all. */
export interface Behaviour {
  /** The behaviour's name in `docs/fidelity.md`, such as `repairs-one-at-a-time`; the test that proves it says so, with `proves`. */
  readonly id: string;
  /** The behaviour as one sentence of plain English, without a full stop. */
  readonly title: string;
  readonly grade: Grade;
  /** The address of the page, file or issue that says so; for an assumption, of the one that leaves it open. */
  readonly source: string;
  /** What is not known, or where the documents disagree, and what the region does then. */
  readonly note?: string;
}
