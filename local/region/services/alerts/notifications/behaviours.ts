import type { Behaviour } from "../../../../../azure/fidelity/behaviour";

const actionGroupsPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups";
const commonSchemaPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-common-schema";
const otherSchemaPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-non-common-schema-definitions";
const autoscalePage = "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-webhook-email";

/** What is known of how alerts and scale actions are told. */
export const notificationBehaviours: Behaviour[] = [
  {
    id: "webhook-retries",
    title: "A webhook that is too busy, or not there, is called up to six times, and one that refuses is called once",
    grade: "documented",
    source: actionGroupsPage,
    note: "The pauses of 5, 20, 5, 40 and 5 s are real ones. That an answer is waited for 10 s, and a redirection is a refusal, is assumed.",
  },
  {
    id: "webhook-rest",
    title: "A webhook whose attempts have all failed is not called for a while",
    grade: "documented",
    source: actionGroupsPage,
    note: "15 minutes of real time.",
  },
  {
    id: "webhook-basic-authentication",
    title: "The user and password of a webhook's address are sent as basic authentication",
    grade: "documented",
    source: actionGroupsPage,
  },
  {
    id: "notification-common-schema",
    title: "A receiver with useCommonAlertSchema gets the common alert schema",
    grade: "documented",
    source: commonSchemaPage,
  },
  {
    id: "notification-metric-schema",
    title: "A receiver without useCommonAlertSchema gets the schema of metric alerts",
    grade: "documented",
    source: otherSchemaPage,
    note: "That the status of a resolved alert is Deactivated is assumed: the page shows Activated only.",
  },
  {
    id: "notification-scale",
    title: "A scale action is posted to the webhooks of the autoscale setting with the old and the new capacity",
    grade: "documented",
    source: autoscalePage,
  },
];
