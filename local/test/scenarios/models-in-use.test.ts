import { story } from "../simulation/story";
import { proves } from "../support/proves";

const told = story();

/** One instance more, of a model of its own. */
const revision = (version: number) => ({ mode: "Manual", capacity: version, behaviour: { version } }) as const;

describe("a scale set whose instances have ten models", () => {
  it("gets no eleventh one until instances are upgraded", async () => {
    proves("models-in-use");
    const { world } = told;
    for (let version = 1; version <= 10; version++) {
      await world.deploy(revision(version));
    }
    expect(new Set(world.instances.map(({ model }) => model)).size).toBe(10);
    expect(await world.up(revision(11))).toEqual([expect.stringContaining("reached its limit of 10 models")]);
    expect(world.instances).toHaveLength(10);
  });

  it("still takes what is no new model, and a new one once fewer are in use", async () => {
    const { world } = told;
    for (let version = 1; version <= 10; version++) {
      await world.deploy(revision(version));
    }
    await world.deploy({ ...revision(10), capacity: 11 });
    await world.deploy({ ...revision(10), capacity: 9 });
    await world.deploy({ ...revision(11), capacity: 9 });
    expect(world.instances).toHaveLength(9);
  });
});
