import { isProperties, Properties, UNKNOWN, Value } from "../../properties/value";
import { View, viewOf } from "../../properties/view";
import type { RegionView } from "../../rules/region-view";
import type { ChangeRule, Finding, Rule } from "../../rules/rule";
import { AcceptedCase, edited, RefusedCase, regionOf, RuleCases, TypeCases } from "./cases";
import { edits, unknown } from "./edits";

/** Declares the tests of a type's rules: the valid resource passes all of them, and each case is refused by its rule and no other. */
export function describeRules({ type, valid, rules: cases, surroundings }: TypeCases): void {
  const { rules } = type;
  const region = regionOf(surroundings);
  const findings = (test: AcceptedCase, meant?: Rule) => {
    const resource = viewOf(edited(valid, test.change));
    const around = regionOf(surroundings, test.others);
    const asked = rules.filter((rule) => rule.severity === "error" || rule === meant);
    return asked.flatMap((rule) => described(rule, rule.check(resource, around)));
  };

  describe(`the rules of ${type.token}`, () => {
    it("accept the valid resource without a warning", () => {
      expect(rules.flatMap((rule) => described(rule, rule.check(viewOf(valid()), region)))).toEqual([]);
    });

    it("accept the valid resource while nothing else in the region is known", () => {
      expect(rules.flatMap((rule) => described(rule, rule.check(viewOf(valid()), knownToNobody)))).toEqual([]);
    });

    it("accept the valid resource while any one of its values is not known yet", () => {
      const errors = rules.filter(({ severity }) => severity === "error");
      const refused = withOneUnknown(valid()).flatMap((value) => {
        const resource = viewOf(value as Properties);
        return errors.flatMap((rule) => described(rule, rule.check(resource, region)));
      });
      expect(refused).toEqual([]);
    });

    describeCases(rules, cases, findings);
  });
}

/** Declares the tests of the changes that Azure refuses of a type. */
export function describeChanges({ type, valid, changes: cases, surroundings }: TypeCases): void {
  const { changes } = type;
  const findingsOf = (asked: readonly ChangeRule[], { before, change, others }: AcceptedCase) => {
    const old = viewOf(edited(valid, before));
    const wanted = viewOf(edited(valid, change));
    const around = regionOf(surroundings, others);
    return asked.flatMap((rule) => described(rule, rule.check(old, wanted, around)));
  };

  describe(`the refused changes of ${type.token}`, () => {
    it("let a resource stay as it is", () => {
      const region = regionOf(surroundings);
      expect(changes.flatMap((rule) => described(rule, rule.check(viewOf(valid()), viewOf(valid()), region)))).toEqual([]);
    });

    describeCases(changes, cases, (test) => findingsOf(changes, test));

    for (const { rule: id, refused } of cases) {
      it.each(refused.map((test) => [test.name, test] as const))(
        `do not refuse by ${id} while the new value is not known yet: %s`,
        (_, test) => {
          const meant = changes.filter((rule) => rule.id === id);
          expect(findingsOf(meant, stillUnknown(test))).toEqual([]);
        },
      );
    }
  });
}

function describeCases<R extends { readonly id: string }>(
  rules: readonly R[],
  cases: readonly RuleCases[],
  findings: (test: AcceptedCase, meant?: R) => string[],
): void {
  it("have a refused and an accepted case each", () => {
    const covered = cases.filter(({ refused, accepted }) => refused.length > 0 && accepted.length > 0);
    expect(covered.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  for (const { rule: id, refused, accepted } of cases) {
    const meant = rules.find((rule) => rule.id === id);
    describe(id, () => {
      it.each(refused.map((test) => [test.name, test] as const))("refuses %s", (_, test) => {
        expect(findings(test, meant)).toEqual([`${id} at ${test.at}`]);
      });
      it.each(accepted.map((test) => [test.name, test] as const))("accepts %s", (_, test) => {
        expect(findings(test, meant)).toEqual([]);
      });
    });
  }
}

function stillUnknown(test: RefusedCase): AcceptedCase {
  return { ...test, change: edits(test.change, unknown(test.at)) };
}

/** A region of which nothing is known but that references hold. */
const knownToNobody: RegionView = { self: undefined, find: () => undefined, exists: () => true, all: () => [] };

/** The value in all the forms in which one place of it, at any depth, is not known yet. */
function withOneUnknown(value: Value): Value[] {
  if (Array.isArray(value)) {
    return [
      UNKNOWN,
      ...value.flatMap((element, index) =>
        withOneUnknown(element).map((changed): Value => Object.assign([...value], { [index]: changed })),
      ),
    ];
  }
  if (isProperties(value)) {
    const entries = Object.entries(value);
    return [UNKNOWN, ...entries.flatMap(([name, entry]) => withOneUnknown(entry).map((changed): Value => ({ ...value, [name]: changed })))];
  }
  return [UNKNOWN];
}

function described(rule: { readonly id: string }, found: Iterable<View | Finding>): string[] {
  return [...found].map((finding) => `${rule.id} at ${(finding instanceof View ? finding : finding.at).property}`);
}
