import * as fs from "node:fs";

/** The peak memory of the largest process that a process has started, itself included; by Linux's account of it. */
export class LargestProcess {
  private kilobytes = 0;

  constructor(private readonly root: number) {}

  get megabytes(): number {
    return this.kilobytes / 1024;
  }

  /** Looks at all processes that run now. The system keeps each one's peak, so that only its last moments can be missed. */
  sample(): void {
    const children = new Map<number, number[]>();
    const peaks = new Map<number, number>();
    for (const id of fs.readdirSync("/proc").map(Number).filter(Boolean)) {
      const status = statusOf(id);
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), id]);
      peaks.set(id, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0));
    }
    const pending = [this.root];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      this.kilobytes = Math.max(this.kilobytes, peaks.get(id) ?? 0);
      pending.push(...(children.get(id) ?? []));
    }
  }
}

/** Processes come and go while they are looked at. */
function statusOf(id: number): string {
  try {
    return fs.readFileSync(`/proc/${id}/status`, "utf8");
  } catch {
    return "";
  }
}
