/** The name that a text misspells by one letter; undefined where it is a name itself, or like none. */
export function misspeltName(text: string, names: readonly string[]): string | undefined {
  const [given, known] = [text.toLowerCase(), names.map((name) => name.toLowerCase())];
  return known.includes(given) ? undefined : names.find((_, index) => differByOneLetter(known[index], given));
}

/** True where one letter that is inserted, left out or changed makes one of two different texts the other. */
function differByOneLetter(one: string, other: string): boolean {
  const [short, long] = [one, other].sort((a, b) => a.length - b.length);
  const surplus = long.length - short.length;
  const difference = [...long].findIndex((letter, index) => letter !== short[index]);
  return surplus <= 1 && short.slice(difference + 1 - surplus) === long.slice(difference + 1);
}
