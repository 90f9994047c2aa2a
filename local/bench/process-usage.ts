import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** What a process used of the computer over a time. */
export interface ProcessUsage {
  /** Of one processor, with the programs that it ran and that ended meanwhile. */
  readonly cpuPercent: number;
  /** Its memory at the end. */
  readonly megabytes: number;
}

/** Watches a process of this computer's; the accounts are Linux's (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
export async function watchProcess(id: number, seconds: number): Promise<ProcessUsage> {
  const [before, started] = [processorSeconds(id), performance.now()];
  await wait(seconds * 1000);
  const cpuPercent = (100 * (processorSeconds(id) - before)) / ((performance.now() - started) / 1000);
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${id}/status`, "utf8"))?.[1]);
  return { cpuPercent, megabytes: kilobytes / 1024 };
}

function processorSeconds(id: number): number {
  const stat = fs.readFileSync(`/proc/${id}/stat`, "utf8");
  // The second field is a name in parentheses, which may hold spaces; utime, stime, cutime and cstime are the fourteenth to seventeenth.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
}
