import * as crypto from "node:crypto";
import * as fs from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { writeWhole, type WholeFileOptions } from "./whole-file";

/**
 * What the region takes from the computer that it runs on: its time, its disk and its chance. Another one than {@link thisComputer} stands in
 * where the region is simulated. All times are real time, in milliseconds.
 */
export interface Computer {
  /** What lengths of time are measured by. It never jumps; it begins as {@link clockTime}, and not when somebody sets the clock. */
  now(): number;
  /** What the computer's clock shows, and the clocks of machines: since the beginning of 1970. It jumps when somebody sets it. */
  clockTime(): number;
  wait(milliseconds: number): Promise<void>;
  /** Calls once, later. @returns What calls that off. */
  after(milliseconds: number, call: () => void): () => void;
  /** As {@link writeWhole}. */
  writeWhole(file: string, content: string | Buffer, options: WholeFileOptions): void;
  /** Removes a file; one that is not there is no error. */
  removeFile(file: string): void;
  /** An identifier that nothing else has. */
  newUuid(): string;
}

export const thisComputer: Computer = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  clockTime: () => Date.now(),
  wait: (milliseconds) => wait(milliseconds),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  writeWhole,
  removeFile: (file) => fs.rmSync(file, { force: true }),
  newUuid: () => crypto.randomUUID(),
};
