import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as os from "node:os";
import * as path from "node:path";
import { encode, TestRegion } from "./region";

/** Tries what user data has no business with, and writes what came of it. `attempt NAME COMMAND` says whether the command succeeded. */
const script = (port: number) => `#!/bin/bash
attempt() { name=$1; shift; if "$@" >/dev/null 2>&1; then echo "$name succeeded"; else echo "$name failed"; fi >>/var/tmp/attempts; }
shared=/var/lib/azure-region
mkdir -p /mnt/other /var/tmp/into
attempt "mounting a file system" mount -t tmpfs none /mnt/other
attempt "mounting a folder again with more rights" mount -o remount,rw,suid,dev,exec /run/azure-region/units
attempt "writing to what the region gives" touch /run/azure-region/units/mine /run/azure-region/platform/mine /var/lib/cloud/seed/nocloud/mine
attempt "making a disk's device" mknod /var/tmp/disk b 8 0
attempt "making a memory device in the shared folder" mknod $shared/mem c 1 1
attempt "reading the kernel's memory" head -c 1 /dev/mem
attempt "raising the kernel's limits" sh -c 'echo 1 >/proc/sys/kernel/panic'
attempt "loading a module" modprobe dummy
attempt "setting the clock" date --set=@1
attempt "entering another namespace" nsenter --target 1 --mount --pid true
attempt "making a namespace" unshare --mount true
attempt "opening a raw socket" python3 -c 'import socket; socket.socket(socket.AF_PACKET, socket.SOCK_RAW)'
attempt "running from the shared folder" sh -c "cp /bin/true $shared/program && $shared/program"
attempt "naming a release agent" sh -c 'cd /sys/fs/cgroup/systemd && echo /var/tmp/agent >release_agent && grep /var/tmp/agent release_agent'
for address in $(ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p') ${hostAddresses().join(" ")} 169.254.1.2 10.0.2.2 host.containers.internal; do
  attempt "reaching this computer" curl --silent --max-time 3 http://$address:${port}/
done
ip route add 127.0.0.53/32 via $(ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p')
cp /bin/bash $shared/setuid && chmod 6755 $shared/setuid
cat /proc/[0-9]*/cmdline | tr '\\0' ' ' >/var/tmp/processes
mkdir $shared/failure-of-others && chown 33:33 $shared/failure-of-others && touch $shared/failure-of-others/file && chown 33:33 $shared/failure-of-others/file
( cd $shared; for level in $(seq 300); do mkdir long-enough-a-name && cd long-enough-a-name || break; done )
`;

function hostAddresses(): string[] {
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

const isRoot = process.getuid?.() === 0;

let region: TestRegion;
let server: http.Server;
let visits = 0;
let shared: string;

beforeAll(async () => {
  server = http.createServer((_, response) => {
    visits++;
    response.end("of this computer alone");
  });
  await new Promise<void>((resolve) => server.listen({ host: "0.0.0.0", port: 0 }, resolve));
  const { port } = server.address() as { port: number };
  region = await TestRegion.create();
  shared = path.join(region.folder, "web_0", "shared");
  await region.machines.create(region.specification("web_0", { userData: encode(script(port)), probePorts: { http: [80], tcp: [] } }));
  await region.leaves("creating", "web_0");
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await region?.remove();
});

describe("user data that wants more of this computer than is its own", () => {
  it("is run to its end, and fails at all that it tries", async () => {
    expect((await region.machines.inspect("web_0"))?.state).toEqual({ kind: "running" });
    const attempts = (await region.shell("web_0", "cat /var/tmp/attempts")).split("\n");
    expect(attempts.length).toBeGreaterThan(18);
    expect(attempts.filter((attempt) => !attempt.endsWith(" failed"))).toEqual([]);
  });

  it("reaches no service that listens on all addresses here, and still resolves names", async () => {
    expect(visits).toBe(0);
    const server = await region.shell("web_0", "sed -n 's/^nameserver //p' /etc/resolv.conf | head -1");
    const asked = `python3 -c 'import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(10); s.sendto(bytes.fromhex("000101000001000000000000096c6f63616c686f73740000010001"), ("${server}", 53)); print(len(s.recv(512)) > 12)'`;
    expect(await region.shell("web_0", asked)).toBe("True");
  });

  it("sees no process but the machine's own", async () => {
    const processes = await region.shell("web_0", "cat /var/tmp/processes");
    expect(processes).toContain("/sbin/init");
    expect(processes).not.toContain("jest");
  });

  it("leaves nothing in the host's tree that is root's here, or that another user of this computer could use", () => {
    const left = fs.lstatSync(path.join(shared, "setuid"));
    expect(left.mode & 0o6000).toBe(0o6000);
    expect(left.uid === 0).toBe(false);
    expect(fs.statSync(path.dirname(shared)).mode & 0o077).toBe(0);
    expect(fs.readdirSync(shared, { withFileTypes: true }).filter((entry) => entry.isBlockDevice() || entry.isCharacterDevice())).toEqual(
      [],
    );
  });

  it("is held to users, processes and memory of its own", async () => {
    const [processes, memory, mapping] = (
      await region.run(
        ...["inspect", "--format", "{{.HostConfig.PidsLimit}} {{.HostConfig.Memory}} {{.HostConfig.CapDrop}}"],
        region.container("web_0"),
      )
    ).split(" ");
    expect(processes).toBe("2048");
    expect(memory).toBe(String(1024 ** 3));
    expect(mapping).toBeDefined();
    const first = Number((await region.shell("web_0", "cat /proc/self/uid_map")).trim().split(/\s+/)[1]);
    expect(isRoot ? first >= 2 ** 30 : true).toBe(true);
  });

  it("cannot keep its files from being removed, and the wall before this computer goes with the last network", async () => {
    await region.machines.remove("web_0");
    expect(fs.existsSync(path.dirname(shared))).toBe(false);
    await region.subnets.remove(region.network);
    const tables = isRoot ? execFileSync("nft", ["list", "tables"], { encoding: "utf8" }) : "";
    expect(tables).not.toContain(region.podman.region.replaceAll("-", "_"));
  });
});
