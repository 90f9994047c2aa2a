import * as fc from "fast-check";
import { describe as describeProblem, propertyOf } from "../../region/provider/azure-native/problem";
import { validate } from "../../region/provider/azure-native/validate";
import { regionOf } from "../../../azure/test/rules/cases";
import { everyType } from "../../../azure/test/rules/every-type";
import { variationsOf } from "./valid/every-type";
import { vary } from "./variation";

describe.each(everyType.map((cases) => [cases.type.token, cases] as const))("%s", (_, cases) => {
  it("is accepted with any valid properties", () => {
    const region = regionOf(cases.surroundings);
    fc.assert(
      fc.property(variationsOf(cases), (variations) => {
        const { problems } = validate(cases.type, vary(cases.valid, variations), region);
        expect(problems.map((problem) => `${propertyOf(problem, [])}: ${describeProblem(problem, [])}`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
