import { Podman, regionOf } from "./podman/machines/podman";

/** Removes what a region that was stopped still has in Podman: without its folder nobody could find it again. `make down` runs it. */
async function remove(folder: string): Promise<void> {
  await (await Podman.open(regionOf(folder))).removeEverything();
}

remove(process.argv[2]).catch((error: Error) => {
  console.error(`what the local region has in Podman cannot be removed: ${error.message}`);
  process.exitCode = 1;
});
