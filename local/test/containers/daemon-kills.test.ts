import * as fs from "node:fs";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isWell, RunningTier } from "./running-tier";
import { until, Visitors } from "./visitors";

const visitorsPerSecond = 50;

/** After so many milliseconds of each `up` the daemon is killed: while the engine creates, and while machines boot. */
const momentsOfUp = [1300, 3200];

/** So many milliseconds after the daemon before it, each daemon is killed: long before its machines are made, and after. */
const momentsOfUpgrade = [900, 4000];
const momentsOfRepair = [800, 3000];

const tier = new RunningTier(60);
const { region } = tier.sandbox;

beforeAll(() => tier.configure({}));
afterAll(() => tier.remove());

/** Kills one daemon after the other. */
async function killDaemons(moments: readonly number[]): Promise<void> {
  for (const moment of moments) {
    await wait(moment);
    await region.kill();
    expect((await region.start()).status).toBe(0);
  }
}

/** The site is as declared: two instances that are well, their machines, one edge, and nothing else. */
async function expectDeclared(): Promise<void> {
  const { scaleSets } = await tier.well(() => true, 170);
  const { instances } = scaleSets[0];
  expect(instances).toHaveLength(2);
  const expected = [...instances.map(({ name }) => expect.stringMatching(new RegExp(`${name}$`))), expect.stringContaining("-edge-")];
  await until(
    () => tier.containers(),
    (names) => names.length <= expected.length,
    20,
  );
  const names = tier.containers();
  expect(names).toHaveLength(expected.length);
  expect(names).toEqual(expect.arrayContaining(expected));
}

/**
 * The tests of this file are one life of the tier, through which six daemons are killed. Simulated lives are killed at any moment; here
 * engine, Podman and visitors are real.
 */
describe("a daemon that is killed", () => {
  it("while the tier is deployed costs no more than another up", async () => {
    expect((await region.start()).status).toBe(0);
    for (const moment of momentsOfUp) {
      const up = tier.stack.up();
      await wait(moment);
      await region.kill();
      await up;
      expect((await region.start()).status).toBe(0);
    }
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await expectDeclared();
    expect((await tier.stack.preview()).steps).toEqual([]);
    expect((await tier.stack.kept()).map(({ id }) => id?.toLowerCase()).sort()).toEqual(
      expect.arrayContaining(region.ids().map((id) => id.toLowerCase())),
    );
  });

  it("while an upgrade rolls loses no request, and the upgrade ends as declared", async () => {
    const userData = path.join(tier.stack.folder, "..", "user-data.sh");
    fs.writeFileSync(userData, "#!/bin/sh\necho second > /var/tmp/generation\n");
    await tier.configure({ "web-tier:userDataFile": userData });
    const visitors = new Visitors(tier.site, visitorsPerSecond);
    const up = tier.stack.up();
    await until(
      () => tier.status(),
      ({ scaleSets }) => scaleSets[0].instances.some(({ model }) => model === "old"),
      30,
    );
    await killDaemons(momentsOfUpgrade);
    await up;
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await tier.well(({ scaleSets }) => scaleSets[0].instances.every(({ model }) => model === "latest"), 170);
    await expectDeclared();
    expect((await visitors.leave()).lost).toEqual({});
  });

  it("while an instance is repaired loses no request, and the instance is replaced", async () => {
    const [{ name }] = (await tier.status()).scaleSets[0].instances;
    await tier.command("POST", `/instances/${name}/kill`);
    await until(
      () => tier.status(),
      (status) => !isWell(status) && status.loadBalancers[0].rules[0].newConnectionsTo.length === 1,
      30,
    );
    const visitors = new Visitors(tier.site, visitorsPerSecond);
    await killDaemons(momentsOfRepair);
    await tier.well(({ scaleSets }) => scaleSets[0].instances.every((instance) => instance.name !== name), 170);
    await expectDeclared();
    expect((await visitors.leave()).lost).toEqual({});
  });
});
