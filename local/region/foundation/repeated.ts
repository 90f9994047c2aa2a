/** Does something again and again until it is stopped. */
export class Repeated {
  private isStopped = false;
  private isHurried = false;
  private wake: (() => void) | undefined;
  private begun = 0;
  private waiting: { readonly turn: number; readonly resolve: () => void }[] = [];

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

  /** Waits for the end of a turn that begins after this call, and hurries it. */
  another(): Promise<void> {
    const turn = this.begun + 1;
    const ended = new Promise<void>((resolve) => this.waiting.push({ turn, resolve }));
    this.hurry();
    return ended;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      this.isHurried = false;
      this.begun++;
      const pause = await this.turn();
      this.tellWaiting(this.begun);
      if (!this.isHurried) {
        await this.wait(pause);
      }
    }
    this.tellWaiting(Infinity);
  }

  private tellWaiting(ended: number): void {
    this.waiting.filter(({ turn }) => turn <= ended).forEach(({ resolve }) => resolve());
    this.waiting = this.waiting.filter(({ turn }) => turn > ended);
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
