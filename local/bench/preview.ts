import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Stack } from "../test/engine/support/stack";
import { LargestProcess } from "./largest-process";

/** A program that is measured, and how the engine runs it. */
export interface Program {
  readonly title: string;
  readonly stack: Stack;
  readonly env: NodeJS.ProcessEnv;
}

/** How often the memory of the processes is looked at, in milliseconds. */
const samplingInterval = 20;

/** Previews a program, and gives the seconds that it took. */
export async function previewInPeace(program: Program): Promise<number> {
  const started = performance.now();
  await finished(program, start(program));
  return (performance.now() - started) / 1000;
}

/** Previews a program, and gives the peak memory of its largest process, in MB. */
export async function watchedPreview(program: Program): Promise<number> {
  const preview = start(program);
  const largest = new LargestProcess(preview.pid ?? 0);
  const sampling = setInterval(() => largest.sample(), samplingInterval);
  try {
    await finished(program, preview);
  } finally {
    clearInterval(sampling);
  }
  return largest.megabytes;
}

function start({ stack, env }: Program) {
  const [command, ...args] = stack.commandLine("preview");
  return spawn(command, args, { env, stdio: "ignore" });
}

async function finished({ title }: Program, preview: ReturnType<typeof start>): Promise<void> {
  const [status] = (await once(preview, "exit")) as [number | null];
  if (status !== 0) {
    throw new Error(`the preview of ${title} failed`);
  }
}
