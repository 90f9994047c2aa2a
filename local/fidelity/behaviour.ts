import type { Grade } from "../../azure/rules/rule";

/** One behaviour of Azure that the local region has, as `docs/fidelity.md` lists it. */
export interface Behaviour {
  readonly id: string;
  readonly title: string;
  /** ARM's code for a refusal, or what happens. */
  readonly answer: string;
  readonly grade: Grade;
  readonly source: string;
  /** The test file that proves it, from the top of the repository. */
  readonly proof: string;
}
