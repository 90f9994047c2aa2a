import { chooseForScaleIn, type ScaleInRule } from "../../../region/services/scale-set/scale-in";
import type { ZoneModel } from "../../../region/services/scale-set/zones";
import { changed, instance, instances, inZones, minute } from "./instances";
import { proves } from "../../support/proves";

const zonal: ZoneModel = { zones: ["1", "2", "3"], zoneBalance: false };
const regional: ZoneModel = { zones: [], zoneBalance: false };
const none = new Set<string>();

/** The set that both of Microsoft's tables begin with. */
const microsofts = inZones({ 1: [3, 4, 5, 10], 2: [2, 6, 9, 11], 3: [1, 7, 8] });

function chosen(rule: ScaleInRule, model: ZoneModel, all: Parameters<typeof chooseForScaleIn>[2], count: number): string[] {
  return chooseForScaleIn(rule, model, all, count, none).deletions.map((deletion) => deletion.instance);
}

describe("choosing the instances that a scale-in deletes", () => {
  it("OldestVM deletes as in Microsoft's table: six of six", () => {
    proves("scale-in-oldest");
    expect(chosen("OldestVM", zonal, microsofts, 6)).toEqual(["2", "3", "1", "4", "6", "5"]);
  });

  it("NewestVM deletes as in Microsoft's table: six of six", () => {
    proves("scale-in-newest");
    expect(chosen("NewestVM", zonal, microsofts, 6)).toEqual(["11", "10", "9", "8", "5", "7"]);
  });

  it("chooses the same whether asked for six at once or for one six times", () => {
    let left = microsofts;
    for (const expected of ["2", "3", "1", "4", "6", "5"]) {
      expect(chosen("OldestVM", zonal, left, 1)).toEqual([expected]);
      left = left.filter(({ id }) => id !== expected);
    }
  });

  it("Default deletes the highest instance id of the fullest zones", () => {
    proves("scale-in-default");
    const reused = changed(microsofts, [9], { createdAt: 100 * minute });
    expect(chosen("Default", zonal, reused, 6)).toEqual(["11", "10", "9", "8", "5", "7"]);
    expect(chosen("Default", regional, instances(11), 2)).toEqual(["10", "9"]);
  });

  it("In a set with zones, instances that have none go first", () => {
    proves("scale-in-zoneless-first");
    const mixed = [instance(0), ...inZones({ 1: [1, 2, 3], 2: [4], 3: [5] })];
    expect(chosen("NewestVM", zonal, mixed, 2)).toEqual(["0", "3"]);
  });

  it("Protected instances are skipped, and the next fullest zone takes the turn of a zone that has no others", () => {
    proves("scale-in-protected");
    const oldestProtected = changed(microsofts, [2], { protectFromScaleIn: true });
    expect(chosen("OldestVM", zonal, oldestProtected, 1)).toEqual(["3"]);
    const fullestProtected = changed(inZones({ 1: [1, 2, 3], 2: [4, 5], 3: [6] }), [1, 2, 3], { protectFromScaleSetActions: true });
    expect(chosen("OldestVM", zonal, fullestProtected, 1)).toEqual(["4"]);
  });

  it("stops short where all that are left are protected", () => {
    const all = changed(instances(3), [0, 1], { protectFromScaleIn: true });
    expect(chooseForScaleIn("Default", regional, all, 2, none)).toEqual({
      deletions: [{ instance: "2", reason: "has the highest id in the set" }],
      shortfall: "the set keeps 1 more than its capacity, as all instances that are left are protected",
    });
  });

  it("Without zones the oldest or newest instance of the whole set goes", () => {
    proves("scale-in-regional");
    const byAge = [instance(0, { createdAt: 30 }), instance(1, { createdAt: 10 }), instance(2, { createdAt: 20 })];
    expect(chosen("OldestVM", regional, byAge, 2)).toEqual(["1", "2"]);
    expect(chosen("NewestVM", regional, byAge, 2)).toEqual(["0", "2"]);
  });

  it("Of two instances of the same age the lower id counts as the older", () => {
    proves("scale-in-same-age");
    expect(chosen("OldestVM", regional, instances(11), 1)).toEqual(["0"]);
    expect(chosen("NewestVM", regional, instances(11), 1)).toEqual(["10"]);
  });

  it("leaves instances alone that are on their way out already", () => {
    expect(chosen("Default", regional, changed(instances(3), [2], { provisioningState: "Deleting" }), 1)).toEqual(["1"]);
  });

  it("says why each instance was chosen", () => {
    const reasons = chooseForScaleIn("OldestVM", zonal, microsofts, 3, none).deletions.map(({ reason }) => reason);
    expect(reasons).toEqual([
      "is the oldest of the zones that have 4, the most",
      "is the oldest of the zones that have 4, the most",
      "is the oldest in the set, whose zones are even",
    ]);
  });
});
