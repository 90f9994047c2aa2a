import { logFailure, type WriteLog, writeDaemonLog } from "./daemon-log";
import { type Computer, thisComputer } from "./computer";
import type { EventLog } from "./event-log";
import { PeriodicTask, type TaskDefinition, type TaskStatus } from "./periodic-task";

/** All that the daemon does again and again on its own. Each task can be looked at, and all of them stop together. */
export class BackgroundTasks {
  private readonly tasks = new Set<PeriodicTask>();
  private readonly stopped = new AbortController();

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
    const task = new PeriodicTask(definition, (error) => this.report(definition.name, error), this.computer);
    if (this.stopped.signal.aborted) {
      void task.stop();
    } else {
      this.tasks.add(task);
      task.start();
    }
    return task;
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

  /** A failure that cannot even be told, as on a full disk, must not end what failed. */
  private report(name: string, error: Error): void {
    logFailure(this.log, `background task "${name}"`, error);
    try {
      this.events.add("region", `background task "${name}" failed: ${error.message}`);
    } catch (unwritten) {
      logFailure(this.log, "writing an event", unwritten as Error);
    }
  }
}
