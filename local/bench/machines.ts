import * as fs from "node:fs";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { lowLimits } from "../region/podman/machines/kernel-limits";
import type { RegionEvent } from "../region/foundation/event-log";
import { RunningTier } from "../test/containers/running-tier";
import { atMost, type Figure, median } from "./figure";
import { watchProcess } from "./process-usage";

/** How often one more instance is created. */
const rounds = 5;
const manyInstances = 30;
/** A deployment leaves work behind: alerts that it fired are resolved, and what the daemon runs often is compiled. */
const settleSeconds = 60;
const idleSeconds = 60;
/** The local stack's. */
const speedFactor = 10;

/** Deploys the tier to a region of its own, lets it idle, adds instances one by one, and then deploys it anew with many at once. */
export async function measureMachines(): Promise<Figure[]> {
  // Before the first daemon raises what it may.
  const low = lowLimits(manyInstances).map(({ setting, value, needed }) => `${setting} is ${value}, ${needed} are needed`);
  console.log(`Kernel limits in the way of ${manyInstances} machines: ${low.join("; ") || "none, or raised by a region before"}.`);
  return [...(await measureFew()), ...(await measureMany())];
}

async function measureFew(): Promise<Figure[]> {
  const tier = new RunningTier(speedFactor);
  try {
    await deploy(tier, 2);
    console.log(`The daemon comes to rest for ${settleSeconds} s, and idles for ${idleSeconds} s.`);
    await wait(settleSeconds * 1000);
    const { cpuPercent, megabytes } = await watchProcess(tier.sandbox.region.process(), idleSeconds);
    for (let round = 1; round <= rounds; round++) {
      await deploy(tier, 2 + round);
    }
    const alone = creations(tier).slice(2);
    console.log(`Instances created one at a time: healthy after ${alone.map((seconds) => `${seconds.toFixed(1)} s`).join(", ")}.`);
    return [
      atMost("the daemon's processor time, idle with two instances", cpuPercent, 1, " %", 1),
      atMost("the daemon's memory, idle with two instances", megabytes, 120, " MB"),
      atMost("one instance, from created to healthy", median(alone), 4, " s", 1),
    ];
  } finally {
    await tier.remove();
  }
}

async function measureMany(): Promise<Figure[]> {
  const tier = new RunningTier(speedFactor);
  try {
    await deploy(tier, manyInstances);
    const { instances } = (await tier.status()).scaleSets[0];
    const memory = instances.map(({ memoryBytes }) => (memoryBytes ?? NaN) / 1024 ** 2);
    return [
      atMost(`${manyInstances} instances, from the first created to all healthy`, secondsUntilAllHealthy(tier), 90, " s"),
      atMost("memory of one of them", median(memory), 60, " MB"),
    ];
  } finally {
    await tier.remove();
  }
}

/** Has the tier run so many instances. */
async function deploy(tier: RunningTier, instances: number): Promise<void> {
  const count = String(instances);
  await tier.configure({
    "web-tier:minimumInstances": count,
    "web-tier:defaultInstances": count,
    "web-tier:maximumInstances": count,
    // A public IP address has ports for so many instances and those that an upgrade adds.
    "web-tier:allocatedOutboundPorts": "1024",
  });
  const { status, output } = await tier.stack.up();
  if (status !== 0) {
    throw new Error(output);
  }
  await tier.well(({ scaleSets }) => scaleSets[0].instances.length === instances, 300);
}

/** For each instance, in the order of their creation, the seconds until it was healthy. */
function creations(tier: RunningTier): number[] {
  const all = events(tier);
  return all
    .filter(({ message }) => message.startsWith("is created"))
    .map(({ subject, time }) => (timeOfHealth(all, subject) - Date.parse(time)) / 1000);
}

function secondsUntilAllHealthy(tier: RunningTier): number {
  const all = events(tier);
  const created = all.filter(({ message }) => message.startsWith("is created"));
  const began = Math.min(...created.map(({ time }) => Date.parse(time)));
  return (Math.max(...created.map(({ subject }) => timeOfHealth(all, subject))) - began) / 1000;
}

function timeOfHealth(all: readonly RegionEvent[], instance: string): number {
  const healthy = all.find(({ subject, message }) => subject === instance && message.startsWith("health is now Healthy"));
  return Date.parse(healthy?.time ?? "");
}

function events(tier: RunningTier): RegionEvent[] {
  const text = fs.readFileSync(path.join(tier.sandbox.region.folder, "events.log"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as RegionEvent);
}
