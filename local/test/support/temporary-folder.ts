import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** Gives each test of the file a folder of its own, and removes it after the test. */
export function temporaryFolder(): { readonly path: string } {
  const folder = { path: "" };
  beforeEach(() => {
    folder.path = fs.mkdtempSync(path.join(os.tmpdir(), "local-region-unit-"));
  });
  afterEach(() => {
    fs.rmSync(folder.path, { recursive: true });
  });
  return folder;
}
