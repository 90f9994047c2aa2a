import { capacityAfter } from "../../../../region/services/autoscale/decision/capacity-change";
import type { ScaleAction } from "../../../../region/services/autoscale/decision/setting";
import { proves } from "../../../support/proves";

const limits = { minimum: 1, default: 2, maximum: 20 };

function after(capacity: number, direction: ScaleAction["direction"], type: ScaleAction["type"], value: number): number {
  return capacityAfter({ direction, type, value, cooldownSeconds: 300 }, capacity, limits);
}

describe("the capacity after a rule's action", () => {
  it("changes by a count, within the limits", () => {
    expect([after(4, "Increase", "ChangeCount", 3), after(4, "Decrease", "ChangeCount", 2)]).toEqual([7, 2]);
    expect([after(4, "Increase", "ChangeCount", 30), after(4, "Decrease", "ChangeCount", 4)]).toEqual([20, 1]);
  });

  it("A percentage of the capacity is rounded up when it is added and down when it is removed, and is one instance at least", () => {
    proves("autoscale-percent");
    expect([after(10, "Increase", "PercentChangeCount", 15), after(10, "Decrease", "PercentChangeCount", 15)]).toEqual([12, 9]);
    expect([after(3, "Increase", "PercentChangeCount", 10), after(3, "Decrease", "PercentChangeCount", 10)]).toEqual([4, 2]);
    expect(after(10, "Decrease", "PercentChangeCount", 50)).toBe(5);
  });

  it("A rule with an exact count changes the capacity only in its own direction", () => {
    proves("autoscale-exact-count");
    expect([after(4, "Increase", "ExactCount", 6), after(4, "Increase", "ExactCount", 2)]).toEqual([6, 4]);
    expect([after(4, "Decrease", "ExactCount", 2), after(4, "Decrease", "ExactCount", 6)]).toEqual([2, 4]);
  });

  it("The next value that a scale set allows is one instance more or fewer", () => {
    proves("autoscale-next-value");
    expect([after(4, "Increase", "ServiceAllowedNextValue", 5), after(4, "Decrease", "ServiceAllowedNextValue", 5)]).toEqual([5, 3]);
  });

  it("does not change without a direction", () => {
    expect(after(4, "None", "ChangeCount", 3)).toBe(4);
  });
});
