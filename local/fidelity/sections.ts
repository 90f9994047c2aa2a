import * as path from "node:path";
import type { Behaviour } from "../../azure/fidelity/behaviour";
import { knownRefusals } from "../../azure/fidelity/known-refusals";
import { resourceTypes } from "../../azure/resources";
import type { Keeper } from "../../azure/resources/resource-type";
import type { ChangeRule, Rule } from "../../azure/rules/rule";
import type { Refusals, Row, Section } from "./page";
import { problemsWith, proofsIn } from "./proofs";
import { RuleCases } from "./rule-cases";
import { services } from "./services";

const checkout = path.resolve(__dirname, "../..");
const cases = new RuleCases(checkout);
const proofs = proofsIn(checkout, "local/test");

/** One section for each resource type: its rules, the changes that are refused, and what keeps it from being deleted. */
export function ruleSections(): Section[] {
  return resourceTypes.map(({ token, keptBy, rules, changes }) => ({
    title: shortName(token),
    rows: [...[...rules, ...changes].map((rule) => rowOfRule(rule, token)), ...keptBy.map(rowOfKeeper)],
  }));
}

/** One section for each service that works on machines, rather than on what a program declares. */
export function serviceSections(): Section[] {
  return services.map(({ title, behaviours }) => ({ title, rows: behaviours.map(rowOfBehaviour) }));
}

/** What Azure is publicly known to refuse, by resource type. */
export function refusalSections(): Refusals[] {
  return knownRefusals.map(({ type, refusals }) => ({ title: shortName(type), refusals }));
}

/** What is wrong with what tests say that they prove, in words. */
export function problemsWithProofs(): string[] {
  const behaviours = services.flatMap((service) => service.behaviours.map(({ id }) => id));
  const deletions = resourceTypes.flatMap(({ keptBy }) => keptBy.map(({ rule }) => rule));
  return problemsWith(proofs, [...behaviours, ...deletions]);
}

function rowOfRule({ id, title, code, codeIsAssumed, severity, grade, source }: Rule | ChangeRule, token: string): Row {
  const refusal = answerOf(code, codeIsAssumed);
  return { id, title, answer: severity === "warning" ? "warning" : refusal, grade, source, proofs: [cases.fileOf(id, token)] };
}

function rowOfKeeper({ type, code, codeIsAssumed, source, grade, rule: id }: Keeper): Row {
  const title = `It cannot be deleted while a ${shortName(type)} uses it`;
  return { id, title, answer: answerOf(code, codeIsAssumed), grade, source, proofs: proofs.files.get(id) ?? [] };
}

/** A code that is assumed has an asterisk. */
function answerOf(code: string, isAssumed = false): string {
  return `\`${code}\`${isAssumed ? " *" : ""}`;
}

function rowOfBehaviour({ id, title, note, grade, source }: Behaviour): Row {
  return { id, title, answer: note ?? "", grade, source, proofs: proofs.files.get(id) ?? [] };
}

/** `azure-native:network:PublicIPAddress` in words: public IP address. */
function shortName(token: string): string {
  const words = token.replace(/^.*:/, "").split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return words.map((word) => (word === word.toUpperCase() ? word : word.toLowerCase())).join(" ");
}
