import { limitsText, type DurationLimits, type NumberLimits } from "../../azure/facts/limits";

/** The types that Pulumi knows for a setting, and for the items of a list. */
export type SettingType = "string" | "integer" | "boolean" | "array" | "object";
export type ItemType = "string" | "object";

/** Which values of its type a setting may have, whatever the other settings are. */
export type Allowed =
  | ({ readonly kind: "number" } & NumberSettingLimits)
  | ({ readonly kind: "duration" } & DurationLimits)
  | { readonly kind: "choice"; readonly choices: Choices };

export interface NumberSettingLimits extends NumberLimits {
  /** A value outside the limits that stands for something of its own. */
  readonly or?: { readonly value: number; readonly meaning: string };
}

/** The values that can be chosen, with what each means. */
export type Choices = Readonly<Record<string, string>>;

/** A setting: its type, its default, and what it means in a sentence or more. */
export interface Declaration {
  readonly type: SettingType;
  /** The type of the items; only for `array`. */
  readonly items?: ItemType;
  readonly default: string | number | boolean | readonly string[] | Readonly<Record<string, string>>;
  /** Without what is allowed, which {@link describe} adds to the first sentence. */
  readonly description: string;
  /** Undefined where every value of the type is, or where it depends on other settings, so that a check of its own says it. */
  readonly allowed?: Allowed;
}

/** The settings of one Pulumi project. */
export interface ProjectSettings<D extends Readonly<Record<string, Declaration>>> {
  /** The project's name, which comes before each key: `web-tier:name` and so on. */
  readonly namespace: string;
  readonly declarations: D;
}

/** What a declared type is in the program. List items that are objects are checked where they are used. */
type ValueOf<D extends Declaration> = D extends { type: "integer" }
  ? number
  : D extends { type: "boolean" }
    ? boolean
    : D extends { type: "object" }
      ? Readonly<Record<string, string>>
      : D extends { items: "string" }
        ? readonly string[]
        : D extends { items: "object" }
          ? readonly unknown[]
          : string;

/** The settings with their types, but not yet checked against each other or against Azure's limits. */
export type ValuesOf<D extends Readonly<Record<string, Declaration>>> = { readonly [K in keyof D]: ValueOf<D[K]> };

type TextDeclaration = Declaration & { readonly type: "string" };
type IntegerDeclaration = Declaration & { readonly type: "integer" };

export function text(defaultValue: string, description: string): TextDeclaration {
  return { type: "string", default: defaultValue, description };
}

/** @param limits Undefined where they depend on other settings. */
export function integer(defaultValue: number, limits: NumberSettingLimits | undefined, description: string): IntegerDeclaration {
  return { type: "integer", default: defaultValue, description, ...(limits && { allowed: { kind: "number", ...limits } }) };
}

/** A length of time in ISO 8601. */
export function duration(defaultValue: string, limits: DurationLimits, description: string): TextDeclaration {
  return { type: "string", default: defaultValue, description, allowed: { kind: "duration", ...limits } };
}

/** One of several texts. */
export function choice<C extends Choices>(defaultValue: keyof C & string, choices: C, description: string): TextDeclaration {
  return { type: "string", default: defaultValue, description, allowed: { kind: "choice", choices } };
}

export function flag(defaultValue: boolean, description: string): Declaration & { readonly type: "boolean" } {
  return { type: "boolean", default: defaultValue, description };
}

export function texts(defaultValue: readonly string[], description: string): Declaration & { readonly items: "string" } {
  return { type: "array", items: "string", default: defaultValue, description };
}

export function objects(description: string): Declaration & { readonly items: "object" } {
  return { type: "array", items: "object", default: [], description };
}

/** Texts by names. */
export function namedTexts(description: string): Declaration & { readonly type: "object" } {
  return { type: "object", default: {}, description };
}

/** What a setting means, and which values it may have: for `Pulumi.yaml` and the README. */
export function describe({ description, allowed }: Declaration): string {
  if (allowed === undefined) {
    return description;
  }
  const [, first, rest] = /^([^]*?)\.( [^]*)?$/.exec(description) ?? ["", description];
  return `${first}${allowed.kind === "choice" ? ": " : ", "}${allowedText(allowed, true)}.${rest ?? ""}`;
}

/**
 * The values that a setting may have, in words.
 * @param withMeanings Whether to say what each choice means.
 */
export function allowedText(allowed: Allowed, withMeanings = false): string {
  switch (allowed.kind) {
    case "number":
      return limitsText(allowed) + (allowed.or === undefined ? "" : `, or ${allowed.or.value} for ${allowed.or.meaning}`);
    case "duration":
      return limitsText(allowed);
    case "choice": {
      const choices = Object.entries(allowed.choices).map(([value, meaning]) => (withMeanings ? `${value} (${meaning})` : value));
      return `${choices.slice(0, -1).join(", ")} or ${choices[choices.length - 1]}`;
    }
  }
}
