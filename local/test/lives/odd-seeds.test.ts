import { describeLives } from "./lives";

describe("lives of a region, with faults of every kind", () => {
  describeLives(1);
});
