import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { regionOf, TypeCases } from "../../../azure/test/rules/cases";
import { everyType } from "../../../azure/test/rules/every-type";
import { describe as describeProblem, propertyOf } from "../../region/provider/azure-native/problem";
import { validate } from "../../region/provider/azure-native/validate";
import { variationsOf } from "./valid/every-type";
import { vary } from "./variation";

/**
 * Makes so many valid resources of each type as the generated tests do, and prints how many of them the region refuses, which is none, and
 * what it says of those that it does. `make valid` runs it.
 */
function main(runs: number): void {
  let refused = 0;
  for (const cases of everyType) {
    const refusals = fc.sample(variationsOf(cases), runs).map((variations) => refusalOf(cases, vary(cases.valid, variations)));
    const wrong = refusals.filter((refusal) => refusal !== undefined);
    refused += wrong.length;
    console.log(`${wrong.length} of ${runs} valid ones of ${cases.type.token} are refused`);
    [...new Set(wrong)].slice(0, 5).forEach((refusal) => console.log(`  ${refusal}`));
  }
  process.exitCode = refused > 0 ? 1 : 0;
}

function refusalOf({ type, surroundings }: TypeCases, resource: ReturnType<TypeCases["valid"]>): string | undefined {
  const [problem] = validate(type, resource, regionOf(surroundings)).problems;
  return problem && `${propertyOf(problem, [])}: ${describeProblem(problem, [])}`;
}

const { values } = parseArgs({ options: { runs: { type: "string", default: "" } } });
main(Number(values.runs || 1000));
