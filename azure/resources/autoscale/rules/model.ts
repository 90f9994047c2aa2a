import type { View } from "../../../properties/view";

/** What several of the autoscale setting's rules ask of it. */

/** One rule of a profile, with the profile that it belongs to. */
export interface ScaleRule {
  readonly profile: View;
  readonly trigger: View;
  readonly action: View;
}

export function scaleRules(setting: View): ScaleRule[] {
  return setting.list("profiles").flatMap(rulesOf);
}

export function rulesOf(profile: View): ScaleRule[] {
  return profile.list("rules").map((rule) => ({ profile, trigger: rule.at("metricTrigger"), action: rule.at("scaleAction") }));
}

/** Numbers of instances are texts in an autoscale setting; undefined for a text that is no whole number, and for an unknown one. */
export function count(place: View): number | undefined {
  const text = place.text();
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** By how much a rule changes the number of instances; 1 is what Azure takes where nothing is said. */
export function stepOf(action: View): number | undefined {
  return action.at("value").absent ? 1 : count(action.at("value"));
}

/** The limits of a profile, as far as they are known. */
export function limitsOf(profile: View): { minimum?: number; maximum?: number; preset?: number } {
  return {
    minimum: count(profile.at("capacity.minimum")),
    maximum: count(profile.at("capacity.maximum")),
    preset: count(profile.at("capacity.default")),
  };
}
