import { type Edit, set } from "../../../../azure/test/rules/edits";
import { proves } from "../../support/proves";
import { minute } from "./instances";
import { PlannedSet } from "./planned-set";

const newModel = set("virtualMachineProfile.userData", "bmV3");
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
    expect(notified({ before: [set("upgradePolicy.rollingUpgradePolicy.maxSurge", false)], then: [newModel] })).toBe(0);
  });
});
