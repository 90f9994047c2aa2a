import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { BuiltMarketplaceImages } from "../../../region/podman/machines/marketplace-images";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "marketplace-images-"));
const name = "localhost/marketplace/debian/debian-13/13:latest";
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Has a script provide Debian 13. @returns What it told. */
async function provide(script: string): Promise<string[]> {
  const file = path.join(folder, "build");
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const told: string[] = [];
  await new BuiltMarketplaceImages(file).provide({ distribution: "debian", release: "13" }, name, (message) => told.push(message));
  return told;
}

describe("a marketplace image that is made here", () => {
  it("is asked for by system and name, and tells of its progress", async () => {
    expect(await provide('echo "$1 $2 as $3" >&2; echo "  done" >&2; echo not for people')).toEqual([`debian 13 as ${name}`, "done"]);
  });

  it("fails with what the script says is missing, whatever it said before", async () => {
    await expect(provide('echo "Making it." >&2; printf "Error: no packages.\\n  1. Install them.\\n" >&2; exit 1')).rejects.toThrow(
      /^no packages\.\n {2}1\. Install them\.$/,
    );
  });

  it("fails where there is no such script", async () => {
    const images = new BuiltMarketplaceImages(path.join(folder, "none"));
    await expect(images.provide({ distribution: "debian", release: "13" }, name, () => undefined)).rejects.toThrow("ENOENT");
  });
});
