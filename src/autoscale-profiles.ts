import type { Input } from "@pulumi/pulumi";
import type { input } from "@pulumi/azure-native/types";
import type { Weekday } from "../azure/facts/autoscale-limits";
import { clockTime, endDays, isFixed, type Capacity, type Schedules, type WeeklySchedule } from "./schedules";

type Profile = input.monitor.AutoscaleProfileArgs;
type Rule = input.monitor.ScaleRuleArgs;

/** When autoscale adds and removes an instance. */
export interface CpuRules {
  /** Average CPU, in percent, above which an instance is added. */
  readonly scaleOutCpuPercent: number;
  /** Average CPU, in percent, below which an instance is removed. */
  readonly scaleInCpuPercent: number;
  /** Time over which the CPU is averaged, in ISO 8601. */
  readonly window: string;
  /** Time after a scale action in which there is no other, in ISO 8601. */
  readonly cooldown: string;
}

/**
 * The profiles of an autoscale setting: one for the usual capacity, one for each schedule, and after each weekly one the usual capacity
 * again. All have the same two rules, but where the number of instances is fixed: Azure refuses a rule whose step is longer than the
 * way from minimum to maximum (InvalidActionValue, github.com/Azure/bicep-types-az/issues/1859).
 *
 * A weekly profile of Azure has no end: it holds until another begins. So its end is a profile of its own, whose name must have a form
 * that Azure's portal and CLI look for (learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-multiprofile).
 */
export function autoscaleProfiles(scaleSetId: Input<string>, usual: Capacity, schedules: Schedules, cpu: CpuRules): Profile[] {
  const cpuRules = [
    cpuRule(scaleSetId, cpu, { operator: "GreaterThan", threshold: cpu.scaleOutCpuPercent, direction: "Increase" }),
    cpuRule(scaleSetId, cpu, { operator: "LessThan", threshold: cpu.scaleInCpuPercent, direction: "Decrease" }),
  ];
  const scaled = (capacity: Capacity) => ({ capacity: profileCapacity(capacity), rules: isFixed(capacity) ? [] : cpuRules });
  const { timeZone } = schedules;
  const weekly = schedules.weekly.flatMap((schedule) => [
    {
      name: schedule.name,
      ...scaled(schedule.capacity),
      recurrence: weeklyFrom(schedule.days, schedule.start, timeZone),
    },
    {
      name: nameOfEnd(schedule),
      ...scaled(usual),
      recurrence: weeklyFrom(endDays(schedule), schedule.end, timeZone),
    },
  ]);
  const dated = schedules.dated.map(({ name, capacity, start, end }) => ({
    name,
    ...scaled(capacity),
    fixedDate: { timeZone, start: `${start}:00`, end: `${end}:00` },
  }));
  return [{ name: "usual", ...scaled(usual) }, ...weekly, ...dated];
}

/** How many profiles the schedules make; Azure takes 20 in one setting. */
export function profileCount({ weekly, dated }: Pick<Schedules, "weekly" | "dated">): number {
  return 1 + 2 * weekly.length + dated.length;
}

function nameOfEnd(schedule: WeeklySchedule): string {
  return JSON.stringify({ name: "Auto created default scale condition", for: schedule.name });
}

/** Azure wants these numbers as texts. */
function profileCapacity(capacity: Capacity): Profile["capacity"] {
  return { minimum: `${capacity.minimum}`, default: `${capacity.default}`, maximum: `${capacity.maximum}` };
}

function weeklyFrom(days: readonly Weekday[], start: string, timeZone: string): input.monitor.RecurrenceArgs {
  const { hour, minute } = clockTime(start);
  return { frequency: "Week", schedule: { timeZone, days: [...days], hours: [hour], minutes: [minute] } };
}

interface CpuTrigger {
  readonly operator: "GreaterThan" | "LessThan";
  readonly threshold: number;
  readonly direction: "Increase" | "Decrease";
}

/** One instance more or fewer when the average CPU of all instances, over the whole window, is past the threshold. */
function cpuRule(scaleSetId: Input<string>, { window, cooldown }: CpuRules, { operator, threshold, direction }: CpuTrigger): Rule {
  return {
    metricTrigger: {
      metricName: "Percentage CPU",
      metricResourceUri: scaleSetId,
      statistic: "Average",
      timeAggregation: "Average",
      timeGrain: "PT1M",
      timeWindow: window,
      operator,
      threshold,
      dividePerInstance: false,
    },
    scaleAction: { direction, type: "ChangeCount", value: "1", cooldown },
  };
}
