import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** A file's content, or why it could not be read, in a few words. */
export type FileResult = { readonly bytes: Buffer } | { readonly fault: string };
export type ReadFile = (path: string) => FileResult;

/** More than any file that a setting names may have; a larger one is not read into memory. */
const largestBytes = 1024 * 1024;

/** Reads files that settings name: relative to the program's folder, or to the home folder with `~/`. */
export function readFilesFrom(folder: string): ReadFile {
  return (name) => {
    const file = name.startsWith("~/") ? path.join(os.homedir(), name.slice(2)) : path.resolve(folder, name);
    try {
      const stats = fs.statSync(file);
      // Of a pipe or a device nobody knows how much would come.
      if (!stats.isFile()) {
        return { fault: stats.isDirectory() ? explanations.EISDIR : "that is no file" };
      }
      const { size } = stats;
      return size > largestBytes ? { fault: `the file has ${size} bytes` } : { bytes: fs.readFileSync(file) };
    } catch (error) {
      return { fault: explain(error) };
    }
  };
}

const explanations: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "that is a folder",
  EACCES: "the file may not be read",
  ENAMETOOLONG: "there is no such file",
};

function explain(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return explanations[code] ?? `the file cannot be read (${code || "unknown error"})`;
}
