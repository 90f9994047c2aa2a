import type { Load } from "../load";
import type { Decision, Recording } from "../record";
import { clockOf } from "../figures";
import { element, escaped } from "./markup";
import { grid, level, line, steps, timeAxis } from "./panel";
import { type Columns, columnsOf, type Frame, highestIn, placeOfMinute, placeOfValue, roundTicks, timeTicks, wholeTicks } from "./scales";

/** One for each setting; they differ in lightness too, for those who do not see colours. */
export const colours = ["#1d5fb8", "#c2570c", "#1f8a5b", "#8b3fa8"];

const width = 1120;
const [left, right] = [56, width - 92];
const loadHeight = 110;
const cpuHeight = 120;
const instancesHeight = 84;
/** Room above a panel for what it measures, below one for times, and above a setting for its name. */
const [titleRoom, timeRoom, nameRoom] = [30, 34, 30];

/** One picture of the load, and of the CPU, the instances and the decisions of each setting, all on the same time. */
export function picture(load: Load, recordings: readonly Recording[]): string {
  const columns = columnsOf(load.minutes);
  const ticks = timeTicks(load.minutes);
  const times = (frame: Frame) => timeAxis(frame, ticks, load.minutes, (minute) => timeLabel(minute, load.minutes));
  let top = 0;
  const frameOf = (height: number): Frame => {
    const frame = { left, right, top: top + titleRoom, bottom: top + titleRoom + height };
    top = frame.bottom;
    return frame;
  };

  const loadFrame = frameOf(loadHeight);
  const parts = [loadPanel(loadFrame, columns, load), times(loadFrame)];
  top += timeRoom;
  const mostInstances = Math.max(...recordings.map(({ outcome }) => outcome.mostInstances));
  recordings.forEach((recording, index) => {
    const colour = colours[index];
    const name = `${index + 1}  ${recording.declared.title}`;
    parts.push(element("text", { class: "name", x: left, y: top + 18, fill: colour }, escaped(name)));
    top += nameRoom;
    const cpuFrame = frameOf(cpuHeight);
    parts.push(cpuPanel(cpuFrame, columns, recording, colour));
    const instancesFrame = frameOf(instancesHeight);
    parts.push(instancesPanel(instancesFrame, columns, recording, colour, mostInstances), times(instancesFrame));
    top += timeRoom;
  });
  const size = { viewBox: `0 0 ${width} ${top}`, role: "img", "aria-label": "Load, CPU and instances over time" };
  return element("svg", { xmlns: "http://www.w3.org/2000/svg", ...size }, ...parts);
}

function loadPanel(frame: Frame, columns: Columns, load: Load): string {
  const values = highestIn(columns, load.at);
  const ticks = roundTicks(values.reduce((highest, value) => Math.max(highest, value), 0));
  const highest = ticks[ticks.length - 1];
  return (
    grid(frame, { title: "Load, requests a second", ticks }) +
    element("path", { d: steps(frame, columns, values, highest, true), fill: "#dfe3e8" }) +
    element("path", { class: "line", d: steps(frame, columns, values, highest, false), stroke: "#5c6672" })
  );
}

function cpuPanel(frame: Frame, columns: Columns, { declared, cpuPercent, decisions, outcome }: Recording, colour: string): string {
  const values = highestIn(columns, (minute) => cpuPercent[minute]);
  const { scaleOutCpuPercent, scaleInCpuPercent } = declared;
  const actions = decisions.filter(({ from, to }) => from !== to);
  const marks = actions.map(({ minute }) => {
    const x = placeOfMinute(frame, minute + 1, outcome.minutes);
    return element("line", { class: "mark", x1: x, x2: x, y1: frame.top, y2: frame.bottom, stroke: colour });
  });
  return (
    grid(frame, { title: `CPU of the instances that serve, % (tinted: above ${outcome.thresholdPercent})`, ticks: [0, 25, 50, 75, 100] }) +
    overThreshold(frame, columns, values, outcome.thresholdPercent, colour) +
    marks.join("") +
    level(frame, scaleOutCpuPercent, 100, `out above ${scaleOutCpuPercent}`) +
    level(frame, scaleInCpuPercent, 100, `in below ${scaleInCpuPercent}`) +
    element("path", { class: "line", d: line(frame, columns, values, 100), stroke: colour })
  );
}

/** A tint behind the times that were over the threshold. */
function overThreshold(
  frame: Frame,
  { minutes, minutesEach }: Columns,
  values: readonly number[],
  threshold: number,
  colour: string,
): string {
  let path = "";
  values.forEach((value, column) => {
    if (value > threshold) {
      const x = placeOfMinute(frame, column * minutesEach, minutes);
      const end = placeOfMinute(frame, Math.min((column + 1) * minutesEach, minutes), minutes);
      path += `M${x.toFixed(1)} ${frame.top}H${end.toFixed(1)}V${frame.bottom}H${x.toFixed(1)}Z`;
    }
  });
  return path === "" ? "" : element("path", { d: path, fill: colour, opacity: 0.1 });
}

function instancesPanel(frame: Frame, columns: Columns, recording: Recording, colour: string, most: number): string {
  const { instances, serving, decisions, outcome } = recording;
  const ticks = wholeTicks(most);
  const highest = ticks[ticks.length - 1];
  const marks = decisions.map((decision) => {
    const x = placeOfMinute(frame, decision.minute + 1, outcome.minutes);
    return mark(decision, x, placeOfValue(frame, decision.to, highest), colour, outcome.minutes);
  });
  const all = highestIn(columns, (minute) => instances[minute]);
  const those = highestIn(columns, (minute) => serving[minute]);
  return (
    grid(frame, { title: "Instances: those that exist (line) and those that serve (area)", ticks }) +
    element("path", { d: steps(frame, columns, those, highest, true), fill: colour, opacity: 0.14 }) +
    element("path", { class: "line", d: steps(frame, columns, all, highest, false), stroke: colour }) +
    marks.join("")
  );
}

/** A dot for a scale action, a ring for a scale-in that was skipped; both say why when they are pointed at. */
function mark(decision: Decision, cx: number, cy: number, colour: string, minutes: number): string {
  const { minute, from, to, reason } = decision;
  const fill = from === to ? "white" : colour;
  const title = element("title", {}, escaped(`${clockOf(minute + 1, minutes)}: ${reason}`));
  return element("circle", { cx, cy, r: 4.5, fill, stroke: from === to ? colour : "white", "stroke-width": 1.5 }, title);
}

function timeLabel(minute: number, minutes: number): string {
  const isWholeDay = minutes > 1440 && minute % 1440 === 0;
  return isWholeDay ? `day ${minute / 1440 + 1}` : clockOf(minute, Math.min(minutes, 1440));
}
