import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** Gives a test a folder with files in it. */
export function withFiles<Result>(files: Readonly<Record<string, string>>, use: (folder: string) => Result): Result {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "machines-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
    return use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
