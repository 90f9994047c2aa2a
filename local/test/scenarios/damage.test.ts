import * as fs from "node:fs";
import * as path from "node:path";
import { notAtRest } from "../simulation/rest";
import { story } from "../simulation/story";
import type { World } from "../simulation/world";

const told = story();
const all = ["web_0", "web_1", "web_2"];

/** The file in which a region keeps its scale set. */
function scaleSetFile({ daemon }: World): string {
  const folder = path.join(daemon.region.folder, "scale-sets");
  return path.join(folder, fs.readdirSync(folder)[0]);
}

/** A daemon that begins with the scale set's file damaged. @returns The file, and what it held. */
async function beginWith(content: string) {
  const { world } = told;
  await world.deploy({ capacity: 3 });
  await world.comesToServe(all);
  const file = scaleSetFile(world);
  const kept = fs.readFileSync(file, "utf8");
  world.daemon.computer.kill();
  fs.writeFileSync(file, content);
  world.restartDaemon();
  await world.pass(60);
  return { file, kept };
}

describe("a scale set whose file is damaged", () => {
  it.each(["", "{", "null", "[]", "{}", '{"instances":[{"id":5}],"models":{}}'])(
    "with %p in it keeps its machines and serves, and is named",
    async (content) => {
      const { world } = told;
      const machines = [...world.podman.containers];
      const { file } = await beginWith(content);
      expect(world.podman.containers.length).toBe(machines.length + 3);
      expect(world.served).toEqual(all);
      const failures = world.told('background task "reconcile" failed');
      expect(failures).toEqual([expect.stringContaining(`the region's state file ${file} cannot be read: `)]);
      expect(failures[0]).toContain("; fix: restore it, and the region goes on by itself; or remove it");
      expect((await world.up({ capacity: 4 })).join()).toContain(`${file} cannot be read`);
    },
  );

  it("goes on as it was once the file is restored", async () => {
    const { world } = told;
    const { file, kept } = await beginWith("");
    const machines = [...world.podman.containers];
    fs.writeFileSync(file, kept);
    await world.pass(60);
    expect(world.names).toEqual(all);
    expect(world.podman.containers).toEqual(machines);
    expect(world.told('background task "reconcile" works again')).toHaveLength(1);
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
  });

  it("begins anew with new instances once the file is removed", async () => {
    const { world } = told;
    const { file } = await beginWith("{}");
    fs.rmSync(file);
    // The ids of instances begin anew with it.
    world.invariants.onWritten(file);
    expect(await world.passUntil(() => notAtRest(world).length === 0)).toBe(true);
    expect(world.names).toHaveLength(3);
  });

  it("goes with all its machines when it is declared no more", async () => {
    const { world } = told;
    await beginWith("");
    await world.deploy({ hasScaleSet: false });
    expect(await world.passUntil(() => notAtRest(world).length === 0)).toBe(true);
    await world.deploy({ hasScaleSet: true });
    expect(await world.passUntil(() => notAtRest(world).length === 0)).toBe(true);
  });
});

describe("a scale set whose file somebody has put back from an older copy", () => {
  it("loses the machines that the copy does not know, and gets those that it does", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(all);
    const file = scaleSetFile(world);
    const older = fs.readFileSync(file);
    world.machine("web_0").end();
    await world.comesToServe(["web_1", "web_2", "web_3"]);
    world.daemon.computer.kill();
    fs.writeFileSync(file, older);
    // The ids of instances are older with it.
    world.invariants.onWritten(file);
    world.restartDaemon();
    expect(await world.passUntil(() => notAtRest(world).length === 0)).toBe(true);
    expect(world.names).toEqual(all);
    expect(world.told("is a machine that no instance has any more")).toEqual([expect.stringContaining("web_3")]);
  });
});

describe("machines that somebody has removed from Podman", () => {
  it("are made again at once, also where repairs are disabled", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: { enabled: false } });
    await world.comesToServe(all);
    const before = world.instance("web_1");
    world.podman.lose([world.machine("web_1")]);
    expect(await world.passUntil(() => notAtRest(world).length === 0, 10)).toBe(true);
    expect(world.instance("web_1")).toMatchObject({ vmId: before.vmId, address: before.address, disk: 1 });
    expect(world.told("repair by")).toEqual([]);
  });

  it("are all made again where there was no daemon meanwhile", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(all);
    world.daemon.computer.kill();
    world.podman.lose(world.podman.containers);
    world.restartDaemon();
    expect(await world.passUntil(() => notAtRest(world).length === 0, 10)).toBe(true);
    expect(world.names).toEqual(all);
  });
});
