import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { GuestSocket } from "../../../region/podman/machines/guest-socket";

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

/** A socket that a test listens on in a machine's stead. */
export function ownSocket(place: string): GuestSocket {
  return { path: place, owner: process.getuid?.() ?? NaN };
}
