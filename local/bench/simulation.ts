import { declaredSetting } from "../simulate/declared-setting";
import { shapedLoad } from "../simulate/load";
import { Tally } from "../simulate/outcome";
import { simulate } from "../simulate/simulation";
import { atMost, type Figure } from "./figure";

const minutesOfADay = 24 * 60;
/** Times a simulated day and a simulated year of the tier's autoscale, in this process. */
export function measureSimulation(): Figure[] {
  return [
    atMost("autoscale simulated for a day", secondsOf(minutesOfADay), 1, " s", 2),
    atMost("autoscale simulated for a year", secondsOf(365 * minutesOfADay), 20, " s", 2),
  ];
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
