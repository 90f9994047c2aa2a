/** What a random string is made of. */
export interface StringRecipe {
  readonly length: number;
  readonly lower: boolean;
  readonly upper: boolean;
  readonly numeric: boolean;
  /** The special characters to choose from; empty for none. */
  readonly special: string;
  /** How many of each kind there must be at least. */
  readonly least: { lower: number; upper: number; numeric: number; special: number };
  /** A whole number from 0 up to, and not including, the bound. */
  readonly pick: (bound: number) => number;
}

const lowerCase = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

/**
 * A random string: first the least number of each kind, then any of the allowed characters, all of it shuffled.
 *
 * @throws Error where no kind of character is allowed, or the least numbers do not fit into the length.
 */
export function randomString(recipe: StringRecipe): string {
  const { length, least, pick } = recipe;
  const kinds = {
    lower: recipe.lower ? lowerCase : "",
    upper: recipe.upper ? lowerCase.toUpperCase() : "",
    numeric: recipe.numeric ? digits : "",
    special: recipe.special,
  };
  const all = Object.values(kinds).join("");
  if (all === "") {
    throw new Error("a RandomString needs at least one of lower, upper, numeric and special");
  }
  const choose = (from: string): string => from[pick(from.length)];
  const characters: string[] = [];
  for (const kind of ["lower", "upper", "numeric", "special"] as const) {
    characters.push(...Array.from({ length: least[kind] }, () => choose(kinds[kind] || all)));
  }
  if (characters.length > length) {
    throw new Error(`the length is ${length}, but minLower, minUpper, minNumeric and minSpecial ask for ${characters.length} characters`);
  }
  while (characters.length < length) {
    characters.push(choose(all));
  }
  for (let last = characters.length - 1; last > 0; last--) {
    const other = pick(last + 1);
    [characters[last], characters[other]] = [characters[other], characters[last]];
  }
  return characters.join("");
}
