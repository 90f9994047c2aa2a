import type { RegionContext } from "../../context";
import type { PeriodicTask } from "../../foundation/periodic-task";
import type { GuestAnswer } from "../../podman/machines/guest";

/** What an instance is asked, and how often. */
export interface Question {
  /** What asks, among the background tasks. */
  readonly name: string;
  readonly description: string;
  readonly protocol: "http" | "https" | "tcp";
  readonly port: number;
  /** With the leading slash; tcp has none. */
  readonly requestPath: string;
  /** What the asker calls itself over http. */
  readonly userAgent: string;
  /** Whom it asks for over http; by default localhost. */
  readonly host?: string;
  /** Seconds of region time from the start of one question to the start of the next. */
  readonly intervalInSeconds: number;
  /** How long an answer is waited for, in seconds of region time. */
  readonly timeoutInSeconds: number;
  /** True where the question does not get through to the instance, so that no answer comes; false by default. */
  readonly isBlocked?: boolean;
}

/** What an answer makes of what is known of an instance. */
export interface Outcome<State> {
  readonly state: State;
  /** True where those who go by the state have to look again. */
  readonly changed: boolean;
  /** What to tell people of the change. */
  readonly event?: string;
}

/** At high speed factors a fast answer still needs its time. */
const minimumTimeoutInMilliseconds = 1000;

/**
 * Asks one port of one instance again and again, for as long as its machine is there, and keeps what the answers come to. Load balancers'
 * probes and the health extension ask alike; they differ in what they make of the answers.
 */
export class InstanceAsker<State> {
  private asked = false;
  private readonly task: PeriodicTask;

  /**
   * @param current What is known before the first answer.
   * @param take What an answer makes of it.
   * @param onChange Called after each answer that has changed something.
   */
  constructor(
    private readonly region: RegionContext,
    private readonly instance: string,
    private readonly question: Question,
    private current: State,
    private readonly take: (state: State, answer: GuestAnswer) => Outcome<State> | Promise<Outcome<State>>,
    private readonly onChange: () => void,
  ) {
    const { name, description, intervalInSeconds } = question;
    this.task = region.tasks.register({
      name: `${name} of ${instance}`,
      description,
      periodInMilliseconds: region.clock.realLength(intervalInSeconds * 1000),
      run: () => this.ask(),
    });
  }

  get state(): State {
    return this.current;
  }

  /** True once the state is from an answer, or the lack of one, and not from the beginning. */
  get hasAsked(): boolean {
    return this.asked;
  }

  /** @returns When the question that is under way has ended. */
  stop(): Promise<void> {
    return this.region.tasks.remove(this.task);
  }

  private async ask(): Promise<void> {
    const { state, changed, event } = await this.take(this.current, await this.answer());
    this.current = state;
    this.asked = true;
    if (event !== undefined) {
      this.region.events.add(this.instance, event);
    }
    if (changed) {
      this.onChange();
    }
  }

  private answer(): Promise<GuestAnswer> {
    const { protocol, port, requestPath, userAgent, host, timeoutInSeconds, isBlocked } = this.question;
    if (isBlocked) {
      return Promise.resolve({ kind: "no answer" });
    }
    const { clock, machines } = this.region;
    const timeoutInMilliseconds = Math.max(clock.realLength(timeoutInSeconds * 1000), minimumTimeoutInMilliseconds);
    return machines.ask(this.instance, { protocol, port, path: requestPath, userAgent, host, timeoutInMilliseconds });
  }
}
