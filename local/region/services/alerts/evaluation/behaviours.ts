import type { Behaviour } from "../../../../../azure/fidelity/behaviour";

const alertTypesPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types";
const troubleshootingPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-troubleshoot-metric";
const aggregationPage = "https://learn.microsoft.com/azure/azure-monitor/metrics/metrics-aggregation-explained";

/** What is known of metric alerts. */
export const metricAlertBehaviours: Behaviour[] = [
  {
    id: "alert-all-criteria",
    title: "An alert fires when all of its criteria are met",
    grade: "documented",
    source: alertTypesPage,
  },
  {
    id: "alert-fires-once",
    title: "An alert that has fired does not fire again before it is resolved",
    grade: "documented",
    source: troubleshootingPage,
  },
  {
    id: "alert-resolved",
    title: "A fired alert is resolved when its condition is not met in three checks in a row",
    grade: "documented",
    source: troubleshootingPage,
  },
  {
    id: "alert-stateless",
    title: "With autoMitigate false an alert fires with every check that meets its condition, and is never resolved",
    grade: "documented",
    source: troubleshootingPage,
    note: "Below a frequency of 5 minutes Azure waits between one and six minutes, here always the frequency.",
  },
  {
    id: "alert-no-data",
    title: "A check without data changes nothing",
    grade: "assumed",
    source: troubleshootingPage,
    note: "What a static threshold makes of a window without values was not found. A fired alert stays fired and the count of checks in a row goes on after the gap.",
  },
  {
    id: "alert-aggregation",
    title: "The minutes of the window and the parts of the resource count by the values that they have",
    grade: "documented",
    source: aggregationPage,
  },
  {
    id: "alert-dimensions",
    title: "An alert that chooses dimension values has a state for each combination of them",
    grade: "documented",
    source: alertTypesPage,
  },
];
