import * as fc from "fast-check";
import { propertyOf } from "../../region/provider/azure-native/problem";
import { validate } from "../../region/provider/azure-native/validate";
import { formatPath } from "../../../azure/properties/path";
import { regionOf } from "../../../azure/test/rules/cases";
import { everyType } from "../../../azure/test/rules/every-type";
import { misfitsOf, withMisfit } from "./misfit";
import { variationsOf } from "./valid/every-type";
import { vary } from "./variation";

describe.each(everyType.map((cases) => [cases.type.token, cases] as const))("%s with any valid properties", (_, cases) => {
  it("is refused in one place where one property is misnamed, missing, of a wrong type or none of the choices", () => {
    const region = regionOf(cases.surroundings);
    const resources = variationsOf(cases).map((variations) => vary(cases.valid, variations));
    fc.assert(
      fc.property(
        resources.chain((resource) => misfitsOf(cases.type.token, resource).map((misfit) => ({ resource, misfit }))),
        ({ resource, misfit }) => {
          const { problems } = validate(cases.type, withMisfit(resource, misfit), region);
          expect(problems.map((problem) => propertyOf(problem, []))).toEqual([formatPath(misfit.path)]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
