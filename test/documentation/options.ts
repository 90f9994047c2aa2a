/**
 * The options of a program's commands by the command's name, such as "--name|-n! --tags": other names of an option follow it, and one
 * that the command cannot do without ends in an exclamation mark.
 */
export type OptionsByCommand = (name: string) => string | undefined;

/** What is wrong with a command: a name that does not exist, an option that it does not take, or one that it lacks. */
export function faults(words: readonly string[], optionsOf: OptionsByCommand): string[] {
  const [program, ...rest] = words;
  const end = rest.findIndex((word) => word.startsWith("-")) >>> 0;
  const before = rest.slice(0, end);
  const [name] = before.map((_, index) => before.slice(0, before.length - index).join(" ")).filter((one) => optionsOf(one) !== undefined);
  const whole = before.join(" ");
  // Values that no option announces are an invention of the other two programs.
  if (name === undefined || (program === "az" && name !== whole)) {
    return [`there is no "${program} ${whole}"; fix: correct it, or run test/documentation/write-az.ts where az is new to the pages`];
  }
  const options = (optionsOf(name) ?? "").split(" ").map((option) => ({
    names: option.replace("!", "").split("|"),
    required: option.endsWith("!"),
  }));
  const given = rest.filter((word) => /^--?[a-zA-Z]/.test(word)).map((word) => word.split("=")[0]);
  return [
    ...given.filter((one) => !options.some(({ names }) => names.includes(one))).map((one) => `${one} is unknown to "${program} ${name}"`),
    ...options
      .filter(({ names, required }) => required && !names.some((one) => given.includes(one)))
      .map(({ names }) => `${names[0]} is missing`),
  ];
}
