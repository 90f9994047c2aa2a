import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Bag } from "../../../../azure/properties/bag";
import { formatPath, Path, Step } from "../../../../azure/properties/path";
import { isProperties, Properties, UNKNOWN, Value } from "../../../../azure/properties/value";

/**
 * The engine's wire format for properties: a protobuf Struct in which unknown values and secrets are marked by reserved strings
 * (pulumi/pulumi, sdk/go/common/resource/plugin/rpc.go and sdk/go/common/resource/sig).
 */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownMarks = new Set([
  unknownString,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** What reads properties later on goes down level by level, and has only so much room for that. */
const maximumDepth = 500;

type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

/**
 * Reads what the engine sent. An absent struct is an empty bag.
 * @throws Error where values are nested more than 500 levels deep.
 */
export function decode(struct: Struct | undefined): Bag {
  const secrets: Path[] = [];
  const properties = struct ? decodeValue(struct.toJavaScript() as Plain, [], secrets, 0) : {};
  return { properties: isProperties(properties) ? properties : {}, secrets };
}

/** @param depth Counts the envelopes of secrets too, which the path leaves out. */
function decodeValue(plain: Plain, path: Step[], secrets: Path[], depth: number): Value {
  if (depth > maximumDepth) {
    throw new Error(
      `${formatPath(path.slice(0, 1))}: the value is nested more than ${maximumDepth} levels deep; those of Azure are a few dozen levels deep at most. Give one with fewer levels.`,
    );
  }
  if (typeof plain === "string") {
    return unknownMarks.has(plain) ? UNKNOWN : plain;
  }
  if (typeof plain !== "object" || plain === null) {
    return plain;
  }
  if (Array.isArray(plain)) {
    return plain.map((element, index) => decodeValue(element, [...path, index], secrets, depth + 1));
  }
  if (plain[signatureKey] === secretSignature) {
    secrets.push(path);
    return decodeValue(plain.value ?? null, path, secrets, depth + 1);
  }
  const properties: Properties = {};
  for (const [name, value] of Object.entries(plain)) {
    // A property may be named __proto__; defining it keeps it a property like any other.
    Object.defineProperty(properties, name, {
      value: decodeValue(value, [...path, name], secrets, depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return properties;
}

/** Writes properties for the engine, each secret inside the engine's own envelope. */
export function encode(bag: Bag): Struct {
  const secrets = new Set(bag.secrets.map((path) => JSON.stringify(path)));
  return Struct.fromJavaScript(encodeProperties(bag.properties, [], secrets));
}

function encodeProperties(properties: Properties, path: Step[], secrets: Set<string>): { [name: string]: Plain } {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, encodeValue(value, [...path, name], secrets)]),
  );
}

function encodeValue(value: Value, path: Step[], secrets: Set<string>): Plain {
  const plain = encodePlain(value, path, secrets);
  return secrets.size > 0 && secrets.has(JSON.stringify(path)) ? { [signatureKey]: secretSignature, value: plain } : plain;
}

function encodePlain(value: Value, path: Step[], secrets: Set<string>): Plain {
  if (value === UNKNOWN) {
    return unknownString;
  }
  if (Array.isArray(value)) {
    return value.map((element, index) => encodeValue(element, [...path, index], secrets));
  }
  return isProperties(value) ? encodeProperties(value, path, secrets) : value;
}
