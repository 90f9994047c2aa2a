import { settingsNamespace, type SettingKey } from "./declarations";
import { holdsPrivateKey } from "../../azure/facts/private-key";

/** One thing that is wrong with the settings, in the four parts that let a reader fix it. */
export interface Problem {
  /** The setting with its namespace, or one item of it, such as `web-tier:sshPublicKeys[1]`. */
  readonly path: string;
  /** The value as it was given; never a secret. */
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

/** Stands for a given value that a message must not show, with what can be said of it. */
export class NotShown {
  constructor(readonly description: string) {}
}

/** The longest value that a message repeats in full. */
const longestShown = 200;

/** Collects problems, so that a person sees all of them at once and not one at each run. */
export class Problems<Key extends string = SettingKey> {
  private readonly found: Problem[] = [];
  private readonly unreadable = new Set<Key>();

  /** @param namespace The name of the project whose settings they are. */
  constructor(private readonly namespace: string = settingsNamespace) {}

  /** Adds the problem of a setting that is not of its type. What is found later of that setting is of its default, so it is left out. */
  addUnreadable(key: Key, given: unknown, allowed: string, fix: string): void {
    this.add(key, given, allowed, fix);
    this.unreadable.add(key);
  }

  /** Adds a problem of a setting as a whole. */
  add(key: Key, given: unknown, allowed: string, fix: string): void {
    if (!this.unreadable.has(key)) {
      this.addAt(`${this.namespace}:${key}`, given, allowed, fix);
    }
  }

  /** Adds a problem of one item of a list. */
  addItem(key: Key, index: number, given: unknown, allowed: string, fix: string): void {
    this.addAt(`${this.namespace}:${key}[${index}]`, given, allowed, fix);
  }

  /** Adds a problem of one of the texts that a setting has by names. */
  addNamed(key: Key, name: string, given: unknown, allowed: string, fix: string): void {
    this.addAt(`${this.namespace}:${key}${/^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`}`, given, allowed, fix);
  }

  /** Adds a problem at any path, written with its namespace. */
  addAt(path: string, given: unknown, allowed: string, fix: string): void {
    this.found.push({ path, given: show(given), allowed, fix });
  }

  get all(): readonly Problem[] {
    return this.found;
  }
}

function show(given: unknown): string {
  if (given instanceof NotShown) {
    return `(${given.description})`;
  }
  const text = JSON.stringify(given) ?? "nothing";
  if (holdsPrivateKey(text)) {
    return "(a private key, not shown)";
  }
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}… (${text.length} characters)`;
}

/** The one message for all problems, as the Pulumi CLI shows it. */
export function describeProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  const blocks = problems.map(
    ({ path, given, allowed, fix }) => `  ${path}\n    given:   ${given}\n    allowed: ${allowed}\n    fix:     ${fix}`,
  );
  return [`The settings have ${count}; nothing was changed.`, ...blocks].join("\n");
}
