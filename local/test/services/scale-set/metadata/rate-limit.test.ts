import { RateLimit } from "../../../../region/services/scale-set/metadata/rate-limit";
import { proves } from "../../../support/proves";

describe("the rate limit", () => {
  it("The sixth request within a second is refused with 429", () => {
    proves("metadata-rate");
    const limit = new RateLimit();
    expect([0, 200, 400, 600, 800, 999].map((time) => limit.allows(time))).toEqual([true, true, true, true, true, false]);
  });

  it("lets one more through for each that is a second old, and does not count what it refused", () => {
    const limit = new RateLimit();
    for (let request = 0; request < 20; request++) {
      limit.allows(500);
    }
    expect(limit.allows(1499)).toBe(false);
    expect([1500, 1500, 1500, 1500, 1500, 1500].map((time) => limit.allows(time))).toEqual([true, true, true, true, true, false]);
  });
});
