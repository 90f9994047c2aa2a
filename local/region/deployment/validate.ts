import schemaFile from "../schema/azure-native.json";
import { Path } from "../properties/path";
import { Properties } from "../properties/value";
import { View, viewOf } from "../properties/view";
import { rulesOf } from "../rules";
import type { Finding } from "../rules/rule";
import type { RegionView } from "../rules/region-view";
import { checkAgainstSchema } from "../schema/check";
import type { Schema } from "../schema/schema";
import type { Problem } from "./problem";

export const schema = schemaFile as unknown as Schema;

/** What was found wrong with a resource: problems refuse it, warnings are shown beside it. */
export interface Verdict {
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

/** Holds a resource's inputs against its schema and every rule of its type, and reports all that is wrong at once. */
export function validate(token: string, inputs: Properties, region: RegionView): Verdict {
  const problems: Problem[] = checkAgainstSchema(schema, token, inputs).map((problem) => ({ ...problem, code: "InvalidRequestContent" }));
  const warnings: Problem[] = [];
  const resource = viewOf(inputs);
  for (const rule of rulesOf(token).rules) {
    for (const found of rule.check(resource, region)) {
      const problem = toProblem(rule, found);
      // One wrong type or missing value is one problem, not also every rule that would have read it.
      if (!problems.some(({ path }) => samePath(path, problem.path))) {
        (rule.severity === "error" ? problems : warnings).push(problem);
      }
    }
  }
  return { problems, warnings };
}

/** Everything in a change of an existing resource that Azure refuses. */
export function refusedChanges(token: string, before: Properties, after: Properties, region: RegionView): Problem[] {
  return rulesOf(token).changes.flatMap((rule) =>
    [...rule.check(viewOf(before), viewOf(after), region)].map((found) => {
      const problem = toProblem(rule, found);
      return { ...problem, allowed: `${problem.allowed}; ${rule.mend}` };
    }),
  );
}

interface Wording {
  readonly code: string;
  readonly source: string;
  readonly allowed: string;
  readonly because?: string;
}

function toProblem(rule: Wording, found: View | Finding): Problem {
  const finding: Finding = found instanceof View ? { at: found } : found;
  return {
    path: finding.at.path,
    value: finding.at.value,
    allowed: finding.allowed ?? rule.allowed,
    because: finding.because ?? rule.because,
    code: rule.code,
    source: rule.source,
  };
}

function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
