import * as fs from "node:fs";
import * as path from "node:path";
import { AzureNative } from "./provider/azure-native/azure-native";
import { listen } from "./provider/protocol/endpoint";
import { listenPrivately } from "./provider/protocol/private-socket";
import { Random } from "./provider/random/random";
import { BackgroundTasks } from "./foundation/background-tasks";
import { Clock } from "./foundation/clock";
import { thisComputer } from "./foundation/computer";
import { writeDaemonLog } from "./foundation/daemon-log";
import { EventLog } from "./foundation/event-log";
import { surviveUnexpectedErrors } from "./foundation/unexpected-errors";
import { writeWhole } from "./foundation/whole-file";
import { DataPlaneOnDemand, hasOrHadMachines } from "./loop/on-demand";
import { openDataPlane } from "./loop/open";
import { holdFolder } from "./store/lock";
import { Store } from "./store/store";

/**
 * The region daemon. It serves its providers on loopback ports and on sockets in the region's folder, and once it can answer it writes the
 * ports, with its process number, into the file that the launchers wait for.
 */
async function main(folder: string): Promise<void> {
  // Whoever starts it, and with whatever umask: its files and sockets are for this user alone.
  process.umask(0o077);
  let abandoning: Promise<void> | undefined;
  const abandon = () => {
    abandoning ??= dataPlane.abandon().finally(() => process.exit(1));
  };
  const isFolderThere = holdFolder(folder);
  const events = new EventLog(folder);
  surviveUnexpectedErrors(events, () => {
    // Whatever wanted to write into the folder that was removed must not end the daemon before its machines are gone.
    const isGone = !fs.existsSync(folder);
    if (isGone) {
      abandon();
    }
    return isGone;
  });
  const announced = path.join(folder, "daemon");
  fs.rmSync(announced, { force: true });
  const store = new Store(folder);
  const { LOCAL_REGION_EDGE_IMAGE: edge = "", LOCAL_REGION_MARKETPLACE_IMAGE: marketplace = "" } = process.env;
  const { LOCAL_REGION_SPEED_FACTOR: speedFactor } = process.env;
  const clock = Clock.open(folder, speedFactor ? Number(speedFactor) : undefined);
  const tasks = new BackgroundTasks(events);
  tasks.register({
    name: "watch folder",
    description: "gives the region up, with its machines, where its folder was removed",
    periodInMilliseconds: 1000,
    run: () => {
      if (!isFolderThere()) {
        void abandon();
      }
    },
  });
  const dataPlane = new DataPlaneOnDemand(() =>
    openDataPlane({ folder, computer: thisComputer, clock, events, tasks, store }, { edge, marketplace }),
  );
  const hasMachines = process.env.LOCAL_REGION_MACHINES !== "none";
  if (hasMachines && hasOrHadMachines(folder, store)) {
    dataPlane.begin(tasks);
  }
  const lines = [`pid=${process.pid}`, `speed_factor=${clock.speedFactor}`];
  for (const provider of [new AzureNative(store, hasMachines ? dataPlane : undefined), new Random()]) {
    const endpoint = await listen(provider, folder, (message) => events.add("region", message));
    await listenPrivately(path.join(folder, `${provider.name}.sock`), endpoint);
    lines.push(`${provider.name.replace(/-/g, "_")}=${endpoint.port}`);
  }
  writeWhole(announced, `${lines.join("\n")}\n`, { isFlushed: false });
  writeDaemonLog(`${new Date().toISOString()} region ready, ${store.all().length} resources`);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  // Every answered request is on the disk already.
  process.on(signal, () => process.exit(0));
}

main(process.argv[2]).catch((error: Error) => {
  writeDaemonLog(`the local region cannot start: ${error.message}`);
  process.exit(1);
});
