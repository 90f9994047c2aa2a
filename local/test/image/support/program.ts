import { type ChildProcess, spawn } from "node:child_process";
import * as path from "node:path";
import { createInterface } from "node:readline";

const image = path.join(__dirname, "../../../../image");

/** One of the image's programs, started as an instance starts it. */
export class Program {
  readonly output: string[] = [];
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  /** @param file below image/, such as `application/main.js` */
  constructor(file: string, environment: Record<string, string>) {
    this.child = spawn(process.execPath, [path.join(image, file)], { env: { PATH: process.env.PATH, ...environment } });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      createInterface({ input: stream }).on("line", (line) => this.output.push(line));
    }
    this.ended = new Promise((resolve) => this.child.once("exit", resolve));
  }

  get id(): number {
    return this.child.pid!;
  }

  /** Waits for a line of output that matches. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    return until(
      () => this.output.map((line) => pattern.exec(line)).find((match) => match !== null),
      () => `a line like ${pattern}; it said:\n${this.output.join("\n")}`,
    );
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async remove(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}

const patienceInMilliseconds = 25_000;

/**
 * Asks again and again until there is an answer.
 *
 * @param missing what is waited for, and what is known of it, for whom it does not come
 */
export async function until<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  missing: () => string = () => `an answer of ${ask}`,
): Promise<T> {
  for (const deadline = Date.now() + patienceInMilliseconds; Date.now() < deadline;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited ${patienceInMilliseconds / 1000} s for ${missing()}`);
}
