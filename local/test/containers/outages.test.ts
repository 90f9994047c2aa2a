import { buildVariant, removeVariants, type Version } from "./image-variants";
import { RunningTier } from "./running-tier";
import { Visitors } from "./visitors";

/** Every visitor's download takes a second or more, so that at any moment hundreds are under way. */
const visitorsPerSecond = 200;

// A terminate notification of 15 minutes is then half a minute, in which the drain service waits for two probes and the downloads.
const tier = new RunningTier(30);

/** So many instances, whatever the load, of a version of the image. */
function fixed(instances: number, version: Version): Promise<void> {
  return tier.configure({
    "web-tier:imageId": buildVariant(version),
    "web-tier:minimumInstances": String(instances),
    "web-tier:defaultInstances": String(instances),
    "web-tier:maximumInstances": String(instances),
    "web-tier:terminateNotificationMinutes": "15",
  });
}

function downloads(): Visitors {
  return new Visitors(`${tier.site}download`, visitorsPerSecond);
}

const versionsOf = (images: readonly { readonly image: string }[]) => [...new Set(images.map(({ image }) => image.split("/").pop()))];

beforeAll(async () => {
  await fixed(3, "1.0.0");
  expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
});

afterAll(async () => {
  await tier.remove();
  removeVariants();
});

/** The tests of this file are one life of a tier of three instances under load, in their order. */
describe("a tier of three instances under load", () => {
  it("loses no more than the requests under way on an instance that is switched off, and is whole again", async () => {
    const { scaleSets } = await tier.well(() => true, 60);
    const [{ name }] = scaleSets[0].instances;
    const visitors = downloads();
    await visitors.settled();
    const underWay = visitors.underWay;
    await tier.command("POST", `/instances/${name}/kill`);
    await tier.well((now) => now.scaleSets[0].instances.every((instance) => instance.name !== name), 120);
    const { served, lost } = await visitors.leave();
    const count = sum(lost);
    console.log(`one of three instances switched off: ${count} requests lost of ${served + count}, with ${underWay} under way`);
    // A third of those under way, and those who came before the edge knew.
    expect(count).toBeLessThan(underWay * 0.6);
    expect(count).toBeGreaterThan(0);
  });

  it("rolls a new image version through its instances without losing a request", async () => {
    await fixed(3, "1.1.0");
    const visitors = downloads();
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await tier.well(({ scaleSets }) => versionsOf(scaleSets[0].instances).join() === "1.1.0", 170);
    expect((await visitors.leave()).lost).toEqual({});
  });

  it("scales in without losing a request", async () => {
    await fixed(2, "1.1.0");
    const visitors = downloads();
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await tier.well(({ scaleSets }) => scaleSets[0].instances.length === 2, 120);
    expect((await visitors.leave()).lost).toEqual({});
  });

  it("loses the requests under way on an instance that is taken away and has no drain service", async () => {
    await fixed(3, "1.2.0");
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await tier.well(({ scaleSets }) => scaleSets[0].instances.length === 3 && versionsOf(scaleSets[0].instances).join() === "1.2.0", 170);
    await fixed(2, "1.2.0");
    const visitors = downloads();
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await tier.well(({ scaleSets }) => scaleSets[0].instances.length === 2, 120);
    const { served, lost } = await visitors.leave();
    console.log(`scale-in from three to two without the drain service: ${sum(lost)} requests lost of ${served + sum(lost)}`);
    expect(sum(lost)).toBeGreaterThan(0);
  });
});

function sum(lost: Readonly<Record<string, number>>): number {
  return Object.values(lost).reduce((total, count) => total + count, 0);
}
