import * as path from "node:path";
import { type Computer, thisComputer } from "./computer";
import { holding, readKept, restoreOrEnd } from "./kept-file";

/** A moment at which region time and real time are known together; as it is kept, the real time is what the computer's clock shows. */
interface Anchor {
  readonly real: number;
  readonly region: number;
  readonly speedFactor: number;
}

const defaultSpeedFactor = 10;

/** A computer's clock shows whole milliseconds: less has passed between two looks than their difference and one more. */
const unseen = 1;

const asAnchor = holding<Anchor>("clock", {
  real: Number.isFinite,
  region: Number.isFinite,
  speedFactor: (value) => Number.isFinite(value) && Number(value) > 0,
});

/**
 * The region's time, in milliseconds. It runs `speedFactor` times as fast as real time, so that a grace period of ten minutes can
 * be watched; it goes on where it was when the daemon starts again, and jumps neither when the factor changes nor when somebody sets the
 * computer's clock. Between two daemons it has run on with that clock, and not back by more than what was not {@link keep kept}.
 */
export class Clock {
  private constructor(
    private readonly file: string,
    private readonly anchor: Anchor,
    private readonly computer: Computer,
  ) {}

  /**
   * @param folder Where the clock is kept between two runs of the daemon.
   * @param speedFactor As it was, and 10 at first, unless it is given.
   * @throws Error where what was kept is damaged; it names the file and says what to do.
   */
  static open(folder: string, speedFactor?: number, computer = thisComputer): Clock {
    const file = path.join(folder, "clock.json");
    const kept = readKept(file, restoreOrEnd, asAnchor);
    const real = computer.clockTime();
    const region = kept ? kept.region + Math.max(0, real - kept.real + unseen) * kept.speedFactor : real;
    const anchor = { real: computer.now(), region, speedFactor: speedFactor ?? kept?.speedFactor ?? defaultSpeedFactor };
    const clock = new Clock(file, anchor, computer);
    if (kept?.speedFactor !== anchor.speedFactor) {
      clock.keep(true);
    }
    return clock;
  }

  get speedFactor(): number {
    return this.anchor.speedFactor;
  }

  now(): number {
    return this.anchor.region + (this.computer.now() - this.anchor.real) * this.anchor.speedFactor;
  }

  /**
   * Keeps the time for the next daemon.
   * @param isFlushed Whether it must outlast a computer that loses its power just after.
   */
  keep(isFlushed = false): void {
    const anchor: Anchor = { real: this.computer.clockTime(), region: this.now(), speedFactor: this.speedFactor };
    this.computer.writeWhole(this.file, JSON.stringify(anchor), { isFlushed });
  }

  /** How long a length of region time is in real time; both in milliseconds. */
  realLength(length: number): number {
    return length / this.anchor.speedFactor;
  }

  /** The real moment of a moment of region time: what the clocks of machines show then, as they are set now. */
  toDate(time: number): Date {
    return new Date(this.computer.clockTime() + this.realLength(time - this.now()));
  }
}
