import * as path from "node:path";
import { type Computer, thisComputer } from "../../region/foundation/computer";
import type { VirtualTime } from "./virtual-time";

/** The disk of a simulated computer, which outlasts its daemons. */
export interface SimulatedDisk {
  /** True where nothing can be written; what is there can be removed. */
  isFull: boolean;
}

/**
 * The computer as one daemon has it, until the daemon is killed. From then on nothing that the daemon goes on to do has an effect: its files
 * are not written, its timers do not fire, what it asks is not answered.
 */
export class SimulatedComputer implements Computer {
  private isRunning = true;
  private actsUntilKill = Infinity;
  private readonly clockAheadBy: number;

  /**
   * @param names Gives what is new its name.
   * @param onKilled Called once.
   * @param onWritten Called with each file that was written or removed.
   */
  constructor(
    private readonly time: VirtualTime,
    readonly newUuid: () => string,
    private readonly onKilled: () => void,
    private readonly onWritten: (file: string) => void,
    private readonly disk: SimulatedDisk = { isFull: false },
  ) {
    this.clockAheadBy = time.clockAheadBy;
  }

  get isDead(): boolean {
    return !this.isRunning;
  }

  kill(): void {
    if (this.isRunning) {
      this.isRunning = false;
      this.onKilled();
    }
  }

  /** Kills the daemon before it next writes a file or asks Podman something, or so many acts later. */
  killAfter(acts: number): void {
    this.actsUntilKill = acts;
  }

  now(): number {
    return this.time.now + this.clockAheadBy;
  }

  clockTime(): number {
    return this.time.clock;
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  after(milliseconds: number, call: () => void): () => void {
    return this.time.after(milliseconds, () => {
      if (this.isRunning) {
        call();
      }
    });
  }

  writeWhole(file: string, content: string | Buffer): void {
    if (this.acts()) {
      if (this.disk.isFull) {
        throw Object.assign(new Error(`${path.basename(file)} cannot be written: the disk is full`), { code: "ENOSPC" });
      }
      // The simulated computer never loses its power, so nothing has to be flushed.
      thisComputer.writeWhole(file, content, { isFlushed: false });
      this.onWritten(file);
    }
  }

  removeFile(file: string): void {
    if (this.acts()) {
      thisComputer.removeFile(file);
      this.onWritten(file);
    }
  }

  /** Counts something that outlasts the daemon. @returns False where the daemon is dead. */
  acts(): boolean {
    if (this.isRunning && this.actsUntilKill-- <= 0) {
      this.kill();
    }
    return this.isRunning;
  }

  /** What is asked of the world outside: a daemon that is dead by then does not get the answer. */
  async answered<T>(answer: Promise<T>): Promise<T> {
    try {
      const given = await answer;
      return this.isRunning ? given : await never();
    } catch (error) {
      return this.isRunning ? Promise.reject(error as Error) : never();
    }
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
