import { differences } from "./differences";
import { notHeld } from "./not-held";
import { renderPage } from "./page";
import { ruleSections, serviceSections } from "./sections";

/** The whole page `docs/fidelity.md`. */
export function fidelityPage(): string {
  return renderPage([...ruleSections(), ...serviceSections()], differences, notHeld);
}

/** How many of the numbered rules, from R1 to the highest number, the region holds, and the numbers that nothing accounts for. */
export function accountOfRules(): { held: number; of: number; checks: number; unaccounted: string[] } {
  const ids = ruleSections().flatMap(({ behaviours }) => behaviours.map(({ id }) => id));
  const lastNumber = Math.max(...[...ids, ...notHeld.keys()].map((id) => Number(/^R(\d+)/.exec(id)?.[1] ?? 0)));
  const numbers = Array.from({ length: lastNumber }, (_, index) => `R${index + 1}`);
  const held = numbers.filter((number) => ids.some((id) => id === number || id.startsWith(`${number}-`)));
  return {
    held: held.length,
    of: lastNumber,
    checks: ids.length,
    unaccounted: numbers.filter((number) => !held.includes(number) && !notHeld.has(number)),
  };
}
