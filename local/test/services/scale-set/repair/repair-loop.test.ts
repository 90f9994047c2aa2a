import type { HealthAnswer } from "../../../../region/services/scale-set/health/health-answer";
import {
  healthExtensionSettings,
  type HealthExtensionState,
  startHealthExtension,
  takeHealthAnswer,
} from "../../../../region/services/scale-set/health/health-extension";
import type { Instance } from "../../../../region/services/scale-set/instance";
import { automaticRepairsPolicy, decideRepairs, newRepairService } from "../../../../region/services/scale-set/repair/repairs";
import { instance, minute, second } from "../instances";

const plainPage: HealthAnswer = { kind: "response", status: 200, body: "ok" };
const policy = automaticRepairsPolicy({ enabled: true });

/** Three instances that answer every question with a plain page, for three hours; a replacement is there in a minute. */
function liveThrough(typeHandlerVersion: string): { replaced: string[]; suspendedAt?: number } {
  const settings = healthExtensionSettings(typeHandlerVersion, { protocol: "http" });
  const extensions = new Map<string, HealthExtensionState>();
  const replaced: string[] = [];
  let machines: Instance[] = [0, 1, 2].map((id) => instance(id, { health: undefined }));
  let service = newRepairService;
  for (let now = 0; now < 180 * minute; now += 5 * second) {
    machines = machines.map((machine) => {
      const { id, provisioningState, createdAt } = machine;
      if (provisioningState === "Creating") {
        return now < createdAt + minute ? machine : { ...machine, provisioningState: "Succeeded", stateChangedAt: now };
      }
      const { state } = takeHealthAnswer(settings, extensions.get(id) ?? startHealthExtension(settings, now), plainPage, now);
      extensions.set(id, state);
      return { ...machine, health: state.committed };
    });
    const decision = decideRepairs(policy, service, machines, now);
    service = decision.service;
    if (service.serviceState === "Suspended") {
      return { replaced, suspendedAt: now };
    }
    for (const repair of decision.repairs) {
      replaced.push(repair.instance);
      const created = { createdAt: now, stateChangedAt: now, provisioningState: "Creating", health: undefined, repairedAt: now } as const;
      machines = [...machines.filter(({ id }) => id !== repair.instance), instance(2 + replaced.length, created)];
    }
  }
  return { replaced };
}

describe("a plain page as the health endpoint", () => {
  it("is healthy to the extension with binary states, and nothing is repaired", () => {
    expect(liveThrough("1.0")).toEqual({ replaced: [] });
  });

  it("is Unknown to the extension with rich states, and instances are replaced one after the other until repairs are suspended", () => {
    const { replaced, suspendedAt } = liveThrough("2.0");
    expect(replaced).toEqual(["0", "1", "2", "3", "4"]);
    expect(suspendedAt).toBeGreaterThan(20 * minute);
  });
});
