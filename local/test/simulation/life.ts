import { deleteByHand, operate, resumeRepairs, setProtection } from "../../region/services/scale-set/manual-operations";
import { isNoRoom } from "../../region/foundation/write-failure";
import { Chance } from "./chance";
import { type DeclaredTier, usualTier } from "./declared-tier";
import type { GuestBehaviour } from "./guest-behaviour";
import { notAtRest } from "./rest";
import { World } from "./world";

/** What came of one life. */
export interface Life {
  /** What did not hold, or was not there in the end; nothing where all is well. */
  readonly problems: readonly string[];
  readonly trace: readonly string[];
}

/** How long what is declared may take once nothing breaks any more, in region minutes. */
const restMinutes = 600;

/** In milliseconds. */
const hour = 3_600_000;

type Act = (world: World, chance: Chance) => Promise<unknown> | void;

/** What may happen, and how often in comparison. Nothing here waits for what it begins. */
const acts: readonly (readonly [weight: number, act: Act])[] = [
  [4, (world, chance) => machine(world, chance)?.end()],
  [2, (world, chance) => lose(world, chance)],
  [2, (world, chance) => machine(world, chance)?.disturb(chance.pick(["ill", "silent"]))],
  [1, (world, chance) => machine(world, chance)?.disturb(undefined)],
  [5, (world, chance) => declare(world, { capacity: chance.between(1, 4) })],
  [5, (world, chance) => declare(world, { behaviour: newBehaviour(chance) })],
  [2, (world, chance) => declare(world, { image: chance.pick(["1.0.0", "1.1.0"]) })],
  [2, (world, chance) => declare(world, { mode: chance.pick(["Rolling", "Automatic", "Manual"]) })],
  [2, (world, chance) => declare(world, { rollingUpgrade: rollingUpgrade(chance) })],
  [2, (world, chance) => declare(world, { repairs: repairs(chance) })],
  [2, (world, chance) => declare(world, { probe: probe(chance) })],
  [1, (world) => declare(world, { probe: undefined })],
  [1, (world) => declare(world, { hasScaleSet: !world.declared.hasScaleSet })],
  [1, (world, chance) => declare(world, { autoscale: chance.pick([undefined, { minimum: 2, maximum: 3 }]) })],
  [2, (world, chance) => void (world.load = chance.pick([0.05, 0.4, 0.9]))],
  [2, (world, chance) => world.setZone(chance.pick(world.declared.zones), true)],
  [2, (world) => zonesBack(world)],
  [3, (world) => world.restartDaemon()],
  [6, (world, chance) => world.daemon.computer.killAfter(chance.between(0, 60))],
  [1, (world) => world.edges.lose()],
  [1, (world, chance) => protect(world, chance)],
  [2, (world, chance) => operateByHand(world, chance)],
  [1, (world) => resume(world)],
  [2, (world, chance) => askForEvents(world, chance)],
  [1, (world, chance) => void (world.podman.failureRate = chance.pick([0, 0.05, 0.3, 0.9]))],
  [1, (world, chance) => void (world.edges.failureRate = chance.pick([0, 0.3]))],
  [1, (world, chance) => void (world.time.clockAheadBy += chance.pick([24 * hour, -hour]))],
  [2, (world) => void (world.disk.isFull = !world.disk.isFull)],
  [2, (world) => void world.podman.images.delete("localhost/web:1.1.0")],
  [2, (world) => void world.podman.images.add("localhost/web:1.1.0")],
];

/** Lives one life of a region, with what the seed has in store for it. */
export async function live(seed: number): Promise<Life> {
  const chance = new Chance(seed);
  const world = new World(seed, chance.pick([10, 60, 60, 120]));
  try {
    await begin(world, chance);
    for (let count = chance.between(4, 12); count > 0; count--) {
      await pass(world, chance.pick([0.1, 0.5, 2, 5, 15]) * (0.5 + chance.fraction()));
      void act(world, chance);
    }
    const missing = await comeToRest(world, chance);
    return { problems: [...world.invariants.broken, ...missing], trace: world.trace };
  } finally {
    world.remove();
  }
}

async function begin(world: World, chance: Chance): Promise<void> {
  void declare(world, {
    capacity: chance.between(1, 4),
    zones: chance.pick([["1", "2", "3"], ["1", "2"], ["1"]]),
    mode: chance.pick(["Rolling", "Rolling", "Rolling", "Automatic", "Manual"]),
    rollingUpgrade: rollingUpgrade(chance),
    repairs: repairs(chance),
    terminateNotification: chance.happens(0.5),
    subnetPrefix: chance.pick(["10.0.0.0/24", "10.0.0.0/24", "10.0.0.0/28"]),
    probe: chance.happens(0.9) ? probe(chance) : undefined,
    autoscale: chance.happens(0.2) ? { minimum: 2, maximum: 3 } : undefined,
  });
  await pass(world, chance.pick([1, 5, 10]));
}

/** Nothing breaks any more, and somebody declares what can be had. */
async function comeToRest(world: World, chance: Chance): Promise<string[]> {
  Object.assign(world.podman, { failureRate: 0 });
  Object.assign(world.edges, { failureRate: 0 });
  world.disk.isFull = false;
  world.daemon.computer.killAfter(Infinity);
  world.load = 0.4;
  await pass(world, 1);
  world.podman.containers.forEach((container) => container.disturb(undefined));
  const last: Partial<DeclaredTier> = {
    behaviour: { version: 1000 },
    // Upgrades in place run no new user data, but for that of a new disk; no instance has this image yet.
    image: "1.2.0",
    autoscale: undefined,
    mode: "Rolling",
    rollingUpgrade: { ...rollingUpgrade(chance), maxUnhealthyUpgradedInstancePercent: 100 },
    repairs: usualTier.repairs,
  };
  // Azure takes another repair action only while repairs are disabled.
  const first: Partial<DeclaredTier> = { ...last, repairs: { enabled: false } };
  let isUnderWay = false;
  let isDeclared = false;
  const tryAgain = () => {
    if (!isUnderWay && !world.isDeclaring) {
      isUnderWay = true;
      unprotect(world);
      resume(world);
      void declare(world, first)
        .then(() => declare(world, last))
        .then(() => (isDeclared = true))
        .finally(() => (isUnderWay = false));
    }
  };
  for (let minutes = 0; minutes < restMinutes; minutes += 20) {
    void zonesBack(world);
    tryAgain();
    if (await world.passUntil(() => isDeclared && !isUnderWay && notAtRest(world).length === 0, 20)) {
      return stayAtRest(world);
    }
  }
  return notAtRest(world);
}

/** What is at rest stays so, and a machine that dies comes back with nobody's help. */
async function stayAtRest(world: World): Promise<string[]> {
  await pass(world, 5);
  const moved = notAtRest(world);
  const [one] = world.instances;
  if (moved.length > 0 || one === undefined) {
    return moved.map((problem) => `did not stay at rest: ${problem}`);
  }
  world.podman.machine(one.name)?.end();
  await pass(world, 1);
  await world.passUntil(() => notAtRest(world).length === 0, 60);
  return notAtRest(world).map((problem) => `after ${one.name} had died: ${problem}`);
}

/** Has something happen. What a person or an instance asks for on a full disk is refused. */
async function act(world: World, chance: Chance): Promise<void> {
  try {
    await choose(chance)(world, chance);
  } catch (error) {
    if (!isNoRoom(error)) {
      throw error;
    }
    world.note(`refused: ${(error as Error).message}`);
  }
}

function choose(chance: Chance): Act {
  let left = chance.fraction() * acts.reduce((sum, [weight]) => sum + weight, 0);
  const [, act] = acts.find(([weight]) => (left -= weight) < 0) ?? acts[0];
  return act;
}

/** Lets time pass; a daemon that was killed meanwhile is followed by another one. */
async function pass(world: World, minutes: number): Promise<void> {
  await world.pass(minutes);
  if (world.daemon.computer.isDead) {
    world.restartDaemon();
  }
}

/** Pulumi has one update at a time. */
async function declare(world: World, change: Partial<DeclaredTier>): Promise<void> {
  if (!world.isDeclaring) {
    await world.beginUp(change);
  }
}

function machine(world: World, chance: Chance) {
  return world.podman.containers.length === 0 ? undefined : chance.pick(world.podman.containers);
}

/** Somebody removes machines from Podman, one or all. */
function lose(world: World, chance: Chance): void {
  const { podman } = world;
  const one = machine(world, chance);
  podman.lose(one === undefined || chance.happens(0.3) ? podman.containers : [one]);
}

function newBehaviour(chance: Chance): GuestBehaviour {
  const version = chance.between(1, 99);
  return chance.pick<GuestBehaviour>([
    { version },
    { version },
    { version, boot: "reboots once" },
    { version, boot: "fails" },
    { version, application: "ill" },
    { version, application: "silent" },
  ]);
}

function rollingUpgrade(chance: Chance): DeclaredTier["rollingUpgrade"] {
  return {
    maxBatchInstancePercent: chance.pick([20, 34, 50, 100]),
    maxUnhealthyInstancePercent: 100,
    maxUnhealthyUpgradedInstancePercent: chance.pick([20, 67, 100]),
    pauseTimeBetweenBatches: chance.pick(["PT0S", "PT30S", "PT2M"]),
    maxSurge: chance.happens(0.5),
    prioritizeUnhealthyInstances: chance.happens(0.5),
    rollbackFailedInstancesOnPolicyBreach: chance.happens(0.5),
  };
}

function repairs(chance: Chance): DeclaredTier["repairs"] {
  return {
    enabled: chance.happens(0.9),
    gracePeriod: chance.pick(["PT10M", "PT30M"]),
    repairAction: chance.pick(["Replace", "Replace", "Reimage", "Restart"]),
  };
}

function probe(chance: Chance): NonNullable<DeclaredTier["probe"]> {
  return {
    intervalInSeconds: chance.pick([5, 15]),
    requestPath: chance.pick(["/healthz", "/ready"]),
    threshold: chance.between(1, 3),
  };
}

function zonesBack(world: World): Promise<unknown> {
  return Promise.all([...world.zonesDown].map((zone) => world.setZone(zone, false)));
}

function services(world: World) {
  return world.scaleSets.map(({ service }) => service);
}

function protect(world: World, chance: Chance): void {
  const [set] = services(world);
  const staying = set?.instances.filter(({ provisioningState }) => provisioningState !== "Deleting") ?? [];
  if (staying.length > 0) {
    setProtection(set, chance.pick(staying).name, chance.pick(["scale-in", "scale-set-actions", undefined]), world.daemon.region.events);
  }
}

function unprotect(world: World): void {
  for (const set of services(world)) {
    for (const { name, protection, provisioningState } of set.instances) {
      if (protection !== undefined && provisioningState !== "Deleting") {
        setProtection(set, name, undefined, world.daemon.region.events);
      }
    }
  }
}

/** Nobody names an instance on which something is under way, or that is protected: that is refused. */
function operateByHand(world: World, chance: Chance): void {
  const [set] = world.scaleSets;
  const settled = set?.service.instances.filter(
    ({ provisioningState, protection }) => ["Succeeded", "Failed"].includes(provisioningState) && protection !== "scale-set-actions",
  );
  if (settled === undefined || settled.length === 0) {
    return;
  }
  const { events, clock, store, computer } = world.daemon.region;
  const { name } = chance.pick(settled);
  const operation = chance.pick(["reimage", "restart", "update-instances", "delete"] as const);
  if (operation === "delete") {
    deleteByHand(set, name, { store, events, now: clock.now(), eventId: computer.newUuid() });
  } else {
    operate(set.service, name, operation, clock.now(), events);
  }
}

function resume(world: World): void {
  resumeRepairs(services(world), world.daemon.region.events);
}

/** An instance asks for scheduled events, as a drain service does, and may approve those that there are. */
function askForEvents(world: World, chance: Chance): void {
  for (const host of world.daemon.metadata.values()) {
    host.onEventsAsked();
    if (chance.happens(0.5)) {
      host.onEventsApproved(host.read().scheduledEvents.Events.map(({ EventId }) => EventId));
    }
  }
}
