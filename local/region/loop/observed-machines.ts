import type { RegionContext } from "../context";
import type { Machine } from "../podman/machines/machine";

/** How long to wait at least between two questions while something is under way, and at most; in real milliseconds. */
const shortestPause = 200;
const longestPause = 1000;
/** Where Podman is slow to answer, the computer has other things to do: asking takes no more than a fifth of the time. */
const pausePerAnswer = 4;
/** How often Podman is asked while nothing is under way and every machine answers as before, in real milliseconds. */
const refreshPeriod = 60_000;

/** The machines as Podman had them when it was asked last. */
export class ObservedMachines {
  /** Those that have not been removed since. */
  all: readonly Machine[] = [];
  /** When Podman was asked, in real milliseconds. */
  observedAt = 0;
  private answerTook = 0;
  private isOutdated = false;

  constructor(private readonly region: Pick<RegionContext, "machines" | "computer">) {}

  /** Something says that a machine has changed, so Podman is asked at the next look. */
  outdate(): void {
    this.isOutdated = true;
  }

  /** Asks Podman while something is under way, and now and then otherwise. */
  async look(isUnderWay: boolean): Promise<void> {
    const now = this.region.computer.now();
    if (isUnderWay || this.isOutdated || now - this.observedAt > refreshPeriod) {
      this.isOutdated = false;
      this.all = await this.region.machines.list();
      this.observedAt = now;
      this.answerTook = this.region.computer.now() - now;
    }
  }

  /** How long to wait for the next look while something is under way, in real milliseconds. */
  get pause(): number {
    return Math.min(Math.max(shortestPause, pausePerAnswer * this.answerTook), longestPause);
  }
}
