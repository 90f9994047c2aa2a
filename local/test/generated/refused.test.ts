import * as fc from "fast-check";
import { schema } from "../../region/provider/azure-native/validate";
import { formatPath, Path } from "../../../azure/properties/path";
import type { Properties } from "../../../azure/properties/value";
import { View, viewOf } from "../../../azure/properties/view";
import type { ResourceType } from "../../../azure/resources/resource-type";
import type { RegionView } from "../../../azure/rules/region-view";
import { checkAgainstSchema } from "../../../azure/schema/check";
import { RefusedCase, regionOf, TypeCases } from "../../../azure/test/rules/cases";
import { everyType } from "../../../azure/test/rules/every-type";
import { meddlesWith } from "./meddling";
import { variationsOf } from "./valid/every-type";
import { overlap, touched, vary } from "./variation";

/** A case of a rule, ready to be made to any resource. */
interface Mutation {
  readonly rule: string;
  readonly test: RefusedCase;
  readonly touched: readonly Path[];
  readonly region: RegionView;
}

function mutationsOf({ rules, valid, surroundings }: TypeCases): Mutation[] {
  return rules.flatMap(({ rule, refused }) =>
    refused.map((test) => ({ rule, test, touched: touched(valid, test.change), region: regionOf(surroundings, test.others) })),
  );
}

/** What refuses a resource: the schema, the rules that are errors, and the rule that is meant. */
function refusals(type: ResourceType, resource: Properties, { rule: meant, region }: Mutation): string[] {
  const rules = type.rules.filter(({ id, severity }) => severity === "error" || id === meant);
  const ofRules = rules.flatMap((rule) =>
    [...rule.check(viewOf(resource), region)].map((found) => ({ by: rule.id, at: (found instanceof View ? found : found.at).property })),
  );
  const ofSchema = checkAgainstSchema(schema, type.token, resource).map(({ path }) => ({ by: "the schema", at: formatPath(path) }));
  // Where the schema speaks of the same place as a rule, a person reads the rule's words alone.
  const others = ofSchema.filter(({ at }) => !ofRules.some((refusal) => refusal.at === at));
  return [...ofRules, ...others].map(({ by, at }) => `${by} at ${at}`);
}

/** About so many cases of each type. With what scale sets are refused for, 25 programs would take longer than those of all other types. */
const casesOfAType = 500;

describe.each(everyType.map((cases) => [cases.type.token, cases] as const))("%s with any valid properties", (_, cases) => {
  const mutations = mutationsOf(cases);

  it("is refused by one rule for one thing that is wrong, and by no other", () => {
    fc.assert(
      fc.property(variationsOf(cases), (variations) => {
        const known = variations.map((variation) => ({ variation, touched: touched(cases.valid, variation.change) }));
        const wrong = mutations.flatMap((mutation) => {
          const { rule, test } = mutation;
          const beside = known.filter(
            (one) => !meddlesWith(cases.type.token, rule, one.variation) && !overlap(one.touched, mutation.touched),
          );
          const resource = vary(
            cases.valid,
            beside.map(({ variation }) => variation),
          );
          test.change(resource);
          const found = refusals(cases.type, resource, mutation).join(", ");
          return found === `${rule} at ${test.at}` ? [] : [`${rule}, ${test.name}: refused by ${found || "nothing"}`];
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: Math.min(25, Math.ceil(casesOfAType / mutations.length)) },
    );
  });
});
