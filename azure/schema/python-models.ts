/** A property of one of Microsoft's models. */
export interface ModelProperty {
  /** The type as the model's file writes it: `int`, `duration`, `[Probe]` for a list, `{str}` for a map. */
  readonly type: string;
  /** What is asked of it, such as `{ required: true, maximum: 4096 }`. */
  readonly validation: Readonly<Record<string, boolean | number | string>>;
  /** The name of the enumeration that lists its values. */
  readonly enumeration?: string;
}

/** One of Microsoft's models: the object that Azure's REST API takes. */
export interface Model {
  /** By the name that azure-native gives them too. */
  readonly properties: Readonly<Record<string, ModelProperty>>;
  /** For a model of several kinds: the model of each, by the value that tells them apart. */
  readonly kinds: Readonly<Record<string, string>>;
}

type Attributes = Record<string, { key: string; type: string }>;

/** Reads the models out of a generated `_models_py3.py`. They are literals throughout, so that nothing of it has to run. */
export function readModels(source: string): Map<string, Model> {
  const models = new Map<string, Model>();
  for (const [, name, body] of source.matchAll(/^class (\w+)\(.*\):.*\n((?:(?: {4}.*)?\n)+)/gm)) {
    const attributes = literal(body, "_attribute_map") as Attributes;
    const validation = literal(body, "_validation") as Record<string, ModelProperty["validation"]>;
    const properties = Object.entries(attributes).map(([attribute, { key, type }]) => [
      propertyName(key),
      { type, validation: validation[attribute] ?? {}, enumeration: enumerationOf(body, attribute) },
    ]);
    const [kinds = {}] = Object.values(literal(body, "_subtype_map") as Record<string, Record<string, string>>);
    models.set(name, { properties: Object.fromEntries(properties), kinds });
  }
  return models;
}

/** Reads the values of each enumeration out of a generated `_enums.py`. */
export function readEnumerations(source: string): Map<string, string[]> {
  const enumerations = new Map<string, string[]>();
  for (const [, name, body] of source.matchAll(/^class (\w+)\(str, Enum.*\):.*\n((?:(?: {4}.*)?\n)+)/gm)) {
    enumerations.set(
      name,
      [...body.matchAll(/^ {4}\w+ = "(.*)"$/gm)].map(([, value]) => value),
    );
  }
  return enumerations;
}

/** The dictionary that a class assigns to a name, or an empty one. */
function literal(body: string, name: string): unknown {
  const [, text] = new RegExp(`^ {4}${name} = (\\{\\n[^]*?^ {4}\\}|\\{.*\\})$`, "m").exec(body) ?? [];
  return text === undefined ? {} : JSON.parse(asJson(text));
}

/** Python writes strings, `True` and commas in a way of its own. */
function asJson(text: string): string {
  return text
    .split(/(r?"(?:[^"\\\n]|\\.)*")/)
    .map((part) => {
      if (part.startsWith('r"')) {
        return JSON.stringify(part.slice(2, -1));
      }
      return part.startsWith('"') ? part : part.replaceAll("True", "true").replaceAll("False", "false");
    })
    .join("")
    .replace(/,(\s*\})/g, "$1");
}

/** The last step of a path such as `properties.probes`; in `odata\.type` there is one step, which azure-native calls odataType. */
function propertyName(key: string): string {
  const step = key.split(/(?<!\\)\./).at(-1) ?? "";
  return step.replace(/\\\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function enumerationOf(body: string, attribute: string): string | undefined {
  const [, type] = new RegExp(`:vartype ${attribute}:((?:.*\\n)(?: {5}.*\\n)*)`).exec(body) ?? [];
  return /\bor ~[\w.]*\.(\w+)/.exec(type?.replace(/\s+/g, " ") ?? "")?.[1];
}
