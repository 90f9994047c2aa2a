import { spawn } from "node:child_process";
import { logFailure, type WriteLog, writeDaemonLog } from "./daemon-log";
import type { EventLog } from "./event-log";

/** A daemon that lived for less than so many seconds would end the same way again. */
const shortestLife = 60;

/**
 * Says what becomes of errors that nothing in the daemon has foreseen. Whatever it begins on its own has its errors reported by
 * `BackgroundTasks`, so each of these is a fault of the daemon's.
 *
 * A promise that fails while nobody waits for it has harmed nothing but what it was to do: it is logged, told, and the daemon goes on. An
 * exception that nothing caught may have left things half done in memory, and never on the disk: the daemon ends, and begins anew from its
 * files, unless it has just done so.
 * @param endsOtherwise Asked about an exception first; true where the daemon ends in another way already.
 */
export function surviveUnexpectedErrors(events: Pick<EventLog, "add">, endsOtherwise: () => boolean, log: WriteLog = writeDaemonLog): void {
  process.on("unhandledRejection", (reason) => {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    logFailure(log, "something in the background that nobody waits for", error);
    events.add("region", `something in the background failed: ${error.message}; daemon.log has its stack`);
  });
  process.on("uncaughtException", (error) => {
    logFailure(log, "the daemon", error);
    if (endsOtherwise()) {
      return;
    }
    const isOld = process.uptime() > shortestLife;
    const next = isOld ? "it begins anew" : 'it does not begin anew, as it had just begun; fix: "make up" begins another one';
    events.add("region", `the daemon ended over an error that it does not know: ${error.message}; ${next}; daemon.log has its stack`);
    if (isOld) {
      beginAnew();
    }
    process.exit(1);
  });
}

/** It waits for the lock of the one that ends. */
function beginAnew(): void {
  spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  }).unref();
}
