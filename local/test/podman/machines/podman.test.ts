import * as fs from "node:fs";
import * as path from "node:path";
import { Machines } from "../../../region/podman/machines/machine";
import { ComputerAccess } from "../../../region/podman/machines/machine-access";
import { Podman } from "../../../region/podman/machines/podman";
import { PodmanCommands } from "../../../region/podman/machines/podman-command";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();

/**
 * Puts a program in Podman's place that answers as Podman does on a computer that is in a bad way. Returns the environment to find it in.
 * @param cases What it does with which commands, as `case` has it in a shell; the others it answers with an empty list.
 */
function brokenPodman(cases: string): NodeJS.ProcessEnv {
  const script = `#!/bin/sh
case "$*" in
info*) echo '{ "host": { "cgroupVersion": "v2" } }' ;;
${cases}
*) echo '[]' ;;
esac
`;
  fs.writeFileSync(path.join(folder.path, "podman"), script, { mode: 0o755 });
  return { PATH: `${folder.path}:${process.env.PATH}` };
}

describe("a computer without Podman", () => {
  it("is told what to install", async () => {
    const error = await Podman.open("region", { PATH: "/nonexistent" }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "NotInstalled" });
    expect((error as Error).message).toMatch(/^podman info failed: Podman was not found; fix: install the package podman/);
  });
});

describe("a Podman command that fails", () => {
  it("is named with what Podman said, but for its warnings", async () => {
    const cases = `start*) echo 'time="now" level=warning msg="old"' >&2; echo 'Error: no such container web_0' >&2; exit 125 ;;`;
    const podman = await Podman.open("region", brokenPodman(cases));
    await expect(podman.start("web_0")).rejects.toMatchObject({
      kind: "NoSuchContainer",
      message: "podman start web_0 failed: no such container web_0",
    });
  });

  it("is told by its end where Podman said nothing, and not by its options", async () => {
    const podman = await Podman.open("region", brokenPodman("run*) exit 127 ;;"));
    await expect(podman.run("web_0", ["--env", "KEY=hunter2"], "image", [])).rejects.toMatchObject({
      kind: "Unknown",
      message: "podman run web_0 failed: exit code 127",
    });
  });

  it.each([
    { what: "ends when it is asked to", cases: "ps*) exec sleep 60 ;;" },
    { what: "hangs", cases: "ps*) kill -STOP $$ ;;" },
  ])(
    "is ended after its time where it $what",
    async ({ cases }) => {
      const commands = new PodmanCommands(brokenPodman(cases), 100);
      await expect(commands.run(["ps", "--all"], ["ps"])).rejects.toMatchObject({
        kind: "TimedOut",
        message: expect.stringMatching(/^podman ps failed: it did not end within 0\.1 s; fix: /),
      });
    },
    20_000,
  );

  it("of one thing that is to be removed does not keep everything else, and is told in the end", async () => {
    const removed = path.join(folder.path, "removed");
    const container = (id: string) => `{"Id":"${id}","Names":["${id}"],"State":"running","Labels":{}}`;
    const cases = `ps*) echo '[${container("one")},${container("two")}]' ;;
network\\ ls*) echo '[{"name":"subnet"}]' ;;
rm*one) echo 'Error: cannot remove it' >&2; exit 125 ;;
rm*|network\\ rm*) echo "$*" >>${removed} ;;`;
    const podman = await Podman.open("region", brokenPodman(cases));
    await expect(podman.removeEverything()).rejects.toThrow("podman rm one failed: cannot remove it");
    expect(fs.readFileSync(removed, "utf8")).toMatch(/^rm .* two\nnetwork rm subnet\n$/);
  });

  it("is none where what was to go is gone already", async () => {
    const cases = `network\\ rm*) echo "Error: unable to find network with name or ID subnet: network not found" >&2; exit 1 ;;
rm*) echo 'Error: no container with ID or name "web_0" found: no such container' >&2; exit 1 ;;`;
    const podman = await Podman.open("region", brokenPodman(cases));
    await expect(podman.remove("web_0")).resolves.toBeUndefined();
    await expect(podman.removeNetwork("subnet")).resolves.toBeUndefined();
  });

  it("is one where what was to go is in use", async () => {
    const cases = `network\\ rm*) echo 'Error: "subnet" has associated containers with it: network is being used' >&2; exit 2 ;;`;
    const podman = await Podman.open("region", brokenPodman(cases));
    await expect(podman.removeNetwork("subnet")).rejects.toMatchObject({ kind: "NetworkInUse" });
  });
});

describe("the log of Podman commands", () => {
  let lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  beforeEach(() => (lines = []));

  it("is empty unless somebody asks for it", async () => {
    await Podman.open("region", brokenPodman(""), log);
    expect(lines).toEqual([]);
  });

  it("has each command with its end and its duration, and what Podman said where it failed", async () => {
    const environment = brokenPodman(`kill*) echo "Error: can only kill running containers" >&2; exit 125 ;;`);
    const podman = await Podman.open("region", { ...environment, LOCAL_REGION_LOG: "podman" }, log);
    await podman.kill("it's web_0").catch(() => undefined);
    expect(lines).toEqual([
      expect.stringMatching(/^\d{4}-\S+ podman info --format json: exit code 0 after \d+ ms$/),
      expect.stringMatching(/^\d{4}-\S+ podman inspect --type container 'it'\\''s web_0': exit code 0 after \d+ ms$/),
      expect.stringMatching(
        /^\d{4}-\S+ podman kill 'it'\\''s web_0': exit code 125 after \d+ ms\nError: can only kill running containers$/,
      ),
    ]);
  });

  it("has no user data, no key and no value of the environment, whatever Podman repeats", async () => {
    const cases = `run*) echo "Error: cannot start: $*" >&2; exit 125 ;;`;
    const podman = await Podman.open("region", { ...brokenPodman(cases), LOCAL_REGION_LOG: "podman" }, log);
    const secrets = { userData: "cGFzc3dvcmQ=", customData: "b3RoZXI=", sshPublicKeys: ["ssh-ed25519 AAAAkey"] };
    const machine = {
      ...{ name: "web_0", vmId: "vm", computerName: "web0", adminUsername: "azureuser", image: "image", labels: {} },
      ...{ network: "subnet", address: "10.0.1.4", vCpus: 1, memoryGiB: 1, probePorts: { http: [], tcp: [] } },
    };
    const machines = new Machines(podman, path.join(folder.path, "machines"), new ComputerAccess());
    const made = machines.create({ ...machine, ...secrets }).catch((error: Error) => error.message);
    const ran = podman.run("edge", ["--env", "KEY=hunter2"], "image", []).catch((error: Error) => error.message);

    const told = [await made, await ran, ...lines].join("\n");
    expect(told).toContain("--env KEY=(not shown)");
    expect(told).toContain("--hostname web0");
    for (const secret of ["hunter2", secrets.userData, "password", secrets.customData, "other", "AAAAkey"]) {
      expect(told).not.toContain(secret);
    }
  });
});
