import { cpuCreditsOf } from "../../../azure/facts/size-credits";
import type { Schedules } from "../../schedules";
import type { Values } from "../declarations";
import { isScaled } from "./instances";

/**
 * Whether autoscale sees the load of instances that are out of CPU credits: their CPU stays at the baseline, however much is asked of them,
 * and at or below the lower threshold looks like idleness.
 */
export function warnOfBaseline(values: Values, schedules: Schedules, warnings: string[]): void {
  const { vmSize, scaleOutCpuPercent, scaleInCpuPercent } = values;
  const baseline = cpuCreditsOf(vmSize)?.baselinePercent;
  if (baseline === undefined || baseline > scaleOutCpuPercent || !isScaled(values, schedules)) {
    return;
  }
  const consequence =
    baseline <= scaleInCpuPercent
      ? `its CPU never passes scaleOutCpuPercent, which is ${scaleOutCpuPercent}, and looks idle to scaleInCpuPercent, which is ${scaleInCpuPercent}: an overloaded tier loses instances`
      : `its CPU never passes scaleOutCpuPercent, which is ${scaleOutCpuPercent}: an overloaded tier stays as it is`;
  warnings.push(
    `vmSize ${vmSize}: an instance without CPU credits is held at ${baseline} %, so that ${consequence}. Choose a size without credits, such as Standard_D2as_v5, or a scaleOutCpuPercent below ${baseline}; make simulate SIZE=${vmSize} shows when the credits are gone.`,
  );
}
