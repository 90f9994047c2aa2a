import { readScaleSet } from "../../region/services/scale-set/scale-set-model";
import { deleteByHand, setProtection } from "../../region/services/scale-set/manual-operations";
import { userDataFor } from "../simulation/guest-behaviour";
import { story } from "../simulation/story";
import { proves } from "../support/proves";

const told = story();

const newUserData = { behaviour: { version: 2 } };

function deletedByHand(name: string): void {
  const { scaleSets, daemon } = told.world;
  const { clock, events, store, computer } = daemon.region;
  deleteByHand(scaleSets[0], name, { store, events, now: clock.now(), eventId: computer.newUuid() });
  daemon.dataPlane?.trigger();
}

function capacity(): number {
  return readScaleSet(told.world.scaleSets[0].resource.outputs).capacity;
}

describe("a reimage", () => {
  it("gives an instance a new disk, on which user data runs, and keeps its name and address", async () => {
    proves("operation-reimage");
    const { world } = told;
    await world.deploy({ mode: "Manual" });
    const before = world.instance("web_0");
    await world.deploy(newUserData);
    world.byHand("update-instances", "web_0");
    await world.pass(5);
    expect(world.machine("web_0").behaviour.version).toBeUndefined();
    world.byHand("reimage", "web_0");
    expect(await world.comesToServe(["web_1"])).toEqual(["web_1"]);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    expect(world.machine("web_0").behaviour.version).toBe(2);
    expect(world.instance("web_0")).toMatchObject({ vmId: before.vmId, address: before.address, disk: 1 });
  });

  it("makes an instance of the model that it has, and not of the latest", async () => {
    const { world } = told;
    await world.deploy({ mode: "Manual" });
    await world.deploy(newUserData);
    world.byHand("reimage", "web_0");
    await world.pass(30);
    expect(world.instance("web_0").disk).toBe(1);
    expect(world.machine("web_0").behaviour.version).toBeUndefined();
  });

  it("mends an instance whose user data failed, once the model is well", async () => {
    const { world } = told;
    expect(await world.up({ behaviour: { boot: "fails" }, mode: "Automatic" })).toHaveLength(2);
    await world.up({ behaviour: {} });
    world.names.forEach((name) => world.byHand("reimage", name));
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
  });
});

describe("a restart", () => {
  it("boots the disk that there is, and user data does not run again", async () => {
    proves("operation-restart");
    const { world } = told;
    await world.deploy({ rollingUpgrade: { ...world.declared.rollingUpgrade, maxSurge: false } });
    await world.deploy(newUserData);
    const machine = world.machine("web_0");
    world.byHand("restart", "web_0");
    expect(await world.comesToServe(["web_1"])).toEqual(["web_1"]);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    expect(world.machine("web_0")).toBe(machine);
    expect(machine.behaviour.version).toBeUndefined();
  });
});

describe("update-instances", () => {
  it("brings the latest model to an instance and to no other, though the mode is Manual", async () => {
    proves("operation-update");
    const { world } = told;
    await world.deploy({ mode: "Manual" });
    await world.deploy({ ...newUserData, image: "1.1.0" });
    world.byHand("update-instances", "web_1");
    await world.pass(30);
    expect(world.podman.containers.map(({ behaviour }) => behaviour.version)).toEqual([undefined, 2]);
    expect(world.daemon.metadata.get("web_0")?.read().instance.userData).toBe(userDataFor({}));
  });
});

describe("the deletion of an instance", () => {
  it("lowers the capacity by one, so that nothing takes its place until a program declares it again", async () => {
    proves("operation-delete");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    deletedByHand("web_1");
    expect(await world.comesToServe(["web_0", "web_2"])).toEqual(["web_0", "web_2"]);
    await world.pass(60);
    expect([capacity(), world.names]).toEqual([2, ["web_0", "web_2"]]);
    await world.deploy({ repairs: { enabled: false } });
    expect([capacity(), world.names]).toEqual([3, ["web_0", "web_2", "web_3"]]);
  });

  it("waits for the terminate notification of its model, also where scale-in alone may not take the instance", async () => {
    proves("terminate-which");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    world.daemon.metadata.get("web_0")?.onEventsAsked();
    setProtection(world.scaleSet, "web_2", "scale-in", world.daemon.region.events);
    deletedByHand("web_2");
    await world.pass(4);
    expect(world.names).toEqual(["web_0", "web_1", "web_2"]);
    await world.pass(4);
    expect(world.names).toEqual(["web_0", "web_1"]);
  });
});

describe("an operation", () => {
  it("is refused for an instance that is protected from scale set actions, until the protection is off", async () => {
    proves("operation-protected");
    const { world } = told;
    await world.deploy();
    const { events } = world.daemon.region;
    setProtection(world.scaleSet, "web_0", "scale-set-actions", events);
    for (const operation of ["reimage", "restart", "update-instances"] as const) {
      expect(() => world.byHand(operation, "web_0")).toThrow(/OperationNotAllowed.*web_0 is protected.*make unprotect INSTANCE=0/);
    }
    expect(() => deletedByHand("web_0")).toThrow("OperationNotAllowed");
    setProtection(world.scaleSet, "web_0", undefined, events);
    world.byHand("restart", "web_0");
    expect(world.instance("web_0").provisioningState).toBe("Updating");
  });

  it("is refused while another one is under way on the instance", async () => {
    const { world } = told;
    await world.deploy();
    world.byHand("reimage", "web_0");
    expect(() => deletedByHand("web_0")).toThrow("web_0 is Updating");
    expect(await world.comesToServe(["web_1"])).toEqual(["web_1"]);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
  });

  it("goes on to its end when the daemon begins anew", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    world.byHand("reimage", "web_0");
    deletedByHand("web_1");
    world.restartDaemon();
    await world.pass(30);
    expect(world.names).toEqual(["web_0", "web_2"]);
    expect(world.instance("web_0")).toMatchObject({ disk: 1, provisioningState: "Succeeded" });
  });
});
