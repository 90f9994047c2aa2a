import { story } from "../simulation/story";

const told = story();

// Azure keeps five of the eight addresses for itself.
const threeAddresses = { subnetPrefix: "10.0.0.0/29" };

describe("a subnet that is full", () => {
  it("keeps a set from growing, which is said once, until there is room", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, ...threeAddresses });
    await world.up({ capacity: 5 });
    await world.pass(60);
    expect(world.names).toEqual(["web_0", "web_1", "web_2"]);
    expect(world.told("SubnetIsFull")).toHaveLength(1);
    await world.deploy({ capacity: 3 });
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
  });

  it("has a replacing repair wait until the address of the old instance is free", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, ...threeAddresses });
    const { address } = world.instance("web_0");
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
    expect(world.instance("web_3").address).toBe(address);
  });

  it("gives an address to the next instance only when the one that had it has ended its notice", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, ...threeAddresses });
    world.daemon.metadata.get("web_0")?.onEventsAsked();
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
    const [notified] = world.when("web_0: replaced");
    const [gone] = world.when("web_0: is gone");
    const [created] = world.when("web_3: is created");
    expect(gone - notified).toBeGreaterThanOrEqual(5);
    expect(created).toBeGreaterThanOrEqual(gone);
    expect(world.told("SubnetIsFull")).toHaveLength(1);
  });
});
