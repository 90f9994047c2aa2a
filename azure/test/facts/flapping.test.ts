import { expectedValue, hardestScaleIn, valueBefore } from "../../facts/flapping";

it.each([
  [20, 3, 2, 30],
  [50, 2, 1, 100],
  [0, 9, 3, 0],
  // In binary fractions, 0.1 times 3 is not 0.3.
  [0.1, 3, 1, 0.3],
])("%d on each of %i instances is expected to be on %i: %d", (value, from, to, expected) => {
  expect(expectedValue(value, { from, to })).toBe(expected);
});

describe("the hardest scale-in", () => {
  it.each([
    [2, 9, 1, { from: 3, to: 2 }],
    [1, 9, 1, { from: 2, to: 1 }],
    [2, 9, 4, { from: 6, to: 2 }],
    [2, 4, 4, { from: 4, to: 2 }],
    // Nothing shares the load of no instances.
    [0, 3, 1, { from: 2, to: 1 }],
    [3, 3, 1, undefined],
    [0, 1, 1, undefined],
  ])("between %i and %i instances by %i is %j", (minimum, maximum, step, scaling) => {
    expect(hardestScaleIn(minimum, maximum, step)).toEqual(scaling);
  });

  it("brings the metric to the threshold if any scale-in of the range does", () => {
    const wrong: number[][] = [];
    for (let scaleOut = 1; scaleOut < 100; scaleOut += 7) {
      for (let scaleIn = 1; scaleIn < scaleOut; scaleIn++) {
        for (let minimum = 0; minimum <= 6; minimum++) {
          for (let maximum = minimum; maximum <= 8; maximum++) {
            const hardest = hardestScaleIn(minimum, maximum, 1);
            const found = hardest !== undefined && expectedValue(scaleIn, hardest) >= scaleOut;
            if (found !== undoneSomewhere(scaleIn, scaleOut, minimum, maximum)) {
              wrong.push([scaleIn, scaleOut, minimum, maximum]);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Whether a scale-in from any number of instances of the range would be undone, by the definition. */
function undoneSomewhere(scaleIn: number, scaleOut: number, minimum: number, maximum: number): boolean {
  return Array.from({ length: maximum - minimum }, (_, index) => minimum + 1 + index).some(
    (count) => count > 1 && scaleIn * count >= scaleOut * (count - 1),
  );
}

it("the value before is the one from which the threshold is expected", () => {
  const scaling = { from: 3, to: 2 };
  expect(valueBefore(75, scaling)).toBe(50);
  expect(expectedValue(valueBefore(75, scaling), scaling)).toBe(75);
});
