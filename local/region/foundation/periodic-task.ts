import type { Computer } from "./computer";
import type { FailureNotes } from "./failure-notes";
import { untilNextRun } from "./period";

/** What is done again and again in the background. */
export interface TaskDefinition {
  /** For people, such as `write metrics`. */
  readonly name: string;
  /** What a run does, and for what. */
  readonly description: string;
  /** From the start of one run to the start of the next, in real milliseconds. */
  readonly periodInMilliseconds: number;
  /**
   * One run. What it throws is reported. The next run then comes when the period says, and after each further failure twice as late, up to
   * ten seconds.
   * @returns How long to wait for the next run, in real milliseconds, where that is not for the period to say.
   */
  readonly run: () => Promise<number | void> | number | void;
}

/** A task as it is at one moment. */
export interface TaskStatus extends Omit<TaskDefinition, "run"> {
  /** The last run that ended; absent before the first has. Both in real milliseconds. */
  readonly lastRun?: { readonly startedAt: number; readonly duration: number };
  /** True where the last run has failed. */
  readonly isFailing: boolean;
  /** What the last run that failed has thrown, and when it began; absent where none has. */
  readonly lastError?: { readonly startedAt: number; readonly message: string };
  /** When the next run begins, in real milliseconds; absent while one is under way. */
  readonly nextRunAt?: number;
}

/** The longest pause after a failure, unless the period is longer; in real milliseconds. */
const maximumBackoff = 10_000;

/** Runs a task again and again until it is stopped. */
export class PeriodicTask {
  private isStopped = false;
  private isTriggered = false;
  private wake: (() => void) | undefined;
  private begun = 0;
  private waiting: { readonly run: number; readonly resolve: () => void }[] = [];
  private lastRun: TaskStatus["lastRun"];
  private lastError: TaskStatus["lastError"];
  /** How many runs have failed since the last that did not. */
  private failures = 0;
  private nextRunAt: number | undefined;
  private runs = Promise.resolve();

  /** @param notes Told what came of each run. */
  constructor(
    private readonly definition: TaskDefinition,
    private readonly notes: Pick<FailureNotes, "failed" | "worked">,
    private readonly computer: Computer,
  ) {}

  /** Begins the first run now. A task that was stopped does not begin any more. */
  start(): void {
    if (!this.isStopped) {
      this.runs = this.repeat();
    }
  }

  /** Has no run begin any more. @returns When the run that is under way has ended, so a run must not wait for it. */
  stop(): Promise<void> {
    this.isStopped = true;
    this.trigger();
    return this.runs;
  }

  /** Has the next run begin now. A run that is under way is followed by another at once, as it may have looked too early. */
  trigger(): void {
    this.isTriggered = true;
    this.wake?.();
  }

  /** Triggers a run, and waits for its end, or for that of the last one where the task is stopped. */
  nextRun(): Promise<void> {
    if (this.isStopped) {
      return this.runs;
    }
    const run = this.begun + 1;
    const ended = new Promise<void>((resolve) => this.waiting.push({ run, resolve }));
    this.trigger();
    return ended;
  }

  /** Why the last run failed; undefined where it did not. */
  get failure(): string | undefined {
    return this.failures > 0 ? this.lastError?.message : undefined;
  }

  get status(): TaskStatus {
    const { name, description, periodInMilliseconds } = this.definition;
    return {
      name,
      description,
      periodInMilliseconds,
      isFailing: this.failures > 0,
      ...(this.nextRunAt !== undefined && { nextRunAt: this.nextRunAt }),
      ...(this.lastRun && { lastRun: this.lastRun }),
      ...(this.lastError && { lastError: this.lastError }),
    };
  }

  private async repeat(): Promise<void> {
    while (!this.isStopped) {
      this.isTriggered = false;
      this.nextRunAt = undefined;
      this.begun++;
      const pause = await this.runOnce();
      this.tellWaiting(this.begun);
      if (!this.isTriggered) {
        await this.wait(pause);
      }
    }
    this.tellWaiting(Infinity);
  }

  /** @returns How long to wait for the next run. */
  private async runOnce(): Promise<number> {
    const { run, periodInMilliseconds } = this.definition;
    const startedAt = this.computer.now();
    let pause: number | void = undefined;
    try {
      pause = await run();
      this.failures = 0;
      this.notes.worked();
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      this.failures++;
      this.lastError = { startedAt, message: error.message };
      this.notes.failed(error);
    }
    const endedAt = this.computer.now();
    this.lastRun = { startedAt, duration: endedAt - startedAt };
    return Math.max(this.backoff, pause ?? untilNextRun(startedAt, periodInMilliseconds, endedAt));
  }

  /** How long to wait at least, as the last runs have failed. */
  private get backoff(): number {
    const { periodInMilliseconds } = this.definition;
    return this.failures < 2 ? 0 : Math.min(periodInMilliseconds * 2 ** (this.failures - 1), maximumBackoff);
  }

  private tellWaiting(ended: number): void {
    this.waiting.filter(({ run }) => run <= ended).forEach(({ resolve }) => resolve());
    this.waiting = this.waiting.filter(({ run }) => run > ended);
  }

  private wait(pause: number): Promise<void> {
    this.nextRunAt = this.computer.now() + pause;
    return new Promise((resolve) => {
      const callOff = this.computer.after(pause, resolve);
      this.wake = () => {
        callOff();
        resolve();
      };
    });
  }
}
