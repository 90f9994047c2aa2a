import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { minute } from "../../region/store/metrics/metric-grain";
import { readAutoscaleSetting } from "../../region/services/autoscale/autoscale-setting-model";
import type { RegionEvent } from "../../region/foundation/event-log";
import { Clock } from "../../region/foundation/clock";
import { simulate } from "../../simulate/simulation";
import { checkout } from "../engine/support/checkout";
import { RunningTier } from "./running-tier";
import { until, Visitors } from "./visitors";

const autoscaleName = "shop-scale-set-autoscale";

/** Fast enough to be waited for, and slow enough for what a busy computer does meanwhile. */
const speedFactor = 60;

/** Long enough for the window, for the cooldown after the scale-out, and for another deployment, which takes real time. */
const loadMinutes = 18;

describe(`autoscale at ${speedFactor} times the speed`, () => {
  const tier = new RunningTier(speedFactor);
  const { region } = tier.sandbox;

  beforeAll(async () => {
    await tier.configure({
      // One virtual processor: two instances can be kept busy by a computer that has no more than two processors.
      "web-tier:vmSize": "Standard_B1s",
      // More than booting takes in a window.
      "web-tier:scaleOutCpuPercent": "70",
      "web-tier:scaleInCpuPercent": "25",
      "web-tier:userDataFile": path.join(checkout, "image/demonstration-user-data.sh"),
    });
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
  });

  afterAll(() => tier.remove());

  it("scales out under load and in after it, when the engine says so in virtual time", async () => {
    await tier.well(() => true, 60);
    const visitors = new Visitors(tier.site, 10);
    const clock = Clock.open(region.folder, speedFactor);
    await quietness(tier, clock);
    const quiet = await cpuPercent(tier);
    const started = clock.now();
    const seconds = Math.round((loadMinutes * 60) / speedFactor);
    await keepBusy(tier.site, seconds);
    const busy: number[] = [];
    while (decisions(region.folder, clock.toDate(started)).length === 0 && clock.now() < started + loadMinutes * minute) {
      busy.push(await cpuPercent(tier));
      await wait(minute / 2 / speedFactor);
    }
    await until(
      () => tier.status(),
      ({ loadBalancers }) => loadBalancers[0].rules[0].newConnectionsTo.length === 3,
      60,
    );
    const serving = clock.now();
    expect((await tier.stack.up()).changes).toEqual({ same: 27 });
    expect((await tier.status()).scaleSets[0].capacity).toBe(3);
    await until(
      () => tier.status(),
      ({ scaleSets }) => scaleSets[0].capacity === 2,
      (30 * 60) / speedFactor,
    );
    await tier.well(({ scaleSets }) => scaleSets[0].instances.length === 2, 120);
    const { served, lost } = await visitors.leave();

    const [out, back] = decisions(region.folder, clock.toDate(started)).map(({ time }) => minutesSince(started, time, clock));
    const [expectedOut, expectedBack] = predicted(region, { started, loadMinutes, quiet, busy: Math.max(...busy) });
    console.log(
      `${speedFactor} times the speed, in minutes after the load began: third instance decided after ${out.toFixed(1)} (virtual time: ` +
        `${expectedOut.toFixed(1)}) and serving after ${((serving - started) / minute).toFixed(1)}; load's end after ${loadMinutes}, ` +
        `back to two decided after ${back.toFixed(1)} (${expectedBack.toFixed(1)}); ${served} requests served`,
    );
    // One evaluation a minute, one more where something else on this computer took processor time from the load, and a quarter of a minute
    // until the region looks whether one is due.
    expect(Math.abs(out - expectedOut)).toBeLessThanOrEqual(2.25);
    expect(Math.abs(back - expectedBack)).toBeLessThanOrEqual(2.25);
    expect(lost).toEqual({});
  });
});

/** When autoscale would scale under the same load in virtual time, in minutes after the load began. */
function predicted(
  region: RunningTier["sandbox"]["region"],
  { started, loadMinutes, quiet, busy }: { started: number; loadMinutes: number; quiet: number; busy: number },
): number[] {
  const setting = region.resources().find(({ id }) => id.endsWith(autoscaleName));
  const before = 10;
  // The minute in which the load begins is busy for its rest, and that in which it ends until then.
  const begun = (started % minute) / minute;
  const share = (index: number) => Math.max(0, Math.min(index + 1, before + begun + loadMinutes) - Math.max(index, before + begun));
  const minutes = simulate({
    setting: readAutoscaleSetting(setting?.outputs ?? {}),
    load: {
      title: "two busy instances",
      minutes: before + loadMinutes + 30,
      at: (index) => (2 * (quiet + (busy - quiet) * share(index))) / 100,
    },
    initialInstances: 2,
    bootSeconds: 0,
    capacity: 1,
  });
  return [...minutes].filter(({ evaluation }) => evaluation.decision.kind === "set capacity").map((end) => end.minute + 1 - before - begun);
}

/** The average CPU of all instances in the last whole minute, as Prometheus sees it. */
async function cpuPercent(tier: RunningTier): Promise<number> {
  const lines = (await tier.text("/metrics")).split("\n").filter((line) => line.startsWith("azure_vmss_percentage_cpu{"));
  const values = lines.map((line) => Number(line.slice(line.lastIndexOf(" "))));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Has both instances burn: each request is a new connection, and the load balancer takes turns. */
async function keepBusy(site: string, seconds: number): Promise<void> {
  for (let count = 0; count < 8; count++) {
    await new Promise<void>((resolve, reject) => {
      const request = http.request(`${site}burn?seconds=${seconds}`, { method: "POST", agent: false }, (response) => {
        response.resume().on("end", resolve);
      });
      request.on("error", reject).end();
    });
  }
}

/** Waits until a window and a cooldown have passed without the work of booting, which at this speed takes minutes and can scale out by itself. */
async function quietness(tier: RunningTier, clock: Clock): Promise<void> {
  const calm = clock.realLength(6 * minute);
  for (let since = Date.now(); Date.now() - since < calm; await wait(200)) {
    const { capacity, instances } = (await tier.status()).scaleSets[0];
    const isQuiet = capacity === 2 && instances.length === 2 && (await cpuPercent(tier)) < 20;
    if (!isQuiet || decisions(tier.sandbox.region.folder, new Date(since)).length > 0) {
      since = Date.now();
    }
  }
}

/** The events in which autoscale changed the capacity, since a real moment. */
function decisions(folder: string, since: Date): RegionEvent[] {
  return fs
    .readFileSync(path.join(folder, "events.log"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RegionEvent)
    .filter(({ subject, message }) => subject === autoscaleName && message.startsWith("scales "))
    .filter(({ time }) => Date.parse(time) >= since.getTime());
}

function minutesSince(started: number, time: string, clock: Clock): number {
  return (Date.parse(time) - clock.toDate(started).getTime()) * (clock.speedFactor / minute);
}
