import { WrongOption } from "./wrong-option";

/** The load on the tier over time. */
export interface Load {
  readonly title: string;
  /** How long it lasts. */
  readonly minutes: number;
  /** Requests a second in a minute, from 0 on. */
  readonly at: (minute: number) => number;
}

/** From 0, the lowest point of a shape, to 1, its highest. */
type Height = (minute: number) => number;

const hour = 60;

/** Between its points a shape is a straight line. */
function lineThrough(...points: readonly (readonly [minute: number, height: number])[]): Height {
  return (minute) => {
    const next = points.findIndex(([time]) => time > minute);
    if (next <= 0) {
      return points[next === 0 ? 0 : points.length - 1][1];
    }
    const [[from, low], [to, high]] = [points[next - 1], points[next]];
    return low + ((high - low) * (minute - from)) / (to - from);
  };
}

/** A hill with its top at an hour of the day, which it comes to and leaves in the same way. */
function hill(topHour: number, widthHours: number): Height {
  return (minute) => Math.exp(-(((minute / hour - topHour) / widthHours) ** 2));
}

const morning = hill(10.5, 3);
const evening = hill(20, 2.5);

const shapes: Record<string, { minutes: number; height: Height }> = {
  step: { minutes: 2 * hour, height: (minute) => (minute >= 15 && minute < 75 ? 1 : 0) },
  ramp: { minutes: 4 * hour, height: lineThrough([15, 0], [75, 1], [120, 1], [180, 0]) },
  spike: { minutes: 90, height: (minute) => (minute >= 20 && minute < 30 ? 1 : 0) },
  day: { minutes: 24 * hour, height: (minute) => Math.min(1, 0.75 * morning(minute % (24 * hour)) + evening(minute % (24 * hour))) },
};

export const shapeNames = Object.keys(shapes);

/** A load of one of the named shapes. @param lowest, highest Requests a second. */
export function shapedLoad(name: string, lowest: number, highest: number): Load {
  if (!Object.hasOwn(shapes, name)) {
    throw new WrongOption("LOAD", name, `${shapeNames.join(", ")}, or the path of a CSV file`, "for example: make simulate LOAD=step");
  }
  const { minutes, height } = shapes[name];
  const range = `${readable(lowest)} to ${readable(highest)} requests a second`;
  return { title: `${name}, ${range}`, minutes, at: (minute) => lowest + (highest - lowest) * height(minute) };
}

function readable(value: number): string {
  return String(Math.round(value * 10) / 10);
}
