import { parseArgs } from "node:util";
import { WrongOption } from "./wrong-option";

/** What a person asks of a simulation. */
export interface Options {
  /** The name of a shape, or the path of a CSV file. */
  readonly load: string;
  /** The stack whose settings are simulated, or the path of its file. */
  readonly stack: string;
  /** The size of the instances; undefined for the stack's, as is their size in a variant that names one. */
  readonly size: string | undefined;
  /** Settings that differ from the stack's, one object for each further simulation. */
  readonly variants: readonly Variant[];
  /** Seconds from the creation of an instance to its first request. */
  readonly bootSeconds: number;
  /** Requests a second that one instance serves at 100 % CPU. */
  readonly capacity: number;
  /** Requests a second at the highest point of a shape; undefined for one that suits the tier. */
  readonly peak: number | undefined;
  /** What one instance costs an hour, in any currency. */
  readonly price: number | undefined;
}

/** Settings by their names without `web-tier:`, as texts. */
export type Variant = Readonly<Record<string, string>>;

/** Assumed: seconds until a new instance serves. Azure publishes none, and no trustworthy measurement was found. */
export const assumedBootSeconds = 90;
/** Assumed: requests a second that one instance serves, so that a load can be read as percent of an instance. */
export const assumedCapacity = 100;
export const mostSettings = 4;

/** @throws WrongOption for the first option that cannot be used. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { load: text, stack: text, size: text, compare: text, boot: text, capacity: text, peak: text, price: text },
  });
  return {
    load: values.load || "day",
    stack: values.stack || "dev",
    size: values.size || undefined,
    variants: readVariants(values.compare ?? ""),
    bootSeconds: readNumber("BOOT", values.boot, 0) ?? assumedBootSeconds,
    capacity: readNumber("CAPACITY", values.capacity, Number.MIN_VALUE) ?? assumedCapacity,
    peak: readNumber("PEAK", values.peak, 0),
    price: readNumber("PRICE", values.price, 0),
  };
}

function readVariants(compare: string): Variant[] {
  const parts = compare.split(";").map((part) => part.trim());
  const variants = parts.filter((part) => part !== "").map(readVariant);
  if (variants.length >= mostSettings) {
    const allowed = `at most ${mostSettings - 1} variants, beside the stack's own settings`;
    throw new WrongOption("COMPARE", compare, allowed, "compare fewer at a time");
  }
  return variants;
}

function readVariant(variant: string): Variant {
  const entries = variant.split(",").map((entry) => {
    const [name, ...rest] = entry.split("=");
    if (name.trim() === "" || rest.length === 0) {
      throw new WrongOption(
        "COMPARE",
        entry.trim(),
        "setting=value, several with commas between them, variants with semicolons",
        'for example: make simulate COMPARE="scaleOutCpuPercent=60; scaleOutCpuPercent=60,autoscaleCooldown=PT10M"',
      );
    }
    return [name.trim().replace(/^web-tier:/, ""), rest.join("=").trim()];
  });
  return Object.fromEntries(entries) as Variant;
}

function readNumber(option: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined || given === "") {
    return undefined;
  }
  const number = Number(given);
  if (!Number.isFinite(number) || number < least) {
    throw new WrongOption(
      option,
      given,
      least === 0 ? "a number, 0 or more" : "a number above 0",
      `for example: make simulate ${option}=90`,
    );
  }
  return number;
}
