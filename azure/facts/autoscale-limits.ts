import type { DurationLimits } from "./limits";

/** Limits of an autoscale setting, from https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-understanding-settings. */
export const maximumProfiles = 20;
export const maximumRulesOfProfile = 10;
export const maximumDaysOfFixedDate = 365;

/** Limits of its durations, from https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update. */
export const timeWindowLimits: DurationLimits = { minimum: "PT5M", maximum: "PT12H" };
export const cooldownLimits: DurationLimits = { minimum: "PT1M", maximum: "P7D" };
export const lookAheadLimits: DurationLimits = { minimum: "PT1M", maximum: "PT1H" };

/** The days of a weekly recurrence, as the same page names them; in the order of JavaScript's `getUTCDay`. */
export const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export type Weekday = (typeof weekdays)[number];
