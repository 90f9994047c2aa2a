import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { checkout } from "./support/checkout";
import { until } from "../containers/visitors";
import { chainOf, group } from "./support/declarations";
import { run } from "./support/command";
import { gone } from "./support/region";
import { Sandbox } from "./support/sandbox";

const privateNetwork = path.join(checkout, "local/engine/private-network");
const privatePulumi = path.join(checkout, "local/engine/private/pulumi");
const sandbox = new Sandbox([privatePulumi]);
const { region } = sandbox;
const links = 12;

afterAll(() => sandbox.remove());

/** The numbers of the sockets that take connections in a process's network. No two sockets of a computer have the same one. */
function listening(process: number | "self"): string[] {
  const listens = "0A";
  const rows = fs.readFileSync(`/proc/${process}/net/tcp`, "utf8").trim().split("\n").slice(1);
  return rows.map((row) => row.trim().split(/\s+/)).flatMap(([, , , state, , , , , , socket]) => (state === listens ? [socket] : []));
}

/** The network that a process is in. */
function networkOf(process: number | "self"): string {
  return fs.readlinkSync(`/proc/${process}/ns/net`);
}

/** The launchers once some resources are there, which are in the network that the engine is in. */
function launchersAfter(resources: number): Promise<number[]> {
  return new Promise((resolve) =>
    region.watch(
      () => region.files().length >= resources,
      () => resolve(region.launchers()),
    ),
  );
}

/** The tests of this file are one life of one region, in their order. */
describe("Pulumi in a network of its own, as make up and a shell of make env run it", () => {
  it("starts no daemon there, whose machines nobody could reach", async () => {
    const stack = await sandbox.declare("early", [group("group")]);
    const { status, output } = await run(privateNetwork, ["pulumi", ...stack.commandLine("preview").slice(1)], sandbox.env);
    expect(status).not.toBe(0);
    expect(output).toContain("The local region's daemon does not run, and cannot be started from a network of Pulumi's own; fix: ");
  });

  it("deploys to a daemon outside, and opens its ports where no other user of the computer is", async () => {
    const stack = await sandbox.declare("chain", chainOf(links));
    const during = launchersAfter(4).then(([launcher]) => ({ theirs: listening(launcher), everybodys: listening("self") }));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    const { theirs, everybodys } = await during;
    expect(theirs.length).toBeGreaterThanOrEqual(4);
    expect(theirs.filter((socket) => everybodys.includes(socket))).toEqual([]);
    expect(region.files()).toHaveLength(links + 1);
    expect(networkOf(region.process())).toBe(networkOf("self"));
  });

  it("is told what the region has to say of the program", async () => {
    const stack = await sandbox.declare("warned", [group("warned", { tags: { owner: "web", Owner: "web" } })]);
    const { status, output } = await stack.preview();
    expect(status).toBe(0);
    expect(output).toMatch(/warning: tags\.owner: .*Azure keeps one of the two/i);
    const waysBack = () => fs.readdirSync(region.folder).filter((name) => name.startsWith("engine-"));
    await until(waysBack, (left) => left.length === 0, 10);
  });

  it("leaves nothing running but the daemon", async () => {
    await Promise.all(region.launchers().map(gone));
    expect(region.processes()).toEqual([region.process()]);
  });

  it("leaves nothing else running when it is killed, and the next update finishes", async () => {
    const stack = sandbox.known("chain");
    expect((await stack.destroy()).status).toBe(0);
    await stack.upKilledWhen((trigger) => region.watch(() => region.files().length >= 4, trigger));
    await Promise.all(region.launchers().map(gone));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    expect(region.files()).toHaveLength(links + 1);
  });

  it("does not wait for ever for a daemon that hangs", async () => {
    const stack = sandbox.known("chain");
    const hung = region.hangWhen(() => region.files().length <= 6);
    const { status, output } = await stack.destroy();
    expect(status).not.toBe(0);
    expect(output).toContain(`The local region's daemon (process ${await hung}) has not answered for`);
    await region.start();
    expect((await stack.destroy()).status).toBe(0);
    expect(region.files()).toEqual([]);
  });

  it("has the computer's network where somebody asks for it, as for a program that uses the internet, and no other word is taken for that", async () => {
    const isShared = async (value: string) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "network-of-"));
      fs.writeFileSync(path.join(folder, "pulumi"), "#!/bin/sh\nreadlink /proc/self/ns/net\n", { mode: 0o755 });
      const environment = { ...process.env, PATH: `${folder}:${process.env.PATH}`, LOCAL_REGION_NETWORK: value };
      const { status, output } = await run(privatePulumi, ["stack"], environment);
      fs.rmSync(folder, { recursive: true });
      return status === 0 ? output.trim() === networkOf("self") : output;
    };
    expect([await isShared(""), await isShared("shared"), await isShared("open")]).toEqual([
      false,
      true,
      'LOCAL_REGION_NETWORK is "open"; allowed: shared, or nothing.\n',
    ]);
  });

  it("says so where the computer gives it none, and runs all the same", async () => {
    const refusing = fs.mkdtempSync(path.join(os.tmpdir(), "refusing-"));
    fs.writeFileSync(path.join(refusing, "unshare"), "#!/bin/sh\necho unshare: Operation not permitted >&2\nexit 1\n", { mode: 0o755 });
    const { status, stdout, output } = await run(privateNetwork, ["echo", "ran"], { PATH: `${refusing}:${process.env.PATH}` });
    fs.rmSync(refusing, { recursive: true });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "ran\n" });
    expect(output).toContain(
      "Pulumi gets no network of its own, so that other users of this computer can reach its ports while it runs: unshare: Operation not permitted",
    );
  });
});
