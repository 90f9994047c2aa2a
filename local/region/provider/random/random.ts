import * as crypto from "node:crypto";
import { differences } from "../../../../azure/properties/difference";
import type { Bag } from "../../../../azure/properties/bag";
import { isGiven, Properties, UNKNOWN, Value } from "../../../../azure/properties/value";
import type { CheckFailure, DiffResult, Provider, ProviderSession, ResourceState, Subject } from "../protocol/provider";
import { impossible, randomString, StringRecipe } from "./random-string";

const token = "random:index/randomString:RandomString";

/** The version of @pulumi/random whose behaviour this stands in for. */
const version = "4.21.2";

const flags = ["lower", "upper", "numeric", "number", "special"];
const leasts = ["minLower", "minUpper", "minNumeric", "minSpecial"];
const usualSpecial = "!@#$%&*()-_=+[]{}<>:?";

/**
 * @pulumi/random's RandomString. Its provider keeps nothing: what it made lives in the stack's state alone, and so it does here.
 */
export class Random implements Provider {
  readonly name = "random";
  readonly version = version;

  session(): ProviderSession {
    return new RandomSession();
  }
}

class RandomSession implements ProviderSession {
  checkConfig(): CheckFailure[] {
    return [];
  }

  configure(): void {}

  check(subject: Subject, _before: Bag, inputs: Bag): { inputs: Bag; failures: CheckFailure[] } {
    if (subject.type !== token) {
      return { inputs, failures: [{ property: "", reason: `the local region has no resource type ${subject.type}. It has ${token}.` }] };
    }
    return { inputs, failures: failuresOf(inputs.properties) };
  }

  /** Every change makes a new string. */
  diff(_subject: Subject, _id: string, before: Bag, inputs: Bag): DiffResult {
    const changes = differences(before.properties, inputs.properties);
    return { changes: changes.map(({ path, kind }) => ({ path, kind: `${kind}-replace` as const })), deleteBeforeReplace: false };
  }

  create(_subject: Subject, { properties, secrets }: Bag, preview: boolean): { id: string; outputs: Bag } {
    const result = preview ? UNKNOWN : randomString(recipeOf(properties), crypto.randomInt);
    const id = typeof result === "string" ? result : "";
    return { id, outputs: { properties: { ...properties, result }, secrets } };
  }

  update(_subject: Subject, _id: string, inputs: Bag): Bag {
    return inputs;
  }

  delete(): void {}

  /** Importing takes the string itself as the id, as @pulumi/random does. */
  read(_subject: Subject, id: string, state: Bag): ResourceState {
    const inputs: Bag = { properties: { length: id.length, ...state.properties }, secrets: state.secrets };
    return { id, inputs, outputs: { ...inputs, properties: { ...inputs.properties, result: id } } };
  }

  invoke(name: string): Bag {
    throw new Error(`@pulumi/random has no function ${name} in the local region.`);
  }
}

function failuresOf(properties: Properties): CheckFailure[] {
  const known = new Set([...flags, "length", ...leasts, "overrideSpecial", "keepers"]);
  const failures = Object.keys(properties)
    .filter((name) => !known.has(name))
    .map((name) => ({ property: name, reason: `no such property; the properties are ${[...known].join(", ")}` }));
  const wrong = (names: string[], fits: (value: Value) => boolean, allowed: string): CheckFailure[] =>
    names.flatMap((name) => {
      const value = properties[name];
      return isGiven(value) && value !== UNKNOWN && !fits(value) ? [{ property: name, reason: `allowed: ${allowed}` }] : [];
    });
  failures.push(
    ...wrong(flags, (value) => typeof value === "boolean", "true or false"),
    ...wrong(leasts, (value) => Number.isInteger(value) && (value as number) >= 0, "a whole number, 0 or more"),
    ...wrong(["length"], (value) => Number.isInteger(value) && (value as number) >= 1, "a whole number, 1 or more"),
    ...wrong(["overrideSpecial"], (value) => typeof value === "string", "a text"),
  );
  if (!isGiven(properties.length)) {
    failures.push({ property: "length", reason: "the property is required; allowed: a whole number, 1 or more" });
  }
  const unsettled = failures.length > 0 || Object.values(properties).includes(UNKNOWN);
  const problem = unsettled ? undefined : impossible(recipeOf(properties));
  return problem === undefined ? failures : [{ property: "length", reason: problem }];
}

function recipeOf(properties: Properties): StringRecipe {
  const flag = (name: string): boolean => properties[name] !== false;
  const count = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
  return {
    length: count(properties.length),
    kinds: { lower: flag("lower"), upper: flag("upper"), numeric: flag("numeric") && flag("number"), special: flag("special") },
    special:
      typeof properties.overrideSpecial === "string" && properties.overrideSpecial !== "" ? properties.overrideSpecial : usualSpecial,
    least: {
      lower: count(properties.minLower),
      upper: count(properties.minUpper),
      numeric: count(properties.minNumeric),
      special: count(properties.minSpecial),
    },
  };
}
