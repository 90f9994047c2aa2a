import type { DurationLimits } from "./limits";

/** Limits of an autoscale setting, from https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-understanding-settings. */
export const maximumProfiles = 20;
export const maximumRulesOfProfile = 10;
export const maximumDaysOfFixedDate = 365;

/** How long a rule looks back, as https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update has it. */
export const timeWindowLimits: DurationLimits = { minimum: "PT5M", maximum: "PT12H" };

/** What Azure takes all the same, for all but classic cloud services (https://github.com/Azure/azure-powershell/issues/11556). */
export const timeWindowsTaken: DurationLimits = { ...timeWindowLimits, minimum: "PT1M" };

/** Limits of the setting's other durations, from the same page. */
export const cooldownLimits: DurationLimits = { minimum: "PT1M", maximum: "P7D" };
export const lookAheadLimits: DurationLimits = { minimum: "PT1M", maximum: "PT1H" };

/** The days of a weekly recurrence, as the same page names them; in the order of JavaScript's `getUTCDay`. */
export const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export type Weekday = (typeof weekdays)[number];
