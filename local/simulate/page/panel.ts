import { element, escaped, short } from "./markup";
import { type Columns, type Frame, placeOfMinute, placeOfValue } from "./scales";

/** A vertical axis: what it measures, and the values that are written beside it. */
export interface Axis {
  readonly title: string;
  /** The last one is the top of the panel. */
  readonly ticks: readonly number[];
}

/** The lines and numbers behind a panel's data. */
export function grid(frame: Frame, { title, ticks }: Axis): string {
  const { left, right, top } = frame;
  const highest = ticks[ticks.length - 1];
  const lines = ticks.map((tick) => {
    const y = placeOfValue(frame, tick, highest);
    return (
      element("line", { class: "grid", x1: left, x2: right, y1: y, y2: y }) +
      element("text", { class: "tick", x: left - 8, y: y + 3.5, "text-anchor": "end" }, String(tick))
    );
  });
  return element("text", { class: "axis", x: left, y: top - 13 }, escaped(title)) + lines.join("");
}

/** The times below a panel. */
export function timeAxis(frame: Frame, ticks: readonly number[], minutes: number, label: (minute: number) => string): string {
  const marks = ticks.map((minute) => {
    const x = placeOfMinute(frame, minute, minutes);
    return (
      element("line", { class: "grid", x1: x, x2: x, y1: frame.bottom, y2: frame.bottom + 4 }) +
      element("text", { class: "tick", x, y: frame.bottom + 16, "text-anchor": "middle" }, label(minute))
    );
  });
  return marks.join("");
}

/** Values by columns as steps, in a line or, closed at the bottom, as an area. */
export function steps(
  frame: Frame,
  { minutes, minutesEach }: Columns,
  values: readonly number[],
  highest: number,
  isArea: boolean,
): string {
  let path = "";
  let last: string | undefined;
  values.forEach((value, column) => {
    const x = short(placeOfMinute(frame, column * minutesEach, minutes));
    const y = short(placeOfValue(frame, value, highest));
    if (y !== last) {
      path += last === undefined ? `M${x} ${y}` : `H${x}V${y}`;
      last = y;
    }
  });
  path += `H${short(frame.right)}`;
  return isArea ? `${path}V${short(frame.bottom)}H${short(frame.left)}Z` : path;
}

/** Values by columns as a line from one to the next. */
export function line(frame: Frame, { minutes, minutesEach }: Columns, values: readonly number[], highest: number): string {
  return values
    .map((value, column) => {
      const x = placeOfMinute(frame, (column + 0.5) * minutesEach, minutes);
      return `${column === 0 ? "M" : "L"}${short(Math.min(x, frame.right))} ${short(placeOfValue(frame, value, highest))}`;
    })
    .join("");
}

/** A level across a panel, with its name at the right of it. */
export function level(frame: Frame, value: number, highest: number, name: string): string {
  const y = placeOfValue(frame, value, highest);
  return (
    element("line", { class: "level", x1: frame.left, x2: frame.right, y1: y, y2: y }) +
    element("text", { class: "tick", x: frame.right + 6, y: y + 3.5 }, escaped(name))
  );
}
