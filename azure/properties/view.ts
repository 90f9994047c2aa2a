import { formatPath, parseDotted, Path } from "./path";
import { isGiven, isProperties, Properties, UNKNOWN, Value } from "./value";

/**
 * A place in a resource's properties, for rules to read from. What is absent, not known yet or of another type reads as
 * undefined (or as an empty list), so that a rule says what it is about and nothing else: wrong types are the schema's to report.
 */
export class View {
  /** @param holder What `steps` lead on from; nothing where they lead from the whole resource. */
  constructor(
    readonly value: Value | undefined,
    private readonly steps: Path = [],
    private readonly holder?: View,
  ) {}

  /** Put together when it is asked for: a rule looks at a hundred places for each that it names. */
  get path(): Path {
    return this.holder ? [...this.holder.path, ...this.steps] : this.steps;
  }

  /** The property path as the user wrote it. */
  get property(): string {
    return formatPath(this.path);
  }

  /** The place that the dotted names lead to, whether something stands there or not. */
  at(names: string): View {
    const steps = parseDotted(names);
    if (steps.length === 0) {
      return this;
    }
    let value = this.value;
    for (const step of steps) {
      // What stands below an unknown value is unknown too, and below nothing is nothing.
      if (value === UNKNOWN || value === undefined) {
        break;
      }
      value = isProperties(value) && Object.hasOwn(value, step) ? value[step as string] : undefined;
    }
    return new View(value, steps, this);
  }

  /** True where a value was given, known or not. */
  get given(): boolean {
    return isGiven(this.value);
  }

  /** True where the value will only be known when something else has been created. */
  get unknown(): boolean {
    return this.value === UNKNOWN;
  }

  /** True where it is certain that nothing was given. */
  get absent(): boolean {
    return !isGiven(this.value);
  }

  has(names: string): boolean {
    return this.at(names).given;
  }

  text(names = ""): string | undefined {
    const { value } = this.at(names);
    return typeof value === "string" ? value : undefined;
  }

  /** A value of an enumeration as Azure spells it, since ARM takes every case; undefined for one that is not among the values. */
  choice<Choice extends string>(values: readonly Choice[], names = ""): Choice | undefined {
    const given = this.text(names)?.toLowerCase();
    return values.find((value) => value.toLowerCase() === given);
  }

  number(names = ""): number | undefined {
    const { value } = this.at(names);
    return typeof value === "number" ? value : undefined;
  }

  flag(names = ""): boolean | undefined {
    const { value } = this.at(names);
    return typeof value === "boolean" ? value : undefined;
  }

  /** The elements of a list, each at its own path; none where the list is absent or unknown. */
  list(names = ""): View[] {
    const list = this.at(names);
    return Array.isArray(list.value) ? list.value.map((element, index) => new View(element, [index], list)) : [];
  }

  /** The texts of a list, known ones only. */
  texts(names = ""): string[] {
    return this.list(names).flatMap((element) => element.text() ?? []);
  }

  /** The properties of an object, each at its own path; none where it is absent or unknown. */
  entries(names = ""): [name: string, place: View][] {
    const place = this.at(names);
    return isProperties(place.value) ? Object.entries(place.value).map(([name, value]) => [name, new View(value, [name], place)]) : [];
  }
}

/** A view of a whole resource. */
export function viewOf(properties: Properties): View {
  return new View(properties);
}

/**
 * The places that a pattern names, such as `subnets[*].networkSecurityGroup.id`: each element of a list in turn, nothing where
 * something on the way is absent or a list is unknown, and an unknown place in an object that is unknown.
 */
export function select(properties: Properties, pattern: string): View[] {
  let places = [new View(properties as Value)];
  for (const part of pattern.split(".")) {
    const name = part.replace(/(\[\*\])+$/, "");
    places = places.map((place) => place.at(name)).filter((place) => place.given);
    if (part.endsWith("[*]")) {
      places = places.flatMap((place) => place.list());
    }
  }
  return places;
}
