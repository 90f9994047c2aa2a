import { expectedValue, hardestScaleIn, valueBefore } from "../../../azure/facts/flapping";
import { isManagedImage } from "../../../azure/facts/image-ids";
import { maximumInstances, maximumInstancesOfManagedImage } from "../../../azure/facts/scale-set-limits";
import { isFixed, type Capacity, type Schedules } from "../../schedules";
import { settingsNamespace, type Values } from "../declarations";
import type { Problems } from "../problems";

/** Where each count of a capacity is set, for messages. */
export type CapacityPaths = Readonly<Record<keyof Capacity, string>>;

export function usualCapacity(values: Values): Capacity {
  return { minimum: values.minimumInstances, default: values.defaultInstances, maximum: values.maximumInstances };
}

export const usualCapacityPaths: CapacityPaths = {
  minimum: `${settingsNamespace}:minimumInstances`,
  default: `${settingsNamespace}:defaultInstances`,
  maximum: `${settingsNamespace}:maximumInstances`,
};

/** The most instances of one scale set: fewer with a managed image. */
export function mostInstances(imageId: string): number {
  return isManagedImage(imageId) ? maximumInstancesOfManagedImage : maximumInstances;
}

/**
 * Range and order of the counts. Azure allows a minimum of 0, but a site without instances sees no load, and so never gets one again.
 */
export function checkCapacity(capacity: Capacity, paths: CapacityPaths, most: number, problems: Problems): void {
  const { minimum, default: usual, maximum } = capacity;
  for (const count of ["minimum", "default", "maximum"] as const) {
    if (capacity[count] < 1 || capacity[count] > most) {
      problems.addAt(
        paths[count],
        capacity[count],
        `1 to ${most}`,
        `choose a number in this range; only a gallery image allows ${maximumInstances}`,
      );
    }
  }
  if (minimum > maximum) {
    problems.addAt(paths.minimum, minimum, `at most ${paths.maximum}, which is ${maximum}`, "lower it, or raise the maximum");
  } else if (usual < minimum || usual > maximum) {
    problems.addAt(paths.default, usual, `minimum to maximum, ${minimum} to ${maximum}`, "choose a number between the two");
  }
}

/** The two thresholds against each other, for every number of instances that can be scaled in, and the alert's against them. */
export function checkThresholds(values: Values, schedules: Schedules, problems: Problems): void {
  const { scaleInCpuPercent, scaleOutCpuPercent, cpuAlertPercent } = values;
  if (scaleInCpuPercent >= scaleOutCpuPercent) {
    problems.add("scaleInCpuPercent", scaleInCpuPercent, `less than scaleOutCpuPercent, which is ${scaleOutCpuPercent}`, "lower it");
  } else {
    checkFlapping(values, schedules, problems);
  }
  if (cpuAlertPercent < scaleOutCpuPercent) {
    problems.add(
      "cpuAlertPercent",
      cpuAlertPercent,
      `scaleOutCpuPercent or more, which is ${scaleOutCpuPercent}`,
      "raise it; the alert is for load that autoscale does not take care of",
    );
  }
}

/** Predictive autoscale goes by the rule that scales out, which there is only where there is something to scale. */
export function checkPrediction(values: Values, schedules: Schedules, problems: Problems): void {
  if (values.predictiveScaling !== "Disabled" && !isScaled(values, schedules)) {
    problems.add(
      "predictiveScaling",
      values.predictiveScaling,
      "Disabled where the number of instances is fixed, at all times",
      "raise maximumInstances, or leave this out",
    );
  }
}

/** Whether there is ever anything to scale. */
export function isScaled(values: Values, schedules: Schedules): boolean {
  return !allCapacities(values, schedules).every(isFixed);
}

function allCapacities(values: Values, { weekly, dated }: Schedules): Capacity[] {
  return [usualCapacity(values), ...[...weekly, ...dated].map(({ capacity }) => capacity)];
}

/** Autoscale removes one instance at a time, and the load of the last one to go falls on the fewest: so that is the one to look at. */
function checkFlapping(values: Values, schedules: Schedules, problems: Problems): void {
  const { scaleInCpuPercent, scaleOutCpuPercent } = values;
  const [undone] = allCapacities(values, schedules)
    .flatMap(({ minimum, maximum }) => hardestScaleIn(minimum, maximum, 1) ?? [])
    .filter((scaleIn) => expectedValue(scaleInCpuPercent, scaleIn) >= scaleOutCpuPercent)
    .sort((one, other) => one.from - other.from);
  if (undone === undefined) {
    return;
  }
  const { from, to } = undone;
  const after = Math.round(expectedValue(scaleInCpuPercent, undone));
  const highest = Math.ceil(valueBefore(scaleOutCpuPercent, undone)) - 1;
  problems.add(
    "scaleInCpuPercent",
    scaleInCpuPercent,
    `a scale-in that is not undone: from ${from} to ${to} instances, ${scaleInCpuPercent} % becomes ${after} %, and scaleOutCpuPercent is ${scaleOutCpuPercent}`,
    highest > 0 ? `lower it to ${highest} or less, or raise scaleOutCpuPercent` : "raise scaleOutCpuPercent",
  );
}
