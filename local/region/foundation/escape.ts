/**
 * Texts of programs and machines, as they stand in what others read: a configuration, a page of metrics, a terminal. A text never leaves its
 * field, whatever it consists of. What is written for somebody else to parse goes through one of these.
 */
import { shortDigest } from "../../../azure/arm/id";

/**
 * What a terminal, a log or an editor would act on rather than show: control characters but the tab, line separators, and what turns the direction
 * of text (https://trojansource.codes).
 */
const unprintable = /(?!\t)[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** As in JSON, such as `\u001b` for the character that begins a terminal's sequences. */
function codeOf(character: string): string {
  return character === "\n" ? String.raw`\n` : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Half of a character is none that could be written. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/** A text as one line that a terminal shows and does not act on. */
export function shownLine(text: string): string {
  return wellFormed(text).replace(unprintable, codeOf);
}

/** A message as a terminal shows it, in the lines that it has. */
export function shownLines(text: string): string {
  return text.split("\n").map(shownLine).join("\n");
}

/** Any value of JSON with each text in it as {@link shownLines}. */
export function shownValue(value: unknown): unknown {
  if (typeof value === "string") {
    return shownLines(value);
  }
  if (Array.isArray(value)) {
    return value.map(shownValue);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [shownLine(name), shownValue(entry)]))
    : value;
}

/**
 * A value as JSON that is YAML as well: YAML takes no control characters but tabs and line feeds, nor halves of characters or those that are
 * none (https://yaml.org/spec/1.2.2/#51-character-set).
 */
export function yaml(value: unknown): string {
  const notInYaml = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
  return JSON.stringify(value, (_, entry: unknown) => (typeof entry === "string" ? wellFormed(entry) : entry), 2).replace(
    notInYaml,
    codeOf,
  );
}

/** A comment in HAProxy's configuration, which ends with its line. */
export function haproxyComment(text: string): string {
  return `# ${shownLine(text)}`;
}

/**
 * A name as HAProxy takes it for a section or a server: letters, digits, `_`, `.` and `-` stay, and each other byte is a colon and two
 * digits. Different names stay different. See {@link nameInHaproxy} for the way back.
 */
export function haproxyName(name: string): string {
  return name.replace(/[^\w.-]+/g, (others) => [...Buffer.from(others)].map((byte) => `:${byte.toString(16).padStart(2, "0")}`).join(""));
}

/** The name that {@link haproxyName} made this of. */
export function nameInHaproxy(written: string): string {
  return written.replace(/(?::[0-9a-f]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll(":", ""), "hex").toString());
}

/** A name as Podman takes it for a container. One that Podman would refuse has a digest at its end, so that different names stay different. */
export function podmanName(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "-");
  return plain === name ? name : `${plain}-${shortDigest(name)}`;
}

/** The value of a label in Prometheus's text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export function prometheusLabel(value: string): string {
  return `"${prometheusHelp(value).replaceAll('"', String.raw`\"`)}"`;
}

/**
 * What a metric means, in Prometheus's text format. That has no way to write a control character but the line feed, and a terminal would act on
 * others.
 */
export function prometheusHelp(text: string): string {
  return wellFormed(text)
    .replaceAll("\\", String.raw`\\`)
    .replaceAll("\n", String.raw`\n`)
    .replace(unprintable, "\ufffd");
}

/**
 * A path, with its query, as HTTP asks for it: whatever is no visible character of ASCII is percent-encoded, and what is encoded already stays.
 * The client of Azure's health extension asks for such paths so (https://pkg.go.dev/net/url#URL.EscapedPath).
 */
export function requestTarget(path: string): string {
  return wellFormed(path).replace(/[^!-~]+/g, encodeURIComponent);
}

/** A word of a command line of a shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
