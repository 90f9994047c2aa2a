import { type WriteLog, writeDaemonLog } from "./daemon-log";
import { type Computer, thisComputer } from "./computer";
import type { EventLog } from "./event-log";
import { FailureNotes } from "./failure-notes";
import { PeriodicTask, type TaskDefinition, type TaskStatus } from "./periodic-task";

/** A task that fails now and then works again once it has not failed for so long, in real milliseconds. */
const settledAfter = 10_000;

/**
 * All that the daemon does on its own, and not for a request that could be told of an error. Each task can be looked at, all of them stop
 * together, and none of them ends the daemon.
 */
export class BackgroundTasks {
  private readonly tasks = new Set<PeriodicTask>();
  private readonly stopped = new AbortController();
  /** Of what is done once and has failed, by name. */
  private readonly failing = new Map<string, FailureNotes>();

  /** @param log Where errors go with their stacks; the daemon's own log by default. */
  constructor(
    private readonly events: Pick<EventLog, "add">,
    private readonly log: WriteLog = writeDaemonLog,
    private readonly computer: Computer = thisComputer,
  ) {}

  /** Aborted when everything is stopped: for what is done once, and takes its time. */
  get stopping(): AbortSignal {
    return this.stopped.signal;
  }

  /** Begins a task, unless everything is stopped. It is run at once, and then once in its period. */
  register(definition: TaskDefinition): PeriodicTask {
    return this.begin(definition, settledAfter);
  }

  private begin(definition: TaskDefinition, settled: number): PeriodicTask {
    const task = new PeriodicTask(definition, this.notesOf(`background task "${definition.name}"`, settled), this.computer);
    if (this.stopped.signal.aborted) {
      void task.stop();
    } else {
      this.tasks.add(task);
      task.start();
    }
    return task;
  }

  /**
   * Does something once that nobody waits for. What it throws is told as with a task; whoever has it done tries again.
   * @param name What is done, for people, such as `remove web_3`.
   * @returns When it has ended, whether well.
   */
  async once(name: string, work: () => Promise<void> | void): Promise<boolean> {
    const notes = this.failing.get(name) ?? this.notesOf(name, 0);
    try {
      await work();
      notes.worked();
      this.failing.delete(name);
      return true;
    } catch (error) {
      notes.failed(error as Error);
      this.failing.set(name, notes);
      return false;
    }
  }

  /** Registers a task that is over once a run of it does not fail. */
  untilDone(definition: TaskDefinition): void {
    const run = async () => {
      await definition.run();
      void this.remove(task);
    };
    const task = this.begin({ ...definition, run }, 0);
  }

  /** Stops a task for good, and shows it no more. @returns When its run that is under way has ended. */
  async remove(task: PeriodicTask): Promise<void> {
    this.tasks.delete(task);
    await task.stop();
  }

  /** Stops every task for good. @returns When the runs that are under way have ended. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all([...this.tasks].map((task) => task.stop()));
  }

  /** The tasks, those that were registered first coming first. */
  status(): TaskStatus[] {
    return [...this.tasks].map(({ status }) => status);
  }

  private notesOf(name: string, settled: number): FailureNotes {
    return new FailureNotes(name, this.events, this.log, this.computer, settled);
  }
}
