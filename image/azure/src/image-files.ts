import * as fs from "node:fs";
import * as path from "node:path";

/** A file of the folder `image/`. */
export interface ImageFile {
  /** Below `image/`, with slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** What only the build on one's own computer, this project, or a person needs. */
const elsewhere = /^(azure|building)\/|^(build|Containerfile)$|\.md$|-user-data\.sh$/;

/**
 * The files that `provision`, `generalize` and `check` need, and those scripts themselves, in the order of their paths: so the same files
 * always make the same template.
 *
 * @param folder The folder `image/`.
 */
export function readImageFiles(folder: string): readonly ImageFile[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !elsewhere.test(file))
    .sort()
    .map((file) => ({ path: file, content: fs.readFileSync(path.join(folder, file)) }));
}
