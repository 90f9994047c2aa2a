import { logFailure, type WriteLog } from "./daemon-log";
import type { Computer } from "./computer";
import type { EventLog } from "./event-log";

/** So many reasons are told of one failure; they are the same where only their numbers differ. */
const maximumReasons = 5;

/** Tells people of something that is tried again and again and fails: once that it does, once of each reason, and once that it works again. */
export class FailureNotes {
  private readonly told = new Set<string>();
  private failedAt = 0;

  /**
   * @param name What is tried, such as `background task "reconcile"`.
   * @param log Where errors go with their stacks.
   * @param settledAfter That something works again is told so long after its last failure, in real milliseconds: what works now and then still fails.
   */
  constructor(
    private readonly name: string,
    private readonly events: Pick<EventLog, "add">,
    private readonly log: WriteLog,
    private readonly computer: Computer,
    private readonly settledAfter: number,
  ) {}

  failed(error: Error): void {
    this.failedAt = this.computer.now();
    const reason = error.message.replace(/\d+/g, "#");
    if (!this.told.has(reason) && this.told.size < maximumReasons) {
      this.told.add(reason);
      logFailure(this.log, this.name, error);
      this.events.add("region", `${this.name} failed: ${error.message}`);
    }
  }

  worked(): void {
    if (this.told.size > 0 && this.computer.now() - this.failedAt >= this.settledAfter) {
      this.told.clear();
      this.events.add("region", `${this.name} works again`);
    }
  }
}
