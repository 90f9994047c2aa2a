import {
  countByZone,
  isBalanced,
  type Placement,
  placeInstances,
  whyScalingIsBlocked,
  type ZoneModel,
} from "../../../region/services/scale-set/zones";
import { chooseForScaleIn } from "../../../region/services/scale-set/scale-in";
import { changed, instance, inZones } from "./instances";
import { proves } from "../../support/proves";

const bestEffort: ZoneModel = { zones: ["1", "2", "3"], zoneBalance: false };
const strict: ZoneModel = { ...bestEffort, zoneBalance: true };
const none = new Set<string>();

/** As many instances in zones 1, 2, 3 as given. */
function spread(...counts: number[]) {
  let id = 0;
  return inZones(Object.fromEntries(counts.map((count, zone) => [zone + 1, Array.from({ length: count }, () => id++)])));
}

function zonesOf(placement: Placement): unknown {
  return placement.isBlocked ? placement.reason : placement.zones;
}

describe("spreading a scale set over zones", () => {
  it("A set is balanced when no zone has two instances more than another, failed ones counted", () => {
    proves("zones-balanced");
    const balanced = (...counts: number[]) => isBalanced(countByZone(bestEffort, spread(...counts)));
    expect(balanced(2, 2, 2)).toBe(true);
    expect(balanced(2, 3, 3)).toBe(true);
    expect(balanced(1, 3, 3)).toBe(false);
    const failed = changed(spread(2, 2, 2), [0, 1], { provisioningState: "Failed", health: undefined });
    expect(isBalanced(countByZone(bestEffort, failed))).toBe(true);
    const leaving = changed(spread(2, 2, 2), [0, 1], { provisioningState: "Deleting" });
    expect(isBalanced(countByZone(bestEffort, leaving))).toBe(false);
  });

  it("A new instance goes to the zone that has the fewest", () => {
    proves("zones-emptiest-first");
    expect(zonesOf(placeInstances(bestEffort, [], 5, none))).toEqual(["1", "2", "3", "1", "2"]);
    expect(zonesOf(placeInstances(bestEffort, spread(3, 1, 2), 3, none))).toEqual(["2", "2", "3"]);
  });

  it("leaves instances of a regional set without a zone", () => {
    expect(zonesOf(placeInstances({ zones: [], zoneBalance: false }, [], 2, none))).toEqual([undefined, undefined]);
  });

  it("With one zone down best effort goes on in the others", () => {
    proves("zones-one-down");
    const placement = placeInstances(bestEffort, spread(2, 2, 2), 2, new Set(["1"]));
    expect(placement).toEqual({
      isBlocked: false,
      zones: ["2", "3"],
      reason: "the zone with the fewest instances comes first, and zone 1 is down",
    });
  });

  it("With two zones down best effort scales neither out nor in", () => {
    proves("zones-two-down");
    const down = new Set(["1", "3"]);
    expect(placeInstances(bestEffort, spread(2, 2, 2), 1, down).isBlocked).toBe(true);
    expect(chooseForScaleIn("Default", bestEffort, spread(2, 2, 2), 1, down)).toEqual({
      deletions: [],
      shortfall: "zones 1 and 3 are down, and with two or more zones down Azure does not scale a set with best-effort balance",
    });
    expect(whyScalingIsBlocked(bestEffort, new Set(["1"]))).toBeUndefined();
  });

  it("does not count zones that the set has nothing to do with", () => {
    expect(placeInstances({ zones: ["1"], zoneBalance: false }, [], 1, new Set(["2", "3"])).isBlocked).toBe(false);
    expect(zonesOf(placeInstances({ zones: ["1"], zoneBalance: false }, [], 1, new Set(["1"])))).toBe("all zones of the set are down: 1");
  });

  it("Strict balance refuses a whole operation that would end unbalanced, zones down or not", () => {
    proves("zones-strict");
    const down = new Set(["1"]);
    expect(zonesOf(placeInstances(strict, spread(2, 2, 2), 2, down))).toEqual(["2", "3"]);
    expect(zonesOf(placeInstances(strict, spread(2, 2, 2), 3, down))).toBe(
      "zoneBalance is true, and the set would end unbalanced: 2 in zone 1, 4 in zone 2 and 3 in zone 3",
    );
    expect(zonesOf(placeInstances(strict, spread(2, 2, 2), 1, new Set(["1", "2"])))).toEqual(["3"]);
    expect(placeInstances(strict, spread(3, 3, 0), 1, none).isBlocked).toBe(true);
    expect(zonesOf(placeInstances(strict, spread(3, 3, 0), 2, none))).toEqual(["3", "3"]);
  });

  it("does not scale in under strict balance where protection would leave the set unbalanced", () => {
    const all = changed(spread(2, 2, 2), [0, 1], { protectFromScaleIn: true });
    expect(chooseForScaleIn("Default", strict, all, 2, none).deletions).toHaveLength(2);
    expect(chooseForScaleIn("Default", strict, all, 3, none)).toEqual({
      deletions: [],
      shortfall: "zoneBalance is true, and the set would end unbalanced: 2 in zone 1, 1 in zone 2 and 0 in zone 3",
    });
  });

  it("After an outage a set is balanced again by scaling out and in, as in Microsoft's two examples", () => {
    proves("zones-recovery");
    const recovering = spread(0, 2, 4);
    expect(zonesOf(placeInstances(bestEffort, recovering, 2, none))).toEqual(["1", "1"]);
    const scaledOut = [...recovering, instance(6, { zone: "1" }), instance(7, { zone: "1" })];
    const back = chooseForScaleIn("Default", bestEffort, scaledOut, 2, none).deletions.map((deletion) => deletion.instance);
    expect([
      ...countByZone(
        bestEffort,
        scaledOut.filter(({ id }) => !back.includes(id)),
      ).values(),
    ]).toEqual([2, 2, 2]);

    const zoneless = [0, 1, 2, 3, 4].map((id) => instance(id));
    const placed = placeInstances(bestEffort, zoneless, 5, none);
    expect(zonesOf(placed)).toEqual(["1", "2", "3", "1", "2"]);
    const both = [...zoneless, ...["1", "2", "3", "1", "2"].map((zone, index) => instance(5 + index, { zone }))];
    const gone = chooseForScaleIn("Default", bestEffort, both, 5, none).deletions.map((deletion) => deletion.instance);
    expect(gone.sort()).toEqual(["0", "1", "2", "3", "4"]);
  });
});
