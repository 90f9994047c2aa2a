import { maximumRepairsAtOnce } from "../../facts/scale-set-limits";

it("one repair is under way at a time below forty instances, from there on 5 percent of the set", () => {
  expect([1, 19, 20, 39, 40, 59, 60, 1000].map(maximumRepairsAtOnce)).toEqual([1, 1, 1, 1, 2, 2, 3, 50]);
});
