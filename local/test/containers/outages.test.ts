import { deployFixed, endure, faults } from "./faults";
import { removeVariants } from "./image-variants";
import { RunningTier } from "./running-tier";

// Twice as fast as `make faults`, with a quarter of its visitors, as other tests want processors too.
const tier = new RunningTier(60);
const visitorsPerSecond = 25;

beforeAll(async () => {
  await deployFixed(tier, 3, "1.0.0");
  await tier.well(() => true, 60);
});

afterAll(async () => {
  await tier.remove();
  removeVariants();
});

/** The tests of this file are one life of a tier of three instances under load, in their order. */
describe("visitors lose no more than they must when", () => {
  it.each(faults)("$what", async (fault) => {
    const toll = await endure(tier, fault, visitorsPerSecond);
    console.log(`${fault.what}: ${toll.lost} requests lost of ${toll.lost + toll.served}, with ${toll.underWay} under way`);
    expect(toll.lost).toBeLessThanOrEqual(fault.mayCost(toll));
    expect(toll.lostAfterwards).toBe(0);
  });
});
