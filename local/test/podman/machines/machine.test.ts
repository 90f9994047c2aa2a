import * as os from "node:os";
import * as path from "node:path";
import { Machines, type PortQuestion } from "../../../region/podman/machines/machine";
import { ComputerAccess } from "../../../region/podman/machines/machine-access";
import { Subnets } from "../../../region/podman/machines/network";
import { Podman } from "../../../region/podman/machines/podman";
import { MetadataServer } from "../../../region/services/scale-set/metadata/server";
import { instance, metadata } from "../../services/scale-set/metadata/instance";
import { addressPrefix, encode, TestRegion } from "./region";
import { patiently } from "../../support/patiently";
import { proves } from "../../support/proves";

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPUFLrlu0bVQKJvY8JXq3TmnE+uE0Q9jXBQ2bDrWRzYV me";

/** Serves a page with what the metadata service says, from a port that the image does not use; and counts how often it ran. */
const script = `#!/bin/sh
set -e
mkdir -p /srv/page
curl --silent --fail --header Metadata:true 'http://169.254.169.254/metadata/instance/compute/name?api-version=2021-08-01&format=text' > /srv/page/name
systemd-run --quiet --unit page python3 -m http.server 8000 --directory /srv/page
until curl --silent --output /dev/null http://127.0.0.1:8000/; do sleep 0.1; done
echo once >> /srv/page/runs
`;

const cloudConfig = `#cloud-config
write_files:
  - path: /srv/written
    content: by cloud-config
runcmd:
  - echo more >> /srv/written
`;

const failingScript = `#!/bin/bash
echo looking for the package
echo no such package >&2
exit 3
`;

const probe: Omit<PortQuestion, "port"> = { protocol: "http", path: "/name", userAgent: "probe", timeoutInMilliseconds: 10_000 };

let region: TestRegion;
let server: MetadataServer;

beforeAll(async () => {
  region = await TestRegion.create();
  const { machines } = region;
  const host = {
    read: () => metadata,
    onEventsAsked: () => undefined,
    onEventsApproved: () => undefined,
    once: (work: () => Promise<void>) => work(),
  };
  // The image's own services ask too; for them and for this test no two requests are within a second.
  let now = 0;
  server = await MetadataServer.listen(machines.metadataSocket("web_0"), host, () => (now += 1000));
  await Promise.all([
    machines.create(
      region.specification("web_0", {
        userData: encode(script),
        sshPublicKeys: [key],
        vCpus: 1,
        memoryGiB: 0.75,
        probePorts: { http: [8000, 8001, 80], tcp: [22, 8001] },
        labels: { zone: "2" },
      }),
    ),
    machines.create(region.specification("web_1", { userData: encode(failingScript), customData: encode(cloudConfig) })),
    machines.create(region.specification("web_2", { userData: encode(failingScript) })),
  ]);
  await Promise.all(["web_0", "web_1", "web_2"].map((name) => region.leaves("creating", name)));
});

afterAll(async () => {
  await server?.close();
  await region?.remove();
});

describe("a machine", () => {
  it("boots the image, runs the user data's script and is running", async () => {
    expect(await region.machines.inspect("web_0")).toMatchObject({ name: "web_0", state: { kind: "running" }, labels: { zone: "2" } });
    expect(await region.machines.ask("web_0", { ...probe, port: 8000 })).toMatchObject({ kind: "response", status: 200 });
  });

  it("reaches the instance metadata service from user data on, with its documented refusals", async () => {
    const target = "http://169.254.169.254/metadata/instance";
    const ask = (...options: string[]) => `curl --silent --output /tmp/answer --write-out '%{http_code} ' ${options.join(" ")}`;
    const header = "--header Metadata:true";
    const asked = await region.shell(
      "web_0",
      [
        ask(`'${target}?api-version=2021-08-01'`),
        ask(header, "--header X-Forwarded-For:10.0.0.1", `'${target}?api-version=2021-08-01'`),
        ask(header, `'${target}/compute/nothing?api-version=2021-08-01&format=text'`),
        ask(header, target),
        "cat /tmp/answer",
      ].join("; "),
    );
    expect(asked).toMatch(/^400 400 404 400 \{.*"newest-versions":\["2025-04-07"/);
    expect(await region.shell("web_0", "cat /srv/page/name")).toBe(instance.name);
  });

  it("keeps port 80 for its own web server, although the metadata service has that port too", async () => {
    expect(await region.machines.ask("web_0", { ...probe, port: 80, path: "/" })).toMatchObject({ kind: "response" });
  });

  it("has the declared admin user with its key and sudo, and the declared name", async () => {
    expect(await region.shell("web_0", "cat /home/azureuser/.ssh/authorized_keys")).toContain(key);
    expect(await region.shell("web_0", "su azureuser -c 'sudo -n id -un'")).toBe("root");
    expect(await region.shell("web_0", "hostname")).toBe("web0");
  });

  it("has the processors and the memory of its size", async () => {
    const limits = await region.run("inspect", "--format", "{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}}", region.container("web_0"));
    expect(limits).toBe(`1000000000 ${768 * 1024 * 1024}`);
  });

  it("tells what it uses, and more processor time the more it works", async () => {
    const before = await region.machines.usage("web_0");
    await region.shell("web_0", "timeout 0.5 sh -c 'while :; do :; done' || true");
    const after = await region.machines.usage("web_0");
    expect(before?.memoryBytes).toBeGreaterThan(5e6);
    expect((after?.processorSeconds ?? 0) - (before?.processorSeconds ?? 0)).toBeGreaterThan(0.05);
  });

  it("resets a probe of a port that nothing listens on, and accepts one of a port that something does", async () => {
    const { machines } = region;
    expect(await machines.ask("web_0", { ...probe, port: 8001 })).toEqual({ kind: "reset" });
    expect(await machines.ask("web_0", { ...probe, protocol: "tcp", port: 8001 })).toEqual({ kind: "reset" });
    expect(await machines.ask("web_0", { ...probe, protocol: "tcp", port: 22 })).toEqual({ kind: "connected" });
  });

  it("can be asked further ports while it runs", async () => {
    const { machines } = region;
    expect(await machines.ask("web_1", { ...probe, protocol: "tcp", port: 22 })).toEqual({ kind: "no answer" });
    await machines.addProbePorts("web_1", { http: [8001], tcp: [22] });
    expect(await machines.ask("web_1", { ...probe, protocol: "tcp", port: 22 })).toEqual({ kind: "connected" });
    expect(await machines.ask("web_1", { ...probe, port: 8001 })).toEqual({ kind: "reset" });
  });

  it("runs a #cloud-config, and custom data rather than user data", async () => {
    expect((await region.machines.inspect("web_1"))?.state).toEqual({ kind: "running" });
    expect(await region.shell("web_1", "cat /srv/written")).toBe("by cloud-configmore");
  });

  it("A machine whose user data fails is failed, and its console shows what the script wrote", async () => {
    const machine = await region.machines.inspect("web_2");
    expect(machine?.state).toEqual({ kind: "failed", errors: [expect.stringContaining("scripts-user")] });
    const console = region.machines.console("web_2", 60);
    expect(console.some((line) => line.endsWith("looking for the package"))).toBe(true);
    expect(console.some((line) => line.endsWith("no such package"))).toBe(true);
  });

  it("that hangs gives no answer", async () => {
    await region.run("pause", region.container("web_0"));
    try {
      expect(await region.machines.ask("web_0", { ...probe, port: 8000, timeoutInMilliseconds: 300 })).toEqual({
        kind: "no answer",
      });
    } finally {
      await region.run("unpause", region.container("web_0"));
    }
  });

  it("A machine that was killed boots again when it is started, and does not run user data again", async () => {
    proves("machine-restart");
    const { machines } = region;
    await region.run("kill", region.container("web_0"));
    expect((await machines.inspect("web_0"))?.state).toEqual({ kind: "stopped", exitCode: 137 });
    expect(await machines.ask("web_0", { ...probe, protocol: "tcp", port: 22 })).toEqual({ kind: "no answer" });
    await machines.start("web_0");
    expect((await machines.inspect("web_0"))?.state).toEqual({ kind: "creating" });
    expect((await region.leaves("creating", "web_0")).state).toEqual({ kind: "running" });
    expect(await region.shell("web_0", "cat /srv/page/runs")).toBe("once");
  });

  it("that reboots itself waits to be started, and boots again", async () => {
    const { machines } = region;
    await region.shell("web_1", "systemctl reboot --no-block");
    expect((await region.leaves("running", "web_1")).state).toEqual({ kind: "rebooting" });
    await machines.start("web_1");
    expect((await region.leaves("creating", "web_1")).state).toEqual({ kind: "running" });
  });

  it("that is stopped shuts itself down", async () => {
    await region.machines.stop("web_1", 20);
    expect((await region.machines.inspect("web_1"))?.state).toEqual({ kind: "stopped", exitCode: 0 });
    expect(await region.machines.usage("web_1")).toBeUndefined();
    expect(region.machines.console("web_1", 40).join("\n")).toContain("Reached target shutdown.target");
  });
});

describe("a region's machines", () => {
  it("are neither seen nor removed by another region, and no other can have their subnet's addresses", async () => {
    const podman = await Podman.open(`${region.podman.region}-other`);
    const others = new Machines(podman, path.join(os.tmpdir(), podman.region), new ComputerAccess());
    expect(await others.list()).toEqual([]);
    await others.remove("web_0");
    expect(await region.machines.inspect("web_0")).toBeDefined();
    await expect(new Subnets(podman).ensure({ name: "other", addressPrefix })).rejects.toThrow(
      `${addressPrefix} overlaps ${addressPrefix}`,
    );
  });

  it("that cannot be created leave nothing behind, and the refusal says why", async () => {
    const { machines } = region;
    const withoutImage = region.specification("web_3", { image: "localhost/nothing:1" });
    await expect(machines.create(withoutImage)).rejects.toMatchObject({ kind: "NoSuchImage" });
    await expect(machines.create(region.specification("web_3", { address: "10.232.0.4" }))).rejects.toThrow("10.232.0.4");
    expect(await machines.inspect("web_3")).toBeUndefined();
  });

  it("are not made anew, nor harmed, where there is one of the name", async () => {
    const { machines } = region;
    await expect(machines.create(region.specification("web_0"))).rejects.toThrow("There is a machine web_0 in the region already; fix: ");
    expect((await machines.inspect("web_0"))?.state).toEqual({ kind: "running" });
    expect(await machines.ask("web_0", { ...probe, protocol: "tcp", port: 22 })).toEqual({ kind: "connected" });
  });

  it("are gone when they were removed, from outside too, and removing them again is no error", async () => {
    const { machines } = region;
    await patiently(() => region.run("rm", "--force", "--time", "0", region.container("web_1")));
    await machines.remove("web_1");
    await machines.remove("web_2");
    await machines.remove("web_2");
    expect((await machines.list()).map(({ name }) => name)).toEqual(["web_0"]);
    await expect(machines.kill("web_2")).rejects.toThrow("There is no machine web_2 in the region.");
  });

  it("leave nothing to do for a network that is gone already", async () => {
    await expect(region.podman.removeNetwork("web-tier-gone")).resolves.toBeUndefined();
  });
});
