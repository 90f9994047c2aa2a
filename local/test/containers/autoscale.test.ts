import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { minute } from "../../region/controllers/metric-grain";
import { readAutoscaleSetting } from "../../region/services/autoscale-setting-model";
import type { RegionEvent } from "../../region/services/event-log";
import { Clock } from "../../region/services/clock";
import { simulate } from "../../simulate/simulation";
import { checkout } from "../engine/support/checkout";
import { RunningTier } from "./running-tier";
import { until, Visitors } from "./visitors";

/** In region minutes: long enough for the window and for the cooldown after the scale-out. */
const loadMinutes = 14;

const autoscaleName = "shop-scale-set-autoscale";

describe.each([60, 20])("autoscale at %i times the speed", (speedFactor) => {
  const tier = new RunningTier(speedFactor);
  const { region } = tier.sandbox;

  beforeAll(async () => {
    await tier.configure({
      // One virtual processor: two instances can be kept busy by a computer that has no more than two processors.
      "web-tier:vmSize": "Standard_B1s",
      "web-tier:scaleOutCpuPercent": "50",
      "web-tier:scaleInCpuPercent": "25",
      "web-tier:terminateNotificationMinutes": "15",
      "web-tier:userDataFile": path.join(checkout, "image/demonstration-user-data.sh"),
    });
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
  });

  afterAll(() => tier.remove());

  it("scales out under load and in after it, when the engine says so in virtual time", async () => {
    await tier.well(() => true, 60);
    const visitors = new Visitors(tier.site, 10);
    // A window without the work of booting.
    await wait((6 * minute) / speedFactor);
    const clock = Clock.open(region.folder, speedFactor);
    const quiet = await cpuPercent(tier);
    const started = clock.now();
    const seconds = Math.round((loadMinutes * 60) / speedFactor);
    await keepBusy(tier.site, seconds);
    const busy: number[] = [];
    while (decisions(region.folder).length === 0 && clock.now() < started + loadMinutes * minute) {
      busy.push(await cpuPercent(tier));
      await wait(minute / 2 / speedFactor);
    }
    await until(
      () => tier.status(),
      ({ loadBalancers }) => loadBalancers[0].rules[0].newConnectionsTo.length === 3,
      60,
    );
    const serving = clock.now();
    expect((await tier.stack.up()).changes).toEqual({ same: 24 });
    expect((await tier.status()).scaleSets[0].capacity).toBe(3);
    await until(
      () => tier.status(),
      ({ scaleSets }) => scaleSets[0].capacity === 2,
      (30 * 60) / speedFactor,
    );
    await tier.well(({ scaleSets }) => scaleSets[0].instances.length === 2, 120);
    const { served, lost } = await visitors.leave();

    const [out, back] = decisions(region.folder).map(({ time }) => minutesSince(started, time, clock));
    const [expectedOut, expectedBack] = predicted(region, { started, quiet, busy: Math.max(...busy) });
    console.log(
      `${speedFactor} times the speed, in minutes after the load began: third instance decided after ${out.toFixed(1)} (virtual time: ` +
        `${expectedOut.toFixed(1)}) and serving after ${((serving - started) / minute).toFixed(1)}; load's end after ${loadMinutes}, ` +
        `back to two decided after ${back.toFixed(1)} (${expectedBack.toFixed(1)}); ${served} requests served`,
    );
    // One evaluation a minute, and a quarter of a minute until the region looks whether one is due.
    expect(Math.abs(out - expectedOut)).toBeLessThanOrEqual(1.25);
    expect(Math.abs(back - expectedBack)).toBeLessThanOrEqual(1.25);
    expect(lost).toEqual({});
  });
});

/** When autoscale would scale under the same load in virtual time, in minutes after the load began. */
function predicted(
  region: RunningTier["sandbox"]["region"],
  { started, quiet, busy }: { started: number; quiet: number; busy: number },
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

/** The events in which autoscale changed the capacity. */
function decisions(folder: string): RegionEvent[] {
  return fs
    .readFileSync(path.join(folder, "events.log"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RegionEvent)
    .filter(({ subject, message }) => subject === autoscaleName && message.startsWith("scales "));
}

function minutesSince(started: number, time: string, clock: Clock): number {
  return (Date.parse(time) - clock.toDate(started).getTime()) * (clock.speedFactor / minute);
}
