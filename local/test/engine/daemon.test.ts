import * as fs from "node:fs";
import * as path from "node:path";
import { checkout } from "./support/checkout";
import { group } from "./support/declarations";
import { gone, isRunning } from "./support/region";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();
const { region } = sandbox;

afterAll(() => sandbox.remove());

/** The tests of this file are one life of one region, in their order. */
describe("the region's daemon", () => {
  it("is one, however many launchers start it at once", async () => {
    const started = await Promise.all([region.start(), region.start(), region.start()]);
    expect(started.map(({ status, stdout }) => [status, stdout])).toEqual(
      started.map(() => [0, `${path.join(region.folder, "daemon")}\n`]),
    );
    await Promise.all(
      region
        .daemons()
        .filter((id) => id !== region.process())
        .map(gone),
    );
    expect(region.daemons()).toEqual([region.process()]);
  });

  it("refuses to start a second time, and says who has the region", async () => {
    const { status, output } = await region.startAnother();
    expect(status).toBe(1);
    expect(output).toBe(`the local region cannot start: another daemon has ${region.folder}; fix: stop it with local/plugin/stop\n`);
    expect(region.daemons()).toEqual([region.process()]);
  });

  it("is found again by a launcher, which answers with the port of its provider and ends with the engine", async () => {
    const before = region.process();
    const launcher = region.launch("azure-native");
    expect(await launcher.port).toMatch(/^\d+$/);
    launcher.closeInput();
    expect(await launcher.ended).toBe(0);
    expect(region.process()).toBe(before);
    expect(isRunning(before)).toBe(true);
  });

  it("is started anew by the engine after it was killed, and has everything again", async () => {
    const stack = await sandbox.declare("revived", [group("group", { resourceGroupName: "kept" })]);
    expect((await stack.up()).status).toBe(0);
    const before = region.process();
    await region.kill();
    expect(await stack.refresh("--expect-no-changes")).toMatchObject({ status: 0, changes: { same: 2 } });
    expect(region.process()).not.toBe(before);
    expect(region.names()).toEqual(["ResourceGroup kept"]);
  });

  it("gives way to another one where its clock is to run at another speed, and stays where that is no speed", async () => {
    const before = region.process();
    const wrong = await region.start({ LOCAL_REGION_SPEED_FACTOR: "fast" });
    expect(wrong).toMatchObject({ status: 1, output: expect.stringContaining('"fast"; allowed: a whole number from 1') });
    expect(region.process()).toBe(before);
    expect((await region.start({ LOCAL_REGION_SPEED_FACTOR: "20" })).status).toBe(0);
    const faster = region.process();
    expect(faster).not.toBe(before);
    expect((await region.start()).status).toBe(0);
    expect(region.process()).toBe(faster);
  });

  it("gives way to another one where it is to log something else, and stays where nobody says what", async () => {
    const before = region.process();
    const wrong = await region.start({ LOCAL_REGION_LOG: "everything" });
    expect(wrong).toMatchObject({ status: 1, output: 'LOCAL_REGION_LOG is "everything"; allowed: podman, or nothing.\n' });
    expect(region.process()).toBe(before);
    expect((await region.start({ LOCAL_REGION_LOG: "podman" })).status).toBe(0);
    const logging = region.process();
    expect(logging).not.toBe(before);
    expect((await region.start()).status).toBe(0);
    expect((await region.start({ LOCAL_REGION_LOG: "podman" })).status).toBe(0);
    expect(region.process()).toBe(logging);
    expect((await region.start({ LOCAL_REGION_LOG: "" })).status).toBe(0);
    expect(region.process()).not.toBe(logging);
  });

  it("gives way to another one where it is to have machines or none, and is as the one before where nobody says which", async () => {
    const without = region.process();
    const wrong = await region.start({ LOCAL_REGION_MACHINES: "some" });
    expect(wrong).toMatchObject({ status: 1, output: 'LOCAL_REGION_MACHINES is "some"; allowed: none, or nothing.\n' });
    expect((await region.start({ LOCAL_REGION_MACHINES: undefined })).status).toBe(0);
    expect(region.process()).toBe(without);
    fs.utimesSync(path.join(region.folder, "daemon.js"), 0, 0);
    expect((await region.start({ LOCAL_REGION_MACHINES: undefined })).status).toBe(0);
    const newer = region.process();
    expect(newer).not.toBe(without);
    expect((await region.start()).status).toBe(0);
    expect(region.process()).toBe(newer);

    expect((await region.start({ LOCAL_REGION_MACHINES: "" })).status).toBe(0);
    const having = region.process();
    expect(having).not.toBe(newer);
    expect((await region.start({ LOCAL_REGION_MACHINES: undefined })).status).toBe(0);
    expect(region.process()).toBe(having);
  });

  it("leaves no machines to one without, and the launcher says what to do", async () => {
    const before = region.process();
    const machine = path.join(region.folder, "machines/web_0");
    fs.mkdirSync(machine, { recursive: true });
    const { status, output } = await region.start();
    expect(status).toBe(1);
    expect(output).toMatch(/^LOCAL_REGION_MACHINES is "none", and the local region has machines, .*; fix: .*make down/);
    expect(region.process()).toBe(before);
    fs.rmSync(path.dirname(machine), { recursive: true });
    expect((await region.start()).status).toBe(0);
    expect(region.process()).not.toBe(before);
  });

  it("gives way to another one where it is older than what it is made of, and to none otherwise", async () => {
    const before = region.process();
    fs.utimesSync(path.join(region.folder, "daemon.js"), 0, 0);
    expect((await region.start()).status).toBe(0);
    const newer = region.process();
    expect(newer).not.toBe(before);
    expect((await region.start()).status).toBe(0);
    expect(region.process()).toBe(newer);
  });

  it("keeps nothing of its builds but the last one", () => {
    const built = fs.readdirSync(region.folder).filter((file) => /^(bundle|daemon\.js)/.test(file));
    expect(built.sort()).toEqual(["daemon.js", "daemon.js.map"]);
  });

  it("knows where its sources are, for the stacks in its log", () => {
    const map = fs.readFileSync(path.join(region.folder, "daemon.js.map"), "utf8");
    const { sourceRoot, sources } = JSON.parse(map) as { sourceRoot: string; sources: string[] };
    expect(sources.map((source) => path.resolve(sourceRoot, source))).toContain(path.join(checkout, "local/region/main.ts"));
  });

  it("ends when it is stopped, and a second stop is none", async () => {
    const before = region.process();
    await region.stop();
    await gone(before);
    expect(region.daemons()).toEqual([]);
    await expect(region.stop()).resolves.toBeUndefined();
  });

  it("does not start over a file that it cannot read, and the launcher says which", async () => {
    const [file] = region.files();
    const place = path.join(region.folder, "resources", file);
    const content = fs.readFileSync(place);
    fs.writeFileSync(place, "{");
    const { status, output } = await region.start();
    expect(status).toBe(1);
    expect(output).toContain(`the region's state file ${place} cannot be read`);
    fs.writeFileSync(place, content);
    expect((await region.start()).status).toBe(0);
    expect(region.names()).toEqual(["ResourceGroup kept"]);
  });
});
