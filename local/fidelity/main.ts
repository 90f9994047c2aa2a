// Writes docs/fidelity.md anew. With --check it writes nothing, says how many of Azure's rules are held, and fails where a rule is not
// accounted for, where a behaviour has no proof, or where the page is not current.
import * as fs from "node:fs";
import * as path from "node:path";
import { differences, notHeld } from "./differences";
import { renderPage } from "./page";
import { problemsWithProofs, refusalSections, ruleSections, serviceSections } from "./sections";

/** The rules that the project set out to hold were R1 to R100. */
const numberedAtFirst = 100;

const file = path.resolve(__dirname, "../../docs/fidelity.md");
const page = renderPage({ sections: [...ruleSections(), ...serviceSections()], refusals: refusalSections(), notHeld, differences });

if (process.argv.includes("--check")) {
  const problems = [...problemsWithProofs(), ...problemsWithRules(), ...problemsWithPage()];
  problems.forEach((problem) => console.error(problem));
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  fs.writeFileSync(file, page);
}

/**
 * The rules of the list that the project began with that are neither held nor said to be not held. Later ones have a number once they are held.
 * Says how many are held in all, and which number a new rule has.
 */
function problemsWithRules(): string[] {
  const ids = ruleSections().flatMap(({ rows }) => rows.map(({ id }) => id));
  const heldNumbers = new Set(ids.flatMap((id) => /^R\d+/.exec(id) ?? []));
  const next = Math.max(...[...heldNumbers, ...notHeld.keys()].map((id) => Number(/^R(\d+)/.exec(id)?.[1] ?? 0))) + 1;
  const numbers = Array.from({ length: numberedAtFirst }, (_, index) => `R${index + 1}`);
  const held = numbers.filter((number) => heldNumbers.has(number));
  console.log(`${heldNumbers.size} numbered rules of Azure are enforced, by ${ids.length} checks; a new one is R${next}.`);
  const unaccounted = numbers.filter((number) => !held.includes(number) && !notHeld.has(number));
  return unaccounted.map((number) => `${number} is neither enforced nor among notHeld; fix: say why not, in local/fidelity/differences.ts`);
}

function problemsWithPage(): string[] {
  return fs.existsSync(file) && fs.readFileSync(file, "utf8") === page
    ? []
    : [`docs/fidelity.md is not what rules, behaviours and tests say; fix: run "make fidelity" and look at what changed`];
}
