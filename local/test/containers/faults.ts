import { execFileSync } from "node:child_process";
import { buildVariant, type Version } from "./image-variants";
import type { RunningTier } from "./running-tier";
import { served, Visitors } from "./visitors";

/** What a tier of three instances stands under load: what fails, and what people do to it. */
export interface Fault {
  readonly what: string;
  /**
   * Brings it about, and returns when the tier is as declared again.
   * @param struck To be called once what is to break has broken.
   */
  readonly strike: (tier: RunningTier, struck: () => void) => Promise<void>;
  /** How many requests it may cost. */
  readonly mayCost: (toll: Toll) => number;
}

/** What a fault cost. */
export interface Toll {
  readonly served: number;
  readonly lost: number;
  /** How many of the lost requests were made after it had struck, which is to cost none; 0 where nothing says when that was. */
  readonly lostAfterwards: number;
  /** How many requests were under way when it began, or came until it had struck. */
  readonly underWay: number;
  /** How many came each second. */
  readonly perSecond: number;
  /** Until the tier was as declared again. */
  readonly seconds: number;
}

const nothing = () => 0;
/**
 * What was under way on one of three instances. Each connection comes to one of them by a hash, so that it has a third of them, give or take; four
 * standard deviations more come about once in thirty thousand times.
 */
const anInstance = ({ underWay }: Toll) => Math.ceil(underWay / 3 + 4 * Math.sqrt((underWay * 2) / 9));
/** Everything that was under way, and what comes until another is there: within a second, or ten on a busy computer. */
const theLoadBalancer = ({ underWay, perSecond }: Toll) => underWay + perSecond * 10;

/** In their order: each begins with what the one before has left, and all but the last leave three instances. */
export const faults: readonly Fault[] = [
  {
    what: "one of three instances is switched off",
    mayCost: anInstance,
    strike: async (tier, struck) => {
      const [{ name }] = (await tier.status()).scaleSets[0].instances;
      await tier.command("POST", `/instances/${name}/kill`);
      struck();
      await tier.well(({ scaleSets }) => scaleSets[0].instances.every((instance) => instance.name !== name), 120);
    },
  },
  {
    what: "one of three zones is lost",
    mayCost: anInstance,
    strike: async (tier, struck) => {
      const [{ zone }] = (await tier.status()).scaleSets[0].instances;
      await tier.command("POST", `/zones/${zone}/kill`);
      struck();
      await tier.well(({ scaleSets }) => scaleSets[0].instances.every((instance) => instance.zone !== zone), 120);
      await tier.command("POST", `/zones/${zone}/start`);
    },
  },
  {
    what: "the load balancer is killed",
    mayCost: theLoadBalancer,
    strike: async (tier) => {
      execFileSync("podman", ["kill", ...tier.containers().filter((name) => name.includes("-edge-"))]);
      await served(tier.site);
      await tier.well(() => true, 60);
    },
  },
  {
    what: "the region's daemon is killed, and another begins",
    mayCost: nothing,
    strike: async (tier) => {
      await tier.sandbox.region.kill();
      await tier.sandbox.region.start();
      await tier.well(() => true, 60);
    },
  },
  {
    what: "a new image version rolls through the instances",
    mayCost: nothing,
    strike: async (tier) => {
      await deployFixed(tier, 3, "1.1.0");
      await tier.well(({ scaleSets }) => versionsOf(scaleSets[0].instances).join() === "1.1.0", 170);
    },
  },
  {
    what: "three instances become two",
    mayCost: nothing,
    strike: async (tier) => {
      await deployFixed(tier, 2, "1.1.0");
      await tier.well(({ scaleSets }) => scaleSets[0].instances.length === 2, 120);
    },
  },
];

/** Has the tier run so many instances of a version of the image, whatever the load. */
export async function deployFixed(tier: RunningTier, instances: number, version: Version): Promise<void> {
  await tier.configure({
    "web-tier:imageId": buildVariant(version),
    "web-tier:minimumInstances": String(instances),
    "web-tier:defaultInstances": String(instances),
    "web-tier:maximumInstances": String(instances),
  });
  const { status, output } = await tier.stack.up();
  if (status !== 0) {
    throw new Error(output);
  }
}

/**
 * Has visitors come while the fault strikes, until the tier is as declared again.
 * @param visitorsPerSecond So many ask for the page each second, and as many begin a download of a second or more.
 */
export async function endure(tier: RunningTier, { strike }: Fault, visitorsPerSecond: number): Promise<Toll> {
  const pages = new Visitors(tier.site, visitorsPerSecond);
  const downloads = new Visitors(`${tier.site}download`, visitorsPerSecond);
  await downloads.settled();
  let underWay = pages.underWay + downloads.underWay;
  const before = pages.come + downloads.come;
  const began = performance.now();
  let struckAt = Infinity;
  try {
    await strike(tier, () => {
      struckAt = performance.now();
      underWay += pages.come + downloads.come - before;
    });
  } finally {
    pages.close();
    downloads.close();
  }
  const seconds = (performance.now() - began) / 1000;
  const visits = [await pages.leave(), await downloads.leave()];
  const lost = sum(visits.flatMap((of) => Object.values(of.lost)));
  const lostAfterwards = pages.lostAfter(struckAt) + downloads.lostAfter(struckAt);
  return { served: sum(visits.map(({ served }) => served)), lost, lostAfterwards, underWay, perSecond: 2 * visitorsPerSecond, seconds };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function versionsOf(instances: readonly { readonly image: string }[]): (string | undefined)[] {
  return [...new Set(instances.map(({ image }) => image.split("/").pop()))];
}
