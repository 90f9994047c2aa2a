import { setImmediate } from "node:timers/promises";

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/** Time that passes only when it is let pass, from one timer to the next. In real milliseconds of the simulated computer. */
export class VirtualTime {
  /** In the order in which they fire; of those that fire together, the first that was set comes first. */
  private timers: Timer[] = [];

  /** How far the clock is ahead that people set, in milliseconds. */
  clockAheadBy = 0;

  constructor(public now: number) {}

  /** What the simulated computer's clock shows. */
  get clock(): number {
    return this.now + this.clockAheadBy;
  }

  /** Calls once, later. @returns What calls that off. */
  after(milliseconds: number, call: () => void): () => void {
    const timer = { at: this.now + Math.max(0, milliseconds), call };
    const later = this.timers.findIndex(({ at }) => at > timer.at);
    this.timers.splice(later === -1 ? this.timers.length : later, 0, timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /**
   * Lets time pass until something holds.
   * @param isThere Asked after each timer, when all that follows from it has been done.
   * @returns False where the time was over before.
   */
  async passUntil(isThere: () => boolean, maximumMilliseconds: number): Promise<boolean> {
    const end = this.now + maximumMilliseconds;
    await setImmediate();
    while (!isThere()) {
      const [next] = this.timers;
      if (next === undefined || next.at > end) {
        this.now = end;
        return false;
      }
      this.timers.shift();
      this.now = Math.max(this.now, next.at);
      next.call();
      // What is simulated waits for nothing but this time, so a turn of the event loop ends all that the timer has begun.
      await setImmediate();
    }
    return true;
  }

  async pass(milliseconds: number): Promise<void> {
    await this.passUntil(() => false, milliseconds);
  }
}
