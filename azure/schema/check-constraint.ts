import { parseDuration } from "../facts/duration";
import type { Path } from "../properties/path";
import type { Value } from "../properties/value";
import type { SchemaProblem } from "./problem";
import type { Constraint } from "./schema";

/** What azure-native takes for a whole number (https://github.com/pulumi/pulumi-azure-native, `validateProperty`). */
const wholeWithin = 1e-9;

/** Day and time of ISO 8601, with the zone or without one: an autoscale profile names its time zone beside them. */
const dateAndTime = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

type Violation = Pick<SchemaProblem, "path" | "value" | "allowed" | "kind">;

/** Every way in which a value of the right type breaks a constraint. */
export function violationsOf(constraint: Constraint, value: Value, path: Path): Violation[] {
  if (typeof value === "number") {
    return one(ofNumber(constraint, value), value, path);
  }
  if (typeof value === "string") {
    return one(ofText(constraint, value), value, path);
  }
  if (!Array.isArray(value)) {
    return [];
  }
  const { minItems = 0, maxItems = Infinity } = constraint;
  const fits = value.length >= minItems && value.length <= maxItems;
  const ofElements = value.flatMap((element, index) => violationsOf(constraint, element, [...path, index]));
  return fits ? ofElements : one({ allowed: `${bounds(minItems, maxItems)} elements`, kind: "limit" }, value, path);
}

/** True where a text is none of the choices of azure-native's typings, and a later version of the API has it. */
export function isLater({ laterValues = [] }: Constraint, { kind, value }: SchemaProblem): boolean {
  return kind === "choice" && laterValues.some((later) => later.toLowerCase() === String(value).toLowerCase());
}

type Broken = Pick<Violation, "allowed" | "kind"> | undefined;

function one(broken: Broken, value: Value, path: Path): Violation[] {
  return broken ? [{ ...broken, value, path }] : [];
}

function ofNumber({ whole, minimum = -Infinity, maximum = Infinity }: Constraint, value: number): Broken {
  if (whole && !(Math.abs(value - Math.round(value)) <= wholeWithin)) {
    return { allowed: "a whole number", kind: "type" };
  }
  return value >= minimum && value <= maximum ? undefined : { allowed: bounds(minimum, maximum), kind: "limit" };
}

function ofText({ minLength = 0, maxLength = Infinity, pattern, format }: Constraint, value: string): Broken {
  if (value.length < minLength || value.length > maxLength) {
    return { allowed: `${bounds(minLength, maxLength)} characters`, kind: "limit" };
  }
  if (pattern !== undefined && !new RegExp(pattern).test(value)) {
    return { allowed: `a text that fits ${pattern}`, kind: "limit" };
  }
  if (format === "duration" && parseDuration(value) === undefined) {
    return { allowed: "a duration of ISO 8601, such as PT5M for five minutes", kind: "limit" };
  }
  return format === "date and time" && !dateAndTime.test(value)
    ? { allowed: "a date and time of ISO 8601, such as 2026-11-28T12:00:00Z", kind: "limit" }
    : undefined;
}

function bounds(low: number, high: number): string {
  return high === Infinity ? `${low} or more` : low === -Infinity ? `${high} or less` : `${low} to ${high}`;
}
