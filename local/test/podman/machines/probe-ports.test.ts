import type { Machines } from "../../../region/podman/machines/machine";
import { World } from "../../simulation/world";

const network = "subnet";
const added = { http: [], tcp: [8000] };

let world: World;

beforeEach(async () => {
  world = new World();
  await inTime(world.daemon.region.podman.createNetwork(network, ["--subnet", "10.0.0.0/24"]));
});
afterEach(() => world.remove());

/** What comes of something that virtual time has to pass for. */
async function inTime<T>(asked: Promise<T>): Promise<T> {
  let isOver = false;
  const over = asked.finally(() => (isOver = true));
  // It may fail while time passes, which is nobody's fault yet.
  over.catch(() => undefined);
  await world.passUntil(() => isOver);
  return over;
}

async function createMachine(): Promise<void> {
  const { machines } = world.daemon.region;
  const identity = { name: "web_0", vmId: "vm", computerName: "web0", adminUsername: "azureuser", sshPublicKeys: [] };
  const place = { image: "localhost/web:1.0.0", network, address: "10.0.0.4", vCpus: 2, memoryGiB: 1 };
  await inTime(machines.create({ ...identity, ...place, probePorts: { http: [], tcp: [] }, labels: {} }));
}

function ask(machines: Machines = world.daemon.region.machines) {
  return inTime(machines.ask("web_0", { protocol: "tcp", port: 8000, path: "/", userAgent: "probe", timeoutInMilliseconds: 100 }));
}

describe("a further port of a machine that runs", () => {
  it("is asked once Podman can be had again, where it could not be the first time", async () => {
    await createMachine();
    await world.pass(10);
    world.podman.failureRate = 1;
    await expect(inTime(world.daemon.region.machines.addProbePorts("web_0", added))).rejects.toMatchObject({ kind: "Busy" });
    world.podman.failureRate = 0;
    await inTime(world.daemon.region.machines.addProbePorts("web_0", added));
    expect(await ask()).toEqual({ kind: "connected" });
  });

  it("is asked by the next daemon, where the one before was killed on the way", async () => {
    await createMachine();
    await world.pass(10);
    for (const acts of [1, 2]) {
      world.daemon.computer.killAfter(acts);
      void world.daemon.region.machines.addProbePorts("web_0", added);
      await world.pass(1);
      expect(world.daemon.computer.isDead).toBe(true);
      world.restartDaemon();
    }
    await inTime(world.daemon.region.machines.addProbePorts("web_0", added));
    expect(await ask()).toEqual({ kind: "connected" });
  });

  it("is asked once the machine's systemd takes orders, where it did not the first time", async () => {
    await createMachine();
    await expect(inTime(world.daemon.region.machines.addProbePorts("web_0", added))).rejects.toThrow("Failed to connect to bus");
    await world.pass(10);
    await inTime(world.daemon.region.machines.addProbePorts("web_0", added));
    expect(await ask()).toEqual({ kind: "connected" });
  });
});
