import type { Instance } from "../../../region/services/scale-set/instance";

export const second = 1000;
export const minute = 60 * second;

/** An instance that has been running and healthy since the beginning of the test's time. */
export function instance(id: number | string, differences: Partial<Instance> = {}): Instance {
  return {
    id: String(id),
    createdAt: 0,
    stateChangedAt: 0,
    provisioningState: "Succeeded",
    latestModel: true,
    health: "Healthy",
    ...differences,
  };
}

/** Instances that differ in nothing but their ids, which count up from 0. */
export function instances(count: number, differences: Partial<Instance> = {}): Instance[] {
  return Array.from({ length: count }, (_, id) => instance(id, differences));
}

/** Instances in zones, as in `inZones({ 1: [3, 4], 2: [5] })`; a higher id was created later. */
export function inZones(ids: Record<string, number[]>): Instance[] {
  return Object.entries(ids).flatMap(([zone, zoneIds]) => zoneIds.map((id) => instance(id, { zone, createdAt: id * minute })));
}

/** The same instances but for the ones named, which differ. */
export function changed(all: readonly Instance[], ids: readonly (number | string)[], differences: Partial<Instance>): Instance[] {
  return all.map((one) => (ids.map(String).includes(one.id) ? { ...one, ...differences } : one));
}
