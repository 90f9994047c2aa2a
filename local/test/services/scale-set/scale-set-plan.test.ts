import { type Edit, set } from "../../../../azure/test/rules/edits";
import { proves } from "../../support/proves";
import { minute } from "./instances";
import { PlannedSet } from "./planned-set";

const newModel = set("virtualMachineProfile.userData", "bmV3");
const rolling = "upgradePolicy.rollingUpgradePolicy";
const maxSurge = `${rolling}.maxSurge`;
const repairBy = (action: string) => set("automaticRepairsPolicy.repairAction", action);

/** How many instances are notified of their deletion within a minute, where scheduled events are on. */
function notified({ before, then, sick = [] }: { before: Edit[]; then: Edit[]; sick?: string[] }): number {
  const web = new PlannedSet();
  web.declare(...before);
  web.state = { ...web.state, eventsAskedAt: web.now };
  sick.forEach((name) => web.health.set(name, "Unhealthy"));
  web.change(...then);
  web.run(minute);
  return web.state.deletions.deletions.length;
}

describe("the plan of a scale set", () => {
  it("Scale-in, replacing repairs and surge upgrades notify, restarts and reimages do not", () => {
    proves("terminate-which");
    const one = set("sku.capacity", 1);
    expect(notified({ before: [], then: [one] })).toBe(1);
    expect(notified({ before: [], then: [], sick: ["web_0"] })).toBe(1);
    expect(notified({ before: [one], then: [newModel] })).toBe(1);
    expect(notified({ before: [repairBy("Restart")], then: [], sick: ["web_0"] })).toBe(0);
    expect(notified({ before: [repairBy("Reimage")], then: [], sick: ["web_0"] })).toBe(0);
    expect(notified({ before: [set(maxSurge, false)], then: [newModel] })).toBe(0);
  });

  it.each([
    ["in place", false, "instance 0 is Unhealthy: the application answered with status 500"],
    ["by new instances", true, "instance 2 is Unhealthy: the application answered with status 500 (created for 0)"],
  ])("names the instances that stop an upgrade %s, and says what each answered", (_, isSurge, failure) => {
    const web = new PlannedSet();
    web.declare(set(maxSurge, isSurge), set(`${rolling}.maxUnhealthyUpgradedInstancePercent`, 0));
    const before = web.state.latestModel;
    web.healthOf = ({ model }) =>
      model !== before ? { health: "Unhealthy", reason: "the application answered with status 500" } : { health: "Healthy", reason: "" };
    web.change(newModel);
    web.run(7 * minute);
    expect(web.state.upgrade?.error?.message).toBe(
      `100 % of the upgraded instances are unhealthy, more than maxUnhealthyUpgradedInstancePercent 0; ${failure}`,
    );
    expect(web.notes.filter((note) => note.startsWith("web: the upgrade has stopped"))).toEqual([expect.stringContaining(failure)]);
  });

  it("names the instances that keep an upgrade from its first batch, also one whose provisioning failed", () => {
    const web = new PlannedSet();
    web.declare(set("automaticRepairsPolicy.enabled", false), set(`${rolling}.maxUnhealthyInstancePercent`, 20));
    const [first, ...others] = web.state.instances;
    web.state = { ...web.state, instances: [{ ...first, provisioningState: "Failed", errors: ["user data failed"] }, ...others] };
    web.declare(newModel);
    expect(web.state.upgrade?.error?.message).toContain("; instance 0 is Failed: its provisioning failed: user data failed");
  });
});
