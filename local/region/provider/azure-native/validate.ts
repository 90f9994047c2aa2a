import schemaFile from "../../../../azure/schema/azure-native.json";
import { Path } from "../../../../azure/properties/path";
import { unknownAt } from "../../../../azure/properties/unknown-at";
import { Properties } from "../../../../azure/properties/value";
import { View, viewOf } from "../../../../azure/properties/view";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import type { Finding } from "../../../../azure/rules/rule";
import type { RegionView } from "../../../../azure/rules/region-view";
import { checkAgainstSchema, SchemaProblem } from "../../../../azure/schema/check";
import type { Schema } from "../../../../azure/schema/schema";
import type { Problem, Wording } from "./problem";

export const schema = schemaFile as unknown as Schema;

/** What was found wrong with a resource: problems refuse it, warnings are shown beside it. */
export interface Verdict {
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

/** Holds a resource's inputs against its schema and every rule of its type, and reports all that is wrong at once. */
export function validate(type: ResourceType, inputs: Properties, region: RegionView): Verdict {
  const misfits = checkAgainstSchema(schema, type.token, inputs);
  const { problems, warnings } = verdictOfRules(type, without(misfits, inputs), region);
  // Where a rule speaks of the same place as the schema, it says more.
  const choices = misfits.filter(isChoice);
  const rest = misfits.filter((misfit) => !isChoice(misfit));
  const better = choices.length > 0 ? verdictOfRules(type, without(rest, inputs), region).problems : [];
  const isAChoice = among(choices);
  const ofRules = [...problems, ...better.filter(isAChoice)];
  const isOfARule = among(ofRules);
  const ofSchema = misfits.filter((misfit) => !isOfARule(misfit)).map((misfit) => problemWithSchema(type.token, misfit));
  const all = [...ofSchema, ...ofRules];
  const isRefused = among(all);
  return { problems: all, warnings: warnings.filter((warning) => !isRefused(warning)) };
}

function problemWithSchema(token: string, { kind, ...misfit }: SchemaProblem): Problem {
  const source = `https://www.pulumi.com/registry/packages/${token.replace(":", "/api-docs/").replace(":", "/").toLowerCase()}/`;
  return { ...misfit, isMisnamed: kind === "misnamed" ? true : undefined, code: "InvalidRequestContent", source };
}

/** The inputs as rules read them: what does not fit the schema says nothing, not even that nothing was given. */
function without(misfits: readonly SchemaProblem[], inputs: Properties): Properties {
  const places = misfits.filter(({ kind }) => kind !== "misnamed").map(({ path }) => path);
  return unknownAt(inputs, places) as Properties;
}

function isChoice({ kind }: SchemaProblem): boolean {
  return kind === "choice";
}

/** What rules find, once for each place. */
function verdictOfRules({ rules }: ResourceType, inputs: Properties, region: RegionView): Verdict {
  const found = { error: new Map<string, Problem>(), warning: new Map<string, Problem>() };
  const resource = viewOf(inputs);
  for (const rule of rules) {
    for (const finding of rule.check(resource, region)) {
      const problem: Problem = { ...toProblem(rule, finding), ...(rule.severity === "warning" && { isAdvice: true }) };
      const others = found[rule.severity];
      others.set(placeOf(problem), others.get(placeOf(problem)) ?? problem);
    }
  }
  return { problems: [...found.error.values()], warnings: [...found.warning.values()] };
}

interface Placed {
  readonly path: Path;
}

/** Tells whether something is about the same place as one of a list. */
function among(list: readonly Placed[]): (placed: Placed) => boolean {
  const places = new Set(list.map(placeOf));
  return (placed) => places.has(placeOf(placed));
}

function placeOf({ path }: Placed): string {
  return JSON.stringify(path);
}

/** Holds a change of an existing resource against every rule on changes of its type. */
export function validateChange({ changes }: ResourceType, before: Properties, after: Properties, region: RegionView): Verdict {
  const verdict: Verdict = { problems: [], warnings: [] };
  for (const rule of changes) {
    for (const found of rule.check(viewOf(before), viewOf(after), region)) {
      const problem = toProblem(rule, found);
      const withFix = (allowed: string) => `${allowed}; fix: ${rule.fix}`;
      (rule.severity === "error" ? verdict.problems : verdict.warnings).push({
        ...problem,
        allowed: withFix(problem.allowed),
        inGeneral: { allowed: withFix(rule.allowed), because: rule.because },
      });
    }
  }
  return verdict;
}

function toProblem(rule: Wording & Pick<Problem, "code" | "source">, found: View | Finding): Problem {
  const finding: Finding = found instanceof View ? { at: found } : found;
  return {
    path: finding.at.path,
    value: finding.at.value,
    allowed: finding.allowed ?? rule.allowed,
    because: finding.because ?? rule.because,
    inGeneral: { allowed: rule.allowed, because: rule.because },
    code: rule.code,
    source: rule.source,
  };
}
