import * as fs from "node:fs";
import * as path from "node:path";

/** What Azure is known to do with a program, as its `expect.json` has it. */
export interface Expectation {
  /** The thread, recording or page that tells. */
  readonly source: string;
  /** Behaviour is accepted too; what matters is what happens then. */
  readonly azure: "refused" | "accepted" | "behaviour";
  /** ARM's error code, several apart by a bar; null where the source has none. */
  readonly code: string | null;
  /** The property that Azure names, or that the source is about. */
  readonly property: string | null;
  readonly when: "create" | "update" | "delete" | "preview";
  /** High where the source says it in so many words. */
  readonly confidence: "high" | "medium" | "low";
}

/** A small program of a stranger, made from a public report. */
export interface FieldCase {
  readonly name: string;
  readonly expectation: Expectation;
  /** The file of the program, and that of the same program after a change. */
  readonly steps: readonly string[];
}

/** All cases of the field, or of another folder of the same kind, in the order of their numbers. */
export function fieldCases(folder = __dirname): FieldCase[] {
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, "expect.json")));
  return names.sort((one, other) => parseInt(one, 10) - parseInt(other, 10)).map((name) => readCase(path.join(folder, name)));
}

function readCase(folder: string): FieldCase {
  return {
    name: path.basename(folder),
    expectation: JSON.parse(fs.readFileSync(path.join(folder, "expect.json"), "utf8")),
    steps: ["index.ts", "index.step2.ts"].map((file) => path.join(folder, file)).filter((file) => fs.existsSync(file)),
  };
}
