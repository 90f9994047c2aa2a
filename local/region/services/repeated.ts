/** Does something again and again until it is stopped. */
export class Repeated {
  private stopped = false;
  private wake: (() => void) | undefined;

  /** @param turn One turn; it returns how long to wait for the next, in real milliseconds. It must not throw. */
  constructor(private readonly turn: () => Promise<number>) {
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.hurry();
  }

  /** Ends the wait for the next turn. */
  hurry(): void {
    this.wake?.();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const pause = await this.turn();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
