import { declaredSetting } from "../simulate/declared-setting";
import { shapedLoad } from "../simulate/load";
import { Tally } from "../simulate/outcome";
import { simulate } from "../simulate/simulation";

const minutesOfADay = 24 * 60;
const mostSeconds = { day: 1, year: 20 };

/** Times a simulated day and a simulated year of the tier's autoscale, in this process; says what was aimed at. */
export function simulationLine(): string {
  const [day, year] = [secondsOf(minutesOfADay), secondsOf(365 * minutesOfADay)];
  const isMet = day < mostSeconds.day && year < mostSeconds.year;
  const target = `a day below ${mostSeconds.day} s, a year below ${mostSeconds.year} s`;
  return `autoscale simulated  day ${day.toFixed(2)} s, year ${year.toFixed(2)} s   target: ${target}  ${isMet ? "met" : "NOT MET"}`;
}

function secondsOf(minutes: number): number {
  const { setting, scaleOutCpuPercent } = declaredSetting("dev", {});
  const load = { ...shapedLoad("day", 20, 195), minutes };
  const tally = new Tally(scaleOutCpuPercent);
  const started = performance.now();
  for (const minute of simulate({ setting, load, initialInstances: 2, bootSeconds: 90, capacity: 100 })) {
    tally.add(minute);
  }
  return (performance.now() - started) / 1000;
}
