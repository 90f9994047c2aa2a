/**
 * From Pulumi's configuration, where every value is a string, to values of the declared types.
 */
import { closest } from "./closest";
import type { Declaration, ProjectSettings, ValuesOf } from "./declaration";
import { NotShown, type Problems } from "./problems";

/** A stack's configuration as Pulumi holds it: keys with their namespace; lists and objects are JSON. */
export type Configuration = Readonly<Record<string, string>>;

/**
 * Reads every declared setting of a project. One that is not there has its default. So has one of a wrong type, after its problem was added, so that
 * the other settings can still be checked.
 */
export function readValues<D extends Readonly<Record<string, Declaration>>>(
  { namespace, declarations }: ProjectSettings<D>,
  configuration: Configuration,
  problems: Problems<keyof D & string>,
): ValuesOf<D> {
  const keys = Object.keys(declarations) as (keyof D & string)[];
  refuseUnknownKeys(namespace, keys, configuration, problems);
  const values = keys.map((key) => {
    const declaration = declarations[key];
    const given = configuration[`${namespace}:${key}`];
    if (given === undefined) {
      return [key, declaration.default] as const;
    }
    const { read, allowed, example } = kindOf(declaration);
    const value = read(given);
    if (value === undefined) {
      problems.addUnreadable(key, given, allowed, `for example: pulumi config set ${example(`${namespace}:${key}`)}`);
    }
    return [key, value ?? declaration.default] as const;
  });
  // Each value was read by the kind that its declaration names, which is what the type says too.
  return Object.fromEntries(values) as unknown as ValuesOf<D>;
}

/** The CLI takes any key for a setting, so a misspelt one would quietly do nothing. */
function refuseUnknownKeys(
  namespace: string,
  known: readonly string[],
  configuration: Configuration,
  problems: Pick<Problems, "addAt">,
): void {
  const prefix = `${namespace}:`;
  for (const path of Object.keys(configuration).filter((key) => key.startsWith(prefix))) {
    const key = path.slice(prefix.length);
    if (!known.includes(key)) {
      const meant = closest(key, known);
      const rename = meant ? `rename it to ${prefix}${meant}` : "correct its name";
      const given = new NotShown("a setting that does not exist");
      problems.addAt(path, given, "the settings that Pulumi.yaml declares", `${rename}, or take it away: pulumi config rm ${path}`);
    }
  }
}

/** How the values of one declared type are read and explained. */
interface Kind {
  /** The value, or undefined if the text is not of this kind. */
  read(text: string): unknown;
  readonly allowed: string;
  /** The rest of a `pulumi config set` that sets such a value. */
  example(path: string): string;
}

const textKind: Kind = { read: (text) => text, allowed: "any text", example: (path) => `${path} text` };
const integerKind: Kind = { read: readInteger, allowed: "a whole number", example: (path) => `${path} 3` };
const flagKind: Kind = { read: readFlag, allowed: "true or false", example: (path) => `${path} true` };
const textsKind: Kind = { read: readTexts, allowed: "a list of texts", example: (path) => `--path '${path}[0]' text` };
const namedTextsKind: Kind = { read: readNamedTexts, allowed: "texts by names", example: (path) => `--path '${path}.name' text` };
const objectsKind: Kind = { read: readList, allowed: "a list", example: (path) => `--path '${path}[0].name' text` };

function kindOf({ type, items }: Declaration): Kind {
  switch (type) {
    case "string":
      return textKind;
    case "integer":
      return integerKind;
    case "boolean":
      return flagKind;
    case "array":
      return items === "object" ? objectsKind : textsKind;
    case "object":
      return namedTextsKind;
  }
}

/** Pulumi's CLI counts 3.0 as an integer too. */
function readInteger(text: string): number | undefined {
  return /^[+-]?\d+(\.0+)?$/.test(text) ? Number(text) : undefined;
}

function readFlag(text: string): boolean | undefined {
  return text === "true" || text === "false" ? text === "true" : undefined;
}

/** YAML makes a number of an item like 1, which is a text all the same. */
function readTexts(text: string): readonly string[] | undefined {
  const list = readList(text);
  return list?.every(isPlain) ? list.map(String) : undefined;
}

/** YAML makes a number or a flag of a value like 1 or true, which is a text all the same. */
function readNamedTexts(text: string): Readonly<Record<string, string>> | undefined {
  const value = parsed(text);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = isObject ? Object.entries(value) : undefined;
  return entries?.every(([, item]) => isPlain(item) || typeof item === "boolean")
    ? Object.fromEntries(entries.map(([name, item]) => [name, String(item)]))
    : undefined;
}

function readList(text: string): readonly unknown[] | undefined {
  const value = parsed(text);
  return Array.isArray(value) ? value : undefined;
}

function isPlain(item: unknown): boolean {
  return typeof item === "string" || typeof item === "number";
}

/** What a JSON text says; undefined for any other text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
