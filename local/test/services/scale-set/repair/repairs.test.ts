import type { Instance } from "../../../../region/services/scale-set/instance";
import {
  assumedFruitlessRepairs,
  automaticRepairsPolicy,
  decideRepairs,
  newRepairService,
  type RepairService,
  serviceStateOf,
} from "../../../../region/services/scale-set/repair/repairs";
import { changed, instance, instances, minute } from "../instances";
import { proves } from "../../../support/proves";

const policy = automaticRepairsPolicy({ enabled: true });
const now = 100 * minute;

function repaired(all: readonly Instance[], at = now, service: RepairService = newRepairService): string[] {
  return decideRepairs(policy, service, all, at).repairs.map((repair) => repair.instance);
}

/** Why each of the unhealthy instances is left alone. */
function spared(all: readonly Instance[], at = now): Record<string, string> {
  return Object.fromEntries(decideRepairs(policy, newRepairService, all, at).spared.map((one) => [one.instance, one.reason]));
}

/**
 * Plays the scale set through repairs that never help: each repair takes a minute and its outcome is unhealthy.
 * @returns The repairs made, and the service when no more came.
 */
function repairInVain(gracePeriod: number): { repairs: number; service: RepairService; notice?: string } {
  let all = [instance(0, { health: "Unhealthy" }), instance(1)];
  let service = newRepairService;
  for (let at = 0, repairs = 0; ; at += minute) {
    const decision = decideRepairs({ ...policy, gracePeriodSeconds: gracePeriod / 1000 }, service, all, at);
    service = decision.service;
    if (service.serviceState === "Suspended" || at > 1000 * minute) {
      return { repairs, service, notice: decision.notice };
    }
    for (const repair of decision.repairs) {
      repairs += 1;
      all = changed(all, [repair.instance], { repairedAt: at, stateChangedAt: at + minute, health: "Unhealthy" });
    }
  }
}

describe("automatic repairs", () => {
  it("Unhealthy and Unknown instances are repaired, Initializing and silent ones are not", () => {
    proves("repairs-trigger");
    expect(repaired([instance(0, { health: "Unhealthy" })])).toEqual(["0"]);
    expect(repaired([instance(0, { health: "Unknown" })])).toEqual(["0"]);
    expect(repaired([instance(0), instance(1, { health: "Initializing" }), instance(2, { health: undefined })])).toEqual([]);
  });

  it("An instance is left alone until its grace period after the last state change has ended", () => {
    proves("repairs-grace");
    const all = [instance(0, { health: "Unhealthy", stateChangedAt: 5 * minute })];
    expect(repaired(all, 15 * minute - 1)).toEqual([]);
    expect(spared(all, 13 * minute)).toEqual({ 0: "its grace period goes on for 2 min" });
    expect(repaired(all, 15 * minute)).toEqual(["0"]);
  });

  it("Repairs are off by default, leave 10 minutes of grace and replace", () => {
    proves("repairs-defaults");
    expect(automaticRepairsPolicy({})).toEqual({ enabled: false, gracePeriodSeconds: 600, repairAction: "Replace" });
    const all = [instance(0, { health: "Unhealthy" })];
    expect(decideRepairs(automaticRepairsPolicy({}), newRepairService, all, now).repairs).toEqual([]);
    expect(decideRepairs(policy, newRepairService, all, now).repairs).toEqual([
      {
        instance: "0",
        action: "Replace",
        reason: "it is Unhealthy, and its last state change is 100 min ago, beyond the grace period of 10 min",
      },
    ]);
  });

  it.each(["Reimage", "Restart"] as const)("repairs by %s where the policy says so", (repairAction) => {
    const decision = decideRepairs({ ...policy, repairAction }, newRepairService, [instance(0, { health: "Unhealthy" })], now);
    expect(decision.repairs).toMatchObject([{ action: repairAction }]);
  });

  it("Below forty instances one repair is under way at a time, from there on 5 percent of the set", () => {
    proves("repairs-one-at-a-time");
    expect(repaired(instances(3, { health: "Unhealthy" }))).toEqual(["0"]);
    expect(repaired(instances(40, { health: "Unhealthy" }))).toEqual(["0", "1"]);
    expect(spared(instances(2, { health: "Unhealthy" }))).toEqual({ 1: "another repair comes first, one at a time" });
  });

  it("A repair is over when the instance, or its replacement, is provisioned, and does not wait for the deletion of the old one", () => {
    proves("repairs-under-way");
    const old = instance(0, { health: "Unhealthy", provisioningState: "Deleting" });
    const next = instance(1, { health: "Unhealthy" });
    const replacement = instance(2, { repairedAt: now, provisioningState: "Creating", health: undefined });
    expect(repaired([old, next, replacement])).toEqual([]);
    expect(repaired([old, next, { ...replacement, provisioningState: "Succeeded" }])).toEqual(["1"]);
    const restarting = instance(3, { repairedAt: now, provisioningState: "Updating", health: undefined });
    expect(repaired([next, restarting])).toEqual([]);
  });

  it("leaves an unhealthy instance alone while an operation on it is under way", () => {
    const all = [instance(0, { health: "Unhealthy", provisioningState: "Updating" })];
    expect(repaired(all)).toEqual([]);
    expect(spared(all)).toEqual({ 0: "an operation on it is under way" });
  });

  it("takes an operation that is no repair for no repair", () => {
    expect(repaired([instance(0, { health: "Unhealthy" }), instance(1, { provisioningState: "Creating", health: undefined })])).toEqual([
      "0",
    ]);
  });

  it("spares instances with either kind of protection", () => {
    const all = [
      instance(0, { health: "Unhealthy", protectFromScaleIn: true }),
      instance(1, { health: "Unhealthy", protectFromScaleSetActions: true }),
      instance(2, { health: "Unhealthy" }),
    ];
    expect(repaired(all)).toEqual(["2"]);
    expect(spared(all)).toEqual({ 0: "it is protected", 1: "it is protected" });
  });

  it("An instance whose provisioning failed is not repaired", () => {
    proves("repairs-provisioning-failed");
    const all = [instance(0, { health: "Unhealthy", provisioningState: "Failed" })];
    expect(repaired(all)).toEqual([]);
    expect(spared(all)).toEqual({ 0: "its provisioning failed, and automatic repairs leave such instances alone" });
  });

  it("suspends the service when repairs do not help, until it is resumed", () => {
    const { service, notice } = repairInVain(10 * minute);
    expect(service.serviceState).toBe("Suspended");
    expect(notice).toContain("automatic repairs are now suspended");
    const sick = instances(1, { health: "Unhealthy" });
    expect(repaired(sick, now, service)).toEqual([]);
    expect(repaired(instances(1), now, service)).toEqual([]);
    expect(repaired(sick, now, newRepairService)).toEqual(["0"]);
  });

  it("Three fruitless repairs in a row suspend the service, and one that helps begins the count anew", () => {
    proves("repairs-suspended-after-three");
    expect(assumedFruitlessRepairs).toBe(3);
    expect(repairInVain(10 * minute)).toMatchObject({ repairs: 3, service: { fruitlessRepairs: 3 } });

    const twice: RepairService = { serviceState: "Running", fruitlessRepairs: 2, lastFruitlessAt: 50 * minute };
    const again = instance(0, { health: "Unhealthy", repairedAt: 50 * minute, stateChangedAt: 51 * minute });
    expect(decideRepairs(policy, twice, [again], now).service.serviceState).toBe("Suspended");
    const helped = instance(1, { repairedAt: 50 * minute });
    expect(decideRepairs(policy, twice, [again, helped], now).service).toMatchObject({ serviceState: "Running", fruitlessRepairs: 1 });
  });

  it("does not forgive fruitless repairs for the sake of one that helped before them", () => {
    const twice: RepairService = { serviceState: "Running", fruitlessRepairs: 2, lastFruitlessAt: 50 * minute };
    const again = instance(0, { health: "Unhealthy", repairedAt: 50 * minute, stateChangedAt: 51 * minute });
    const longAgo = instance(1, { repairedAt: 10 * minute });
    expect(decideRepairs(policy, twice, [again, longAgo], now).service.serviceState).toBe("Suspended");
  });

  it("counts another number of fruitless repairs as a setting", () => {
    const again = instance(0, { health: "Unhealthy", repairedAt: 10 * minute, stateChangedAt: 11 * minute });
    expect(decideRepairs(policy, newRepairService, [again], now, { suspendAfter: 1 }).service.serviceState).toBe("Suspended");
    expect(decideRepairs(policy, newRepairService, [again], now, { suspendAfter: 2 }).repairs).toHaveLength(1);
  });

  it("Of several unhealthy instances the one with the oldest state change is repaired first", () => {
    proves("repairs-order");
    const all = [
      instance(1, { health: "Unhealthy", stateChangedAt: 3 * minute }),
      instance(10, { health: "Unhealthy", stateChangedAt: 2 * minute }),
      instance(2, { health: "Unhealthy", stateChangedAt: 2 * minute }),
    ];
    expect(repaired(all)).toEqual(["2"]);
    expect(repaired(all.slice(0, 2))).toEqual(["10"]);
  });

  it("The service state is Running when repairs are on, NotRunning when they are off and Suspended when they did not help", () => {
    proves("repairs-service-state");
    expect(serviceStateOf(policy, newRepairService)).toBe("Running");
    expect(serviceStateOf(automaticRepairsPolicy({}), newRepairService)).toBe("NotRunning");
    const suspended = { ...newRepairService, serviceState: "Suspended" } as const;
    expect(serviceStateOf(policy, suspended)).toBe("Suspended");
    expect(repaired(instances(1, { health: "Unhealthy" }), now, suspended)).toEqual([]);
  });

  it("begins with a new service when repairs are switched off and on", () => {
    const suspended = { ...newRepairService, serviceState: "Suspended" } as const;
    expect(decideRepairs(automaticRepairsPolicy({}), suspended, [], now).service).toEqual(newRepairService);
  });
});
