import * as fs from "node:fs";
import * as path from "node:path";
import { type Computer, thisComputer } from "./computer";

/** A moment at which region time and real time are known together. */
interface Anchor {
  readonly real: number;
  readonly region: number;
  readonly speedFactor: number;
}

const defaultSpeedFactor = 10;

/**
 * The region's time, in milliseconds. It runs `speedFactor` times as fast as real time, so that a grace period of ten minutes can
 * be watched; it goes on where it was when the daemon starts again, and never jumps when the factor changes.
 */
export class Clock {
  private constructor(
    private readonly anchor: Anchor,
    private readonly computer: Computer,
  ) {}

  /**
   * @param folder Where the clock is kept between two runs of the daemon.
   * @param speedFactor As it was, and 10 at first, unless it is given.
   */
  static open(folder: string, speedFactor?: number, computer = thisComputer): Clock {
    const file = path.join(folder, "clock.json");
    const real = computer.now();
    const kept = fs.existsSync(file) ? new Clock(JSON.parse(fs.readFileSync(file, "utf8")) as Anchor, computer) : undefined;
    if (kept && (speedFactor === undefined || speedFactor === kept.speedFactor)) {
      return kept;
    }
    const anchor: Anchor = { real, region: kept?.now() ?? real, speedFactor: speedFactor ?? defaultSpeedFactor };
    computer.writeWhole(file, JSON.stringify(anchor), { isFlushed: true });
    return new Clock(anchor, computer);
  }

  get speedFactor(): number {
    return this.anchor.speedFactor;
  }

  now(): number {
    return this.anchor.region + (this.computer.now() - this.anchor.real) * this.anchor.speedFactor;
  }

  /** How long a length of region time is in real time; both in milliseconds. */
  realLength(length: number): number {
    return length / this.anchor.speedFactor;
  }

  /** The real moment of a moment of region time: what the clocks of machines show. */
  toDate(time: number): Date {
    return new Date(this.anchor.real + this.realLength(time - this.anchor.region));
  }
}
