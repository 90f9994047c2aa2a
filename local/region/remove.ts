import * as path from "node:path";
import { Podman, regionOf } from "./podman/machines/podman";

/** Removes what a region that was stopped still has in Podman, without which nobody could find it again, and what its machines wrote. `make down` runs it. */
async function remove(folder: string): Promise<void> {
  const podman = await Podman.open(regionOf(folder));
  await podman.removeEverything();
  await podman.removeFolder(path.join(folder, "machines"));
}

remove(process.argv[2]).catch((error: Error) => {
  console.error(`what the local region has in Podman cannot be removed: ${error.message}`);
  process.exitCode = 1;
});
