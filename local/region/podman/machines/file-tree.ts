import * as fs from "node:fs";
import * as path from "node:path";

/** Files to be written below a folder, by their paths in it: the content, or where a symbolic link points. */
export type FileTree = Readonly<Record<string, { readonly content: string | Buffer } | { readonly linkTo: string }>>;

/**
 * Writes the files below a folder. Files that are there and not among them stay.
 * @param mode Who may read the files: 0o600 for those that can hold secrets.
 */
export function writeFileTree(folder: string, tree: FileTree, mode: 0o600 | 0o644): void {
  for (const [name, entry] of Object.entries(tree)) {
    const place = path.join(folder, name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.rmSync(place, { force: true });
    if ("linkTo" in entry) {
      fs.symlinkSync(entry.linkTo, place);
    } else {
      fs.writeFileSync(place, entry.content, { mode });
    }
  }
}
