import { edits, set } from "../../../../azure/test/rules/edits";
import type { Protection } from "../../../region/services/scale-set/instance";
import { resumeRepairs, setProtection } from "../../../region/services/scale-set/manual-operations";
import { proves } from "../../support/proves";
import { minute } from "./instances";
import { PlannedSet } from "./planned-set";

const userData = "virtualMachineProfile.userData";
const maxSurge = "upgradePolicy.rollingUpgradePolicy.maxSurge";
const noRepairs = set("automaticRepairsPolicy.enabled", false);
const events = { add: () => undefined };

function protect(web: PlannedSet, name: string, protection: Protection | undefined): void {
  setProtection(web.service, name, protection, events);
}

describe("the protection of an instance", () => {
  it.each(["scale-in", "scale-set-actions"] as const)("from %s keeps scale-in from it", (protection) => {
    const web = new PlannedSet();
    web.declare(set("sku.capacity", 3));
    protect(web, "web_2", protection);
    web.declare(set("sku.capacity", 1));
    expect(web.names).toEqual(["web_2"]);
  });

  it("A set whose other instances are all protected keeps more than its capacity, and says so once", () => {
    proves("scale-in-all-protected");
    const web = new PlannedSet();
    web.declare();
    web.names.forEach((name) => protect(web, name, "scale-in"));
    web.declare(set("sku.capacity", 1));
    expect(web.names).toEqual(["web_0", "web_1"]);
    expect(web.notes.filter((note) => note.includes("all instances that are left are protected"))).toHaveLength(1);
    protect(web, "web_1", undefined);
    web.run();
    expect(web.names).toEqual(["web_0"]);
  });

  it("Instances with either kind of protection are not repaired", () => {
    proves("repairs-protected");
    const web = new PlannedSet();
    web.declare();
    protect(web, "web_0", "scale-in");
    protect(web, "web_1", "scale-set-actions");
    web.names.forEach((name) => web.health.set(name, "Unhealthy"));
    web.run();
    expect(web.names).toEqual(["web_0", "web_1"]);
    protect(web, "web_0", undefined);
    web.run(minute);
    expect(web.names).toEqual(["web_1", "web_2"]);
  });

  it("An instance protected from scale set actions keeps the old model, one protected from scale-in does not", () => {
    proves("upgrade-protected");
    const web = new PlannedSet();
    web.declare(set(maxSurge, false));
    protect(web, "web_0", "scale-set-actions");
    protect(web, "web_1", "scale-in");
    const former = web.state.latestModel;
    web.declare(set(userData, "bmV3"));
    expect([web.record("web_0").model, web.record("web_1").model]).toEqual([former, web.state.latestModel]);
    expect(web.state.upgrade?.code).toBe("Completed");
  });

  it("takes an instance out of a batch that has begun, and what was created in its place goes", () => {
    const web = new PlannedSet();
    web.declare(noRepairs);
    web.health.set("web_2", "Initializing");
    web.change(set(userData, "bmV3"));
    web.turn();
    expect(web.names).toEqual(["web_0", "web_1", "web_2"]);
    protect(web, "web_0", "scale-set-actions");
    web.run();
    expect(web.names).toEqual(["web_0", "web_3"]);
    expect(web.record("web_0").disk).toBe(0);
  });

  it("keeps an upgraded instance from being taken back", () => {
    const web = new PlannedSet();
    const strict = "upgradePolicy.rollingUpgradePolicy.maxUnhealthyUpgradedInstancePercent";
    const takesBack = set("upgradePolicy.rollingUpgradePolicy.rollbackFailedInstancesOnPolicyBreach", true);
    web.declare(edits(set(maxSurge, false), set(strict, 0), takesBack, noRepairs));
    web.health.set("web_0", "Unhealthy");
    web.change(set(userData, "bmV3"));
    web.turn();
    protect(web, "web_0", "scale-set-actions");
    web.run();
    expect(web.state.upgrade?.code).toBe("Faulted");
    expect(web.record("web_0")).toMatchObject({ model: web.state.latestModel });
  });

  it("comes too late for an instance that is being deleted", () => {
    const web = new PlannedSet();
    web.declare();
    const [first] = web.state.instances;
    web.state = { ...web.state, instances: [{ ...first, provisioningState: "Deleting" }] };
    expect(() => protect(web, first.name, "scale-in")).toThrow("web_0 is being deleted");
  });
});

describe("automatic repairs", () => {
  it("Repairs that do not help suspend the service, and it stays so until it is resumed", () => {
    proves("repairs-suspended");
    const web = new PlannedSet();
    web.declare(set("sku.capacity", 1));
    web.healthOf = () => ({ health: "Unhealthy", reason: "" });
    web.run(600 * minute);
    const [last] = web.names;
    expect(web.notes.at(-1)).toContain("make resume-repairs");
    web.run(600 * minute);
    expect(web.names).toEqual([last]);
    expect(resumeRepairs([web.service], events)).toEqual(["web"]);
    web.run(minute);
    expect(web.names).not.toEqual([last]);
    expect(resumeRepairs([web.service], events)).toEqual([]);
  });
});
