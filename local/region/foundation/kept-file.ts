import * as fs from "node:fs";

/** What to do about a file without which the region would be another one. */
export const restoreOrEnd = 'restore it, or run "make down"';

/** Says which file of the region cannot be used, and what to do about it. */
export function damagedFile(file: string, reason: string, fix: string): Error {
  return new Error(`the region's state file ${file} cannot be read: ${reason}; fix: ${fix}`);
}

/**
 * Reads what an earlier daemon has kept in a file.
 * @param fix What a person can do where it cannot be read.
 * @param take Makes of the file's JSON what it is, and throws where it is something else.
 * @returns undefined where there is no such file.
 * @throws Error where there is one that cannot be read; it names the file and says what to do.
 */
export function readKept<T>(file: string, fix: string, take: (content: unknown) => T): T | undefined {
  try {
    return take(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined;
    }
    throw damagedFile(file, (error as Error).message, fix);
  }
}

/** Takes JSON for an object with these properties, where the test beside each holds; what is made throws where it does not. */
export function holding<T>(what: string, tests: { readonly [name: string]: (value: unknown) => boolean }): (content: unknown) => T {
  return (content) => {
    const isIt =
      typeof content === "object" &&
      content !== null &&
      !Array.isArray(content) &&
      Object.entries(tests).every(([name, test]) => test((content as Record<string, unknown>)[name]));
    if (!isIt) {
      throw new Error(`it holds no ${what}`);
    }
    return content as T;
  };
}

/** Takes JSON for an object in which every property is of one kind. */
export function mapOf<T>(take: (content: unknown) => T): (content: unknown) => Record<string, T> {
  return (content) => {
    const map = holding<Record<string, T>>("such state", {})(content);
    Object.values(map).forEach(take);
    return map;
  };
}
