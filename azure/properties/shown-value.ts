import { formatPath, type Path } from "./path";
import { isGiven, isProperties, UNKNOWN, Value } from "./value";

/** How much of a value a message shows; longer ones are cut, so that one wrong property does not fill the screen. */
const shownCharacters = 120;
const shownOfId = 90;

/** How much of a value a message may say: all of it, all but its texts, or only that there is one. */
export type Openness = "open" | "textless" | "secret";

/** A value as a message shows it. */
export function showValue(value: Value | undefined, openness: Openness): string {
  if (!isGiven(value)) {
    return "nothing";
  }
  if (openness === "secret") {
    return "[secret]";
  }
  if (value === UNKNOWN) {
    return "a value that is not known yet";
  }
  if (typeof value === "string") {
    return openness === "open" ? showText(value) : `a text of ${counted(value.length, "character")}`;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : cut(`[${value.map((element) => showValue(element, openness)).join(", ")}]`);
  }
  if (isProperties(value)) {
    if (openness === "open" && typeof value.name === "string") {
      return `the object named ${showText(value.name)}`;
    }
    const names = Object.keys(value).map((name) => formatPath([name]));
    return cut(`an object with ${names.join(", ") || "nothing in it"}`);
  }
  return String(value);
}

/** Cuts what is too long, at its end, and never through a character. */
export function cut(text: string, longest = shownCharacters): string {
  // Characters outside the basic plane are two units of a string, and half of one is no text that can be sent.
  return text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** A text in quotes. What an ARM id names stands at its end, after a subscription and a group that most ids of a program share. */
function showText(text: string): string {
  const quoted = JSON.stringify(text);
  if (!/^\/subscriptions\//i.test(text) || quoted.length <= shownOfId) {
    return cut(quoted);
  }
  const end = quoted.slice(-shownOfId);
  return end.includes("/") ? `"…${end.slice(end.indexOf("/"))}` : cut(quoted);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * The names of properties that hold passwords, keys, scripts with either in them, or addresses that let whoever knows them in. Many
 * programs do not mark these as secret, and what is written as one of them may be another: a private key where a public one belongs.
 */
const confidentialNames =
  /(password|passphrase|secret|token|credential|customData|userData|keyData|protectedSettings|additionalUnattendContent|serviceUri|callbackUrl|httpTriggerUrl)s?$/i;

/** True where no message may show the texts at a place, whether the program marks them as secret or not. */
export function isConfidential(path: Path): boolean {
  return path.some((step) => typeof step === "string" && confidentialNames.test(step));
}
