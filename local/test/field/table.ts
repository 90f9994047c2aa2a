import { parseArgs } from "node:util";
import { fieldCases } from "./expectation";
import { hasCode, judge } from "./judgement";

/**
 * Prints what the region does with each program of the field beside what Azure does, and how many it refuses of those that Azure refuses,
 * with Azure's code, and wrongly. `make field` runs it; PROGRAMS is another folder of the same kind.
 */
async function main(folder: string | undefined): Promise<void> {
  const counts = { refusable: 0, refused: 0, withCode: 0, acceptable: 0, wronglyRefused: 0 };
  for (const fieldCase of fieldCases(folder)) {
    const { azure, code } = fieldCase.expectation;
    const { refusals, difference } = await judge(fieldCase);
    if (azure === "refused") {
      counts.refusable++;
      counts.refused += refusals.length > 0 ? 1 : 0;
      counts.withCode += refusals.some((refusal) => hasCode(refusal, code)) ? 1 : 0;
    } else {
      counts.acceptable++;
      counts.wronglyRefused += refusals.length > 0 ? 1 : 0;
    }
    const codes = [...new Set(refusals.map((refusal) => refusal.code ?? "?"))].join(" ");
    console.log(
      `${difference === undefined ? "ok  " : "    "} ${fieldCase.name.padEnd(46)} ${azure.padEnd(9)} ${code ?? "-"} | ${codes || "accepted"}`,
    );
    if (difference !== undefined) {
      console.log(`       ${difference}`);
    }
  }
  const { refusable, refused, withCode, acceptable, wronglyRefused } = counts;
  console.log(
    `${refused} of ${refusable} that Azure refuses are refused, ${withCode} with Azure's code; ${wronglyRefused} of ${acceptable} that Azure accepts are refused.`,
  );
}

const { values } = parseArgs({ options: { programs: { type: "string", default: "" } } });
void main(values.programs || undefined);
