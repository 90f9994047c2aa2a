import schemaFile from "../../../../azure/schema/azure-native.json";
import constraints from "../../../../azure/schema/constraints.json";
import { codeOfUnreadable } from "../../../../azure/arm/unreadable";
import { Path } from "../../../../azure/properties/path";
import { unknownAt } from "../../../../azure/properties/unknown-at";
import { Properties } from "../../../../azure/properties/value";
import { View, viewOf } from "../../../../azure/properties/view";
import type { ResourceType } from "../../../../azure/resources/resource-type";
import type { Finding } from "../../../../azure/rules/rule";
import type { RegionView } from "../../../../azure/rules/region-view";
import { checkAgainstSchema } from "../../../../azure/schema/check";
import type { SchemaProblem } from "../../../../azure/schema/problem";
import type { ConstrainedSchema } from "../../../../azure/schema/schema";
import type { Problem, Wording } from "./problem";

export const schema = { ...schemaFile, constraints } as unknown as ConstrainedSchema;

/** What was found wrong with a resource: problems refuse it, warnings are shown beside it. */
export interface Verdict {
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

/** Holds a resource's inputs against its schema and every rule of its type, and reports all that is wrong at once. */
export function validate(type: ResourceType, inputs: Properties, region: RegionView): Verdict {
  const found = checkAgainstSchema(schema, type.token, inputs);
  const later = found.filter(({ kind }) => kind === "later");
  const misfits = found.filter(({ kind }) => kind !== "later");
  const { problems, warnings } = verdictOfRules(type, without(misfits, inputs), region);
  // Where a rule speaks of the same place as the schema, it says more.
  const readable = misfits.filter(isReadable);
  const rest = misfits.filter((misfit) => !isReadable(misfit));
  const better = readable.length > 0 ? verdictOfRules(type, without(rest, inputs), region).problems : [];
  const isReadableHere = among(readable);
  const ofRules = [...problems, ...better.filter(isReadableHere)];
  const isOfARule = among(ofRules);
  const ofSchema = misfits.filter((misfit) => !isOfARule(misfit)).map((misfit) => problemWithSchema(type, misfit));
  const all = [...ofSchema, ...ofRules];
  const isRefused = among(all);
  const allWarnings = [...later.map((misfit) => warningOfVersion(type, misfit)), ...warnings];
  return { problems: all, warnings: allWarnings.filter((warning) => !isRefused(warning)) };
}

function problemWithSchema({ token, armType }: ResourceType, { kind, source, ...misfit }: SchemaProblem): Problem {
  const typings = `https://www.pulumi.com/registry/packages/${token.replace(":", "/api-docs/").replace(":", "/").toLowerCase()}/`;
  const code = codeOfUnreadable(armType, String(misfit.path[0]));
  return { ...misfit, isMisnamed: kind === "misnamed" ? true : undefined, code, source: source ?? typings };
}

/** azure-native holds no value against its enumeration (https://github.com/pulumi/pulumi-azure-native, `validateProperty`). */
function warningOfVersion(type: ResourceType, misfit: SchemaProblem): Problem {
  const because = `the value belongs to a later version of Azure's API than ${schema.resources[type.token].apiVersion}, which azure-native asks here`;
  return { ...problemWithSchema(type, misfit), code: "Warning", because, isAdvice: true };
}

/** The inputs as rules read them: what does not fit the schema says nothing, not even that nothing was given. */
function without(misfits: readonly SchemaProblem[], inputs: Properties): Properties {
  const places = misfits.filter(({ kind }) => kind !== "misnamed").map(({ path }) => path);
  return unknownAt(inputs, places) as Properties;
}

/** Of the right type, so that rules can read it. */
function isReadable({ kind }: SchemaProblem): boolean {
  return kind === "choice" || kind === "limit";
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
