import { knownRefusals } from "../../fidelity/known-refusals";
import type { KnownRefusal } from "../../fidelity/known-refusal";
import { codeOfUnreadable } from "../../arm/unreadable";
import { findResourceType } from "../../resources";

interface Answer {
  readonly code: string;
  readonly codeIsAssumed?: true;
}

const entries = knownRefusals.flatMap(({ type, refusals }) => refusals.map((refusal) => ({ type, ...refusal })));
const kept = entries.flatMap((entry) => ("keptBy" in entry ? [entry] : []));

/** What the rules of one name answer at a type, and what keeps its resources from being deleted. */
function answersOf(token: string, id: string): readonly Answer[] {
  const type = findResourceType(token);
  const rules = [...(type?.rules ?? []), ...(type?.changes ?? [])].filter((rule) => rule.id === id);
  return [...rules, ...(type?.keptBy ?? []).filter(({ rule }) => rule === id)];
}

const named = (entry: KnownRefusal & { type: string }) => `${entry.type}: ${entry.sense}`;

it("are kept by rules that there are", () => {
  const byRules = kept.filter(({ keptBy }) => keptBy !== "schema");
  expect(byRules.filter(({ type, keptBy }) => answersOf(type, keptBy).length === 0).map(named)).toEqual([]);
});

it("are kept by the schema with the code of whoever reads the request", () => {
  const bySchema = kept.filter(({ keptBy, code }) => keptBy === "schema" && code !== undefined);
  const otherwise = bySchema.filter(({ type, code }) => codeOfUnreadable(findResourceType(type)?.armType ?? "", "properties") !== code);
  expect(otherwise.map(named)).toEqual([]);
});

it("are kept with the code that was published, and with an assumed one where none was", () => {
  const otherwise = kept.filter(({ type, keptBy, code }) =>
    answersOf(type, keptBy).some((answer) => (code === undefined ? !answer.codeIsAssumed : answer.codeIsAssumed || answer.code !== code)),
  );
  expect(otherwise.map((entry) => `${named(entry)}, ${entry.code} by ${entry.keptBy}`)).toEqual([]);
});

it("have sources that can be opened", () => {
  expect(
    entries.filter(({ source }) => !/^https:\/\/(learn\.microsoft\.com|github\.com|www\.pulumi\.com)\//.test(source)).map(named),
  ).toEqual([]);
});

it("are listed once", () => {
  const names = entries.map(named);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
