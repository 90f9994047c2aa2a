/** What a random string is made of. */
export interface StringRecipe {
  readonly length: number;
  /** The kinds of characters that fill what the least numbers leave open. */
  readonly kinds: Record<Kind, boolean>;
  /** The special characters to choose from. */
  readonly special: string;
  /** How many of each kind there must be at least, also of a kind that fills nothing. */
  readonly least: Record<Kind, number>;
}

export const kinds = ["lower", "upper", "numeric", "special"] as const;

export type Kind = (typeof kinds)[number];

const lowerCase = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

/** Why there is no string of a recipe, or undefined where there is one. */
export function impossible({ length, kinds: fills, least }: StringRecipe): string | undefined {
  const fixed = kinds.reduce((sum, kind) => sum + least[kind], 0);
  if (fixed > length) {
    return `the length is ${length}, but minLower, minUpper, minNumeric and minSpecial ask for ${fixed} characters`;
  }
  return fixed < length && !kinds.some((kind) => fills[kind])
    ? "at least one of lower, upper, numeric and special must be true"
    : undefined;
}

/**
 * A random string, as the provider behind @pulumi/random makes it: first the least number of each kind, then any of the kinds that
 * fill the rest, all of it shuffled (hashicorp/terraform-provider-random, internal/random/string.go).
 *
 * @param pick A whole number from 0 up to, and not including, the bound.
 * @throws Error where the recipe is impossible.
 */
export function randomString(recipe: StringRecipe, pick: (bound: number) => number): string {
  const problem = impossible(recipe);
  if (problem !== undefined) {
    throw new Error(problem);
  }
  const characters: Record<Kind, string[]> = {
    lower: [...lowerCase],
    upper: [...lowerCase.toUpperCase()],
    numeric: [...digits],
    special: [...recipe.special],
  };
  const choose = (from: string[]): string => from[pick(from.length)];
  const chosen = kinds.flatMap((kind) => Array.from({ length: recipe.least[kind] }, () => choose(characters[kind])));
  const filling = kinds.filter((kind) => recipe.kinds[kind]).flatMap((kind) => characters[kind]);
  while (chosen.length < recipe.length) {
    chosen.push(choose(filling));
  }
  for (let last = chosen.length - 1; last > 0; last--) {
    const other = pick(last + 1);
    [chosen[last], chosen[other]] = [chosen[other], chosen[last]];
  }
  return chosen.join("");
}
