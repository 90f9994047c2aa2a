/** Does something again and again until it is stopped. */
export class Repeated {
  private isStopped = false;
  private isHurried = false;
  private wake: (() => void) | undefined;

  /** @param turn One turn; it returns how long to wait for the next, in real milliseconds. It must not throw. */
  constructor(private readonly turn: () => Promise<number>) {
    void this.run();
  }

  stop(): void {
    this.isStopped = true;
    this.hurry();
  }

  /** Ends the wait for the next turn. A turn that is under way is followed by another at once, as it may have looked too early. */
  hurry(): void {
    this.isHurried = true;
    this.wake?.();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      this.isHurried = false;
      const pause = await this.turn();
      if (!this.isHurried) {
        await this.wait(pause);
      }
    }
  }

  private wait(pause: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
