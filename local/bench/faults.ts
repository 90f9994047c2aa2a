import { deployFixed, endure, faults } from "../test/containers/faults";
import { removeVariants } from "../test/containers/image-variants";
import { RunningTier } from "../test/containers/running-tier";
import type { Figure } from "./figure";

/** Grace periods and probes pass so many times as fast: a terminate notification of 5 minutes in ten seconds. */
const speedFactor = 30;

const visitorsPerSecond = 100;

/** Deploys a tier of three instances to a region of its own, has visitors come, and counts what each fault costs them. */
export async function measureFaults(): Promise<Figure[]> {
  const tier = new RunningTier(speedFactor);
  try {
    await deployFixed(tier, 3, "1.0.0");
    await tier.well(() => true, 60);
    const figures = [];
    for (const fault of faults) {
      const toll = await endure(tier, fault, visitorsPerSecond);
      const [lost, limit] = [toll.lost, fault.mayCost(toll)];
      const measured = `${lost} of ${lost + toll.served} requests lost, whole after ${toll.seconds.toFixed(0)} s`;
      figures.push({
        what: fault.what,
        measured,
        target: limit === 0 ? "none lost" : `at most ${limit}`,
        isMet: lost <= limit && toll.lostAfterwards === 0,
      });
      console.log(
        `${fault.what}: ${measured}, ${toll.lostAfterwards} of them made after it; ${toll.underWay} were under way when it began.`,
      );
    }
    return figures;
  } finally {
    await tier.remove();
    removeVariants();
  }
}
