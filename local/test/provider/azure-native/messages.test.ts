import { describe as describeProblem, Problem, propertyOf } from "../../../region/provider/azure-native/problem";
import { validate, validateChange } from "../../../region/provider/azure-native/validate";
import { isConfidential } from "../../../../azure/properties/shown-value";
import { isGiven, isProperties, UNKNOWN } from "../../../../azure/properties/value";
import { edited, RefusedCase, regionOf, TypeCases } from "../../../../azure/test/rules/cases";
import { everyType } from "../../../../azure/test/rules/every-type";

/** Fits on a few lines of a terminal. */
const longest = 600;

/** What a case is refused or warned with, as its author reads it. */
interface Said {
  readonly test: RefusedCase;
  readonly problem: Problem;
  readonly isRefusal: boolean;
  readonly message: string;
}

function saidOf(cases: TypeCases): Said[] {
  const { type, valid, surroundings } = cases;
  const ofRules = cased(cases.rules).map(({ test, rule }) => {
    const verdict = validate(type, edited(valid, test.change), regionOf(surroundings, test.others));
    return { test, rule, verdict };
  });
  const ofChanges = cased(cases.changes).map(({ test, rule }) => {
    const [before, after] = [edited(valid, test.before), edited(valid, test.change)];
    return { test, rule, verdict: validateChange(type, before, after, regionOf(surroundings, test.others)) };
  });
  return [...ofRules, ...ofChanges].map(({ test, rule, verdict }) => {
    const problem = [...verdict.problems, ...verdict.warnings].find((candidate) => propertyOf(candidate, []) === test.at);
    if (!problem) {
      throw new Error(`${rule} does not refuse ${test.name}`);
    }
    return {
      test,
      problem,
      isRefusal: verdict.problems.includes(problem),
      message: `${propertyOf(problem, [])}: ${describeProblem(problem, [])}`,
    };
  });
}

function cased(cases: TypeCases["rules"]): { test: RefusedCase; rule: string }[] {
  return cases.flatMap(({ rule, refused }) => refused.map((test) => ({ test, rule })));
}

describe.each(everyType.map((cases) => [cases.type.token, saidOf(cases)] as const))("every message about %s", (_, said) => {
  it("names the property, what was given, what is allowed or better, ARM's code for a refusal and the source's address, in this order", () => {
    for (const { test, problem, isRefusal, message } of said) {
      const [wish, code] = [problem.isAdvice ? "better" : "allowed", isRefusal ? "[A-Za-z0-9]+, " : ""];
      expect(message).toMatch(new RegExp(`^\\S+: given .+; ${wish}: .+ \\(${code}https://\\S+\\)$`, "s"));
      expect(message).not.toMatch(/^warning|warning:/i);
      expect(message.startsWith(`${test.at}: given `)).toBe(true);
    }
  });

  it("shows the value as it stands in the program", () => {
    for (const { problem, message } of said.filter((one) => !isConfidential(one.problem.path))) {
      const { value } = problem;
      if (!isGiven(value)) {
        expect(message).toContain(": given nothing; ");
      } else if (typeof value === "number" || typeof value === "boolean") {
        expect(message).toContain(`: given ${value}; `);
      } else if (typeof value === "string") {
        // Of a long text the beginning is enough, and of an id the end.
        expect([value.slice(0, 100), value.slice(-60)].some((part) => message.includes(JSON.stringify(part).slice(1, -1)))).toBe(true);
      }
    }
  });

  it("is for a person: short, of one line, and without traces of the program that wrote it", () => {
    for (const { message } of said) {
      expect(message.length).toBeLessThanOrEqual(longest);
      expect(message).not.toMatch(/\n|\bundefined\b|\bnull\b|\bNaN\b|\[object |Symbol\(|[Ii]nvalid input|is invalid|Error:|\.[jt]s:\d/);
    }
  });

  it("does not repeat what is allowed as the value that was given", () => {
    for (const { problem } of said.filter((one) => isPlain(one.problem))) {
      expect(problem.allowed).not.toBe(String(problem.value));
    }
  });
});

function isPlain({ value }: Problem): boolean {
  return isGiven(value) && value !== UNKNOWN && !Array.isArray(value) && !isProperties(value);
}
