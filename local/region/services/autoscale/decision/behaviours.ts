import type { Behaviour } from "../../../../../azure/fidelity/behaviour";
import {
  autoscaleBestPracticesPage,
  autoscaleDiagnosticsPage,
  autoscaleFlappingPage,
  autoscaleProfilesPage,
  autoscaleSettingApi,
  autoscaleSettingsPage,
} from "../../../../../azure/fidelity/sources";

const profileBehaviours: Behaviour[] = [
  {
    id: "autoscale-profile-order",
    title: "A fixed date comes before a recurring time, and that before the profile without a time",
    grade: "documented",
    source: autoscaleSettingsPage,
  },
  {
    id: "autoscale-recurrence",
    title: "A recurring profile holds until another one begins, as Microsoft's weekdays and weekends do",
    grade: "documented",
    source: autoscaleProfilesPage,
    note: "So a profile without a time never holds beside a recurring one, and needs one of its own for each end. That the first of two that begin together holds is assumed.",
  },
  {
    id: "autoscale-time-zone",
    title: "Times are those of the clocks in the profile's time zone, in summer and in winter",
    grade: "documented",
    source: autoscaleSettingApi,
    note: "Assumed: UTC where no time zone is given, a fixed date with an offset of its own at that moment, and a recurring time that clocks skip as soon as they have gone past it.",
  },
  {
    id: "autoscale-fixed-date-end",
    title: "A fixed date holds from its start until just before its end",
    grade: "assumed",
    source: autoscaleSettingsPage,
    note: "The page does not say whether the end belongs to it.",
  },
];

const metricBehaviours: Behaviour[] = [
  {
    id: "autoscale-statistic",
    title: "The statistic combines all instances in each time grain, and the time aggregation combines the grains",
    grade: "documented",
    source: autoscaleBestPracticesPage,
    note: "That the time aggregation Count counts grains is assumed.",
  },
  {
    id: "autoscale-window",
    title: "The window ends with the last whole minute, and minutes without values do not count",
    grade: "assumed",
    source: autoscaleDiagnosticsPage,
    note: "A sample on the page has seven values for a window of ten minutes. Neither the page nor others say where grains begin, or how many values are enough.",
  },
  {
    id: "autoscale-divide-per-instance",
    title: "A queue's length is divided by the instances, as in Microsoft's example",
    grade: "documented",
    source: autoscaleBestPracticesPage,
  },
];

const capacityBehaviours: Behaviour[] = [
  {
    id: "autoscale-percent",
    title: "A percentage of the capacity is rounded up when it is added and down when it is removed, and is one instance at least",
    grade: "assumed",
    source: autoscaleSettingsPage,
    note: "The page has percentages, and says nothing of parts of an instance.",
  },
  {
    id: "autoscale-exact-count",
    title: "A rule with an exact count changes the capacity only in its own direction",
    grade: "assumed",
    source: autoscaleSettingApi,
    note: "Nothing is said of a scale-out to fewer instances.",
  },
  {
    id: "autoscale-next-value",
    title: "The next value that a scale set allows is one instance more or fewer",
    grade: "assumed",
    source: autoscaleSettingApi,
    note: "Azure takes ServiceAllowedNextValue and describes it nowhere.",
  },
];

const decisionBehaviours: Behaviour[] = [
  {
    id: "autoscale-runs",
    title: "Autoscale runs once a minute",
    grade: "assumed",
    source: autoscaleSettingsPage,
    note: "The page says every 30 to 60 seconds, depending on the type of the resource, and not which it is for a scale set.",
  },
  {
    id: "autoscale-enabled",
    title: "A setting that is not enabled scales nothing",
    grade: "documented",
    source: autoscaleSettingApi,
  },
  {
    id: "autoscale-limits",
    title: "A capacity outside the limits is brought back to them at the next run",
    grade: "documented",
    source: autoscaleBestPracticesPage,
    note: "Assumed: no cooldown holds this back, and none follows it, as no rule has fired.",
  },
  {
    id: "autoscale-any-out",
    title: "One triggered rule is enough to scale out, and of several the one with the highest capacity wins",
    grade: "documented",
    source: autoscaleSettingsPage,
    note: "That the first of several with the same capacity gives its cooldown is assumed.",
  },
  {
    id: "autoscale-all-in",
    title: "Scaling in takes all scale-in rules, and the one that removes least wins",
    grade: "documented",
    source: autoscaleSettingsPage,
  },
  {
    id: "autoscale-cpu-and-memory",
    title: "Microsoft's four rules for CPU and memory scale out when either is high, and in when both are low",
    grade: "documented",
    source: autoscaleBestPracticesPage,
  },
  {
    id: "autoscale-cooldown",
    title: "The cooldown of the rule that scaled last holds back both directions, as in Microsoft's example",
    grade: "documented",
    source: autoscaleSettingsPage,
    note: `The REST API (${autoscaleSettingApi}) describes the cooldown as the time that the rule which is to fire waits. The region follows the page, which is newer.`,
  },
  {
    id: "autoscale-missing-metric",
    title: "While a metric is missing autoscale scales out to the default capacity, and never in",
    grade: "documented",
    source: autoscaleSettingsPage,
    note: "Assumed: a rule whose metric is there still scales out, and a cooldown holds the default back as well.",
  },
];

const flappingBehaviours: Behaviour[] = [
  {
    id: "autoscale-flapping",
    title: "A scale-in that would at once scale out again is skipped, as in Microsoft's three examples",
    grade: "documented",
    source: autoscaleFlappingPage,
  },
  {
    id: "autoscale-flapping-occurred",
    title: "A scale-in by several instances becomes as small as it must be not to scale out again",
    grade: "documented",
    source: autoscaleFlappingPage,
    note: "The page's own figures, from 30 to 27 instances, do not follow from its rule; see the differences.",
  },
  {
    id: "autoscale-projection",
    title: "The metric that is expected after a scale-in is the present one, times the instances now, over the instances then",
    grade: "observed",
    source: "https://github.com/Azure/Azure-Spring-Apps/issues/50",
    note: "The evaluation log in that issue has twice the value for a scale-in from two instances to one.",
  },
  {
    id: "autoscale-projection-of-sums",
    title: "Sums and counts over all instances are expected to stay as they are",
    grade: "assumed",
    source: autoscaleFlappingPage,
    note: "The page's examples are of metrics of each instance.",
  },
];

/** What is known of Azure Monitor autoscale. */
export const autoscaleBehaviours: Behaviour[] = [
  ...profileBehaviours,
  ...metricBehaviours,
  ...capacityBehaviours,
  ...decisionBehaviours,
  ...flappingBehaviours,
];
