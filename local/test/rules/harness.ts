import { isProperties, Properties, UNKNOWN, Value } from "../../region/properties/value";
import { View, viewOf } from "../../region/properties/view";
import type { ChangeRule } from "../../region/rules/change-rule";
import type { RegionResource, RegionView } from "../../region/rules/region-view";
import type { Finding, Rule } from "../../region/rules/rule";
import type { Edit } from "./edits";
import { fakeRegion } from "./fake-region";

/** What one rule refuses and accepts, each as a change of a valid resource. */
export interface RuleCases {
  readonly rule: string;
  readonly refused: readonly RefusedCase[];
  readonly accepted: readonly AcceptedCase[];
}

export interface AcceptedCase {
  readonly name: string;
  readonly change: Edit;
  /** Resources that stand in the region besides those of the surroundings; one with the same id takes the other's place. */
  readonly others?: readonly RegionResource[];
  /** For rules of changes: how the resource was before, as a change of the valid one. */
  readonly before?: Edit;
}

export interface RefusedCase extends AcceptedCase {
  /** The property path that the rule must name. */
  readonly at: string;
}

/** Where the resource of a test stands. */
export interface Surroundings {
  /** The resource's own id; without one, its name is not known yet. */
  readonly self?: string;
  readonly others?: () => readonly RegionResource[];
}

/** Declares the tests of a type's rules: the valid resource passes all of them, and each case is refused by its rule and no other. */
export function describeRules(
  type: string,
  rules: readonly Rule[],
  valid: () => Properties,
  cases: readonly RuleCases[],
  surroundings: Surroundings = {},
): void {
  describe(`the rules of ${type}`, () => {
    const findings = (test: AcceptedCase, meant?: Rule) =>
      rules
        .filter((rule) => rule.severity === "error" || rule === meant)
        .flatMap((rule) => described(rule, rule.check(viewOf(edited(valid, test.change)), regionOf(test, surroundings))));

    it("accept the valid resource without a warning", () => {
      const region = regionOf({}, surroundings);
      expect(rules.flatMap((rule) => described(rule, rule.check(viewOf(valid()), region)))).toEqual([]);
    });

    it("accept the valid resource while nothing else in the region is known", () => {
      expect(rules.flatMap((rule) => described(rule, rule.check(viewOf(valid()), knownToNobody)))).toEqual([]);
    });

    it("accept the valid resource while any one of its values is not known yet", () => {
      const region = regionOf({}, surroundings);
      const errors = rules.filter(({ severity }) => severity === "error");
      const refused = withOneUnknown(valid()).flatMap((resource) =>
        errors.flatMap((rule) => described(rule, rule.check(viewOf(resource as Properties), region))),
      );
      expect(refused).toEqual([]);
    });

    describeCases(rules, cases, findings);
  });
}

/** Declares the tests of the changes that Azure refuses of a type. */
export function describeChanges(
  type: string,
  changes: readonly ChangeRule[],
  valid: () => Properties,
  cases: readonly RuleCases[],
  surroundings: Surroundings = {},
): void {
  describe(`the refused changes of ${type}`, () => {
    const findings = (test: AcceptedCase) =>
      changes.flatMap((rule) => {
        const before = viewOf(edited(valid, test.before));
        return described(rule, rule.check(before, viewOf(edited(valid, test.change)), regionOf(test, surroundings)));
      });

    it("let a resource stay as it is", () => {
      const region = regionOf({}, surroundings);
      expect(changes.flatMap((rule) => described(rule, rule.check(viewOf(valid()), viewOf(valid()), region)))).toEqual([]);
    });

    describeCases(changes, cases, findings);
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

/** A region of which nothing is known but that references hold. */
const knownToNobody: RegionView = { self: undefined, find: () => undefined, exists: () => true, all: () => [] };

function edited(valid: () => Properties, change: Edit | undefined): Properties {
  const resource = valid();
  change?.(resource);
  return resource;
}

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

function regionOf(test: Pick<AcceptedCase, "others">, { self, others }: Surroundings): RegionView {
  const placed = test.others ?? [];
  const standing = (others?.() ?? []).filter(({ id }) => !placed.some((other) => other.id === id));
  return fakeRegion(self, [...standing, ...placed]);
}

function described(rule: { readonly id: string }, found: Iterable<View | Finding>): string[] {
  return [...found].map((finding) => `${rule.id} at ${(finding instanceof View ? finding : finding.at).property}`);
}
