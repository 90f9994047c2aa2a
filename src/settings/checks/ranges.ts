/**
 * Settings whose limits are the same whatever the others are. The limits are Azure's, from the texts of its API (compute 2024-11-01,
 * network 2024-05-01, autoscale 2021-05-01-preview) unless a line says otherwise.
 */
import { durationInSeconds, parseDuration } from "../../../azure/facts/duration";
import type { SettingKey, Values } from "../declarations";
import type { Problems } from "../problems";

/** The settings whose values are of one type. */
type KeysOf<T> = { [K in SettingKey]: Values[K] extends T ? (T extends Values[K] ? K : never) : never }[SettingKey];

const integers: readonly { key: KeysOf<number>; least: number; most?: number }[] = [
  { key: "frontendPort", least: 1, most: 65_534 },
  { key: "backendPort", least: 1, most: 65_535 },
  { key: "readinessIntervalInSeconds", least: 5 },
  { key: "readinessThreshold", least: 1 },
  { key: "livenessIntervalInSeconds", least: 5, most: 60 },
  { key: "livenessNumberOfProbes", least: 1, most: 24 },
  // Thresholds of 0 and 100 would never be passed.
  { key: "scaleOutCpuPercent", least: 1, most: 99 },
  { key: "scaleInCpuPercent", least: 1, most: 99 },
  { key: "cpuAlertPercent", least: 1, most: 99 },
  { key: "networkAlertBytes", least: 1 },
];

const durations: readonly { key: KeysOf<string>; least: string; most: string }[] = [
  { key: "repairGracePeriod", least: "PT10M", most: "PT90M" },
  { key: "autoscaleWindow", least: "PT5M", most: "PT12H" },
  { key: "autoscaleCooldown", least: "PT1M", most: "P7D" },
  { key: "predictiveLookAhead", least: "PT1M", most: "PT1H" },
];

const choices: readonly { key: KeysOf<string>; among: readonly string[] }[] = [
  { key: "inboundNat", among: ["pools", "detachedPools", "rules"] },
  { key: "outbound", among: ["outboundRule", "natGateway"] },
  { key: "predictiveScaling", among: ["Disabled", "ForecastOnly", "Enabled"] },
];

export function checkRanges(values: Values, problems: Problems): void {
  for (const { key, least, most } of integers) {
    const value = values[key];
    if (value < least || value > (most ?? Infinity)) {
      problems.add(key, value, most === undefined ? `${least} or more` : `${least} to ${most}`, "choose a number in this range");
    }
  }
  for (const { key, least, most } of durations) {
    const seconds = parseDuration(values[key]);
    if (seconds === undefined) {
      problems.add(key, values[key], `${least} to ${most}`, "write a duration as ISO 8601 does, such as PT15M for fifteen minutes");
    } else if (seconds < durationInSeconds(least) || seconds > durationInSeconds(most)) {
      problems.add(key, values[key], `${least} to ${most}`, "choose a duration in this range");
    }
  }
  for (const { key, among } of choices) {
    if (!among.includes(values[key])) {
      problems.add(key, values[key], among.join(", "), "choose one of these, spelt like this");
    }
  }
}
