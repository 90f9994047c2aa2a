import { story } from "../simulation/story";

const told = story();

describe("a new scale set", () => {
  it("is refused where this computer does not have its image, and made when it has", async () => {
    const { world } = told;
    world.podman.images.clear();
    expect(await world.up()).toEqual([expect.stringContaining("1.0.0")]);
    expect(world.podman.containers).toEqual([]);
    world.podman.images.add("localhost/web:1.0.0");
    await world.deploy();
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
  });

  it("tells of each instance whose user data fails, with cloud-init's words", async () => {
    const { world } = told;
    const problems = await world.up({ behaviour: { boot: "fails" } });
    expect(problems).toEqual([expect.stringMatching(/web_0: .*Runparts: 1 failures/s), expect.stringMatching(/web_1: .*Runparts/s)]);
  });

  it("gives an instance up that never ends its boot", async () => {
    const { world } = told;
    const problems = await world.ended(world.beginUp({ capacity: 1, behaviour: { boot: "never ends" } }), 1200);
    expect(problems).toEqual([expect.stringContaining("web_0: ")]);
    expect(world.instance("web_0").provisioningState).toBe("Failed");
  });

  it("waits for instances whose user data has them boot again", async () => {
    const { world } = told;
    await world.deploy({ behaviour: { boot: "reboots once" } });
    expect(world.told("podman start")).toHaveLength(2);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
  });
});

describe("a new model", () => {
  it("whose image this computer does not have is refused, and the set stays as it is", async () => {
    const { world } = told;
    await world.deploy();
    world.podman.images.delete("localhost/web:1.1.0");
    expect(await world.up({ image: "1.1.0" })).toEqual([expect.stringContaining("1.1.0")]);
    await world.pass(30);
    expect(world.names).toEqual(["web_0", "web_1"]);
    expect(world.told("has a new model")).toEqual([]);
  });

  it("whose image goes in the middle of its upgrade stops the upgrade, and the old instances serve on", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    const answer = world.beginUp({ image: "1.1.0" });
    await world.passUntil(() => world.told("has a new model").length > 0);
    world.podman.images.delete("localhost/web:1.1.0");
    expect((await world.ended(answer)).join("\n")).toMatch(/the rolling upgrade has stopped: .*image not known/);
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("follows one that failed, once it is well", async () => {
    const { world } = told;
    expect(await world.up({ behaviour: { boot: "fails" }, mode: "Automatic" })).toHaveLength(2);
    await world.deploy({ behaviour: {}, image: "1.1.0" });
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
  });
});

describe("a marketplace image", () => {
  const debian = { publisher: "Debian", offer: "debian-13", sku: "13-gen2", version: "latest" };
  const ubuntu = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" };
  const made = "localhost/marketplace/debian/debian-13/13-gen2:latest";

  it("is made when it is first asked for, and used from then on", async () => {
    const { world } = told;
    await world.deploy({ image: debian });
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    expect(world.machine("web_0").image).toBe(made);
    await world.deploy({ capacity: 3 });
    expect(world.told(`${made} is made`)).toHaveLength(1);
  });

  it("that cannot be made is refused with what a person can do, and no machine takes another one", async () => {
    const { world } = told;
    const [problem] = await world.up({ image: ubuntu });
    expect(problem).toMatch(/The Image Canonical:ubuntu-24_04-lts:server:latest cannot be found: nothing here has ubuntu 24\.04/);
    expect(problem).toContain("podman tag YOUR-IMAGE localhost/marketplace/canonical/ubuntu-24_04-lts/server:latest");
    expect(world.podman.containers).toEqual([]);
  });

  it("that nobody makes here is refused, and taken once a person has brought it", async () => {
    const { world } = told;
    const minimal = { ...ubuntu, sku: "minimal" };
    const brought = "localhost/marketplace/canonical/ubuntu-24_04-lts/minimal:latest";
    expect(await world.up({ image: minimal })).toEqual([
      expect.stringMatching(new RegExp(`no other system.*podman tag YOUR-IMAGE ${brought}`)),
    ]);
    world.podman.images.add(brought);
    await world.deploy({ image: minimal });
    expect(world.machine("web_0").image).toBe(brought);
  });

  it("of another version is a new model, which a rolling upgrade brings to the instances", async () => {
    const { world } = told;
    await world.deploy({ image: debian });
    await world.comesToServe(["web_0", "web_1"]);
    await world.deploy({ image: { ...debian, version: "0.20260101.1" } });
    await world.comesToServe(["web_2", "web_3"]);
    expect(world.machine("web_2").image).toBe(made.replace("latest", "0.20260101.1"));
  });
});

describe("the image of a set", () => {
  it("that is gone keeps a repair from its machine, and the others serve on", async () => {
    const { world } = told;
    await world.deploy();
    await world.comesToServe(["web_0", "web_1"]);
    world.podman.images.clear();
    world.machine("web_0").end();
    await world.pass(60);
    expect(world.served).toEqual(["web_1"]);
    expect(world.told("web_2: its machine cannot be created")).toHaveLength(3);
    expect(world.instance("web_2").provisioningState).toBe("Failed");
  });
});
