import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import type { RegionStatus } from "../../region/services/status";
import { publicKey } from "../engine/support/declarations";
import { Sandbox } from "../engine/support/sandbox";
import type { Settings, Stack } from "../engine/support/stack";
import { until, visitOnce, Visitors } from "./visitors";

/** A port and a network that the region of the person who runs the tests does not use. */
const port = 18080;
const site = `http://127.0.0.1:${port}/`;
const image =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/galleries/local/images";

const settings: Settings = {
  "azure-native:location": "westeurope",
  "pulumi:autonaming": { mode: "verbatim" },
  "web-tier:name": "shop",
  "web-tier:frontendPort": String(port),
  "web-tier:vmSize": "Standard_B2ats_v2",
  "web-tier:virtualNetworkAddressPrefix": "10.213.0.0/16",
  "web-tier:subnetAddressPrefix": "10.213.7.0/24",
  "web-tier:imageId": `${image}/web-tier/versions/1.0.0`,
  "web-tier:terminateNotificationMinutes": "5",
  "web-tier:sshPublicKeys": [publicKey],
};

const sandbox = new Sandbox();
delete sandbox.env.LOCAL_REGION_MACHINES;
const regionFolder = String(sandbox.env.LOCAL_REGION_FOLDER);
let stack: Stack;

beforeAll(async () => {
  // Six hours in six minutes: grace periods and probes pass in seconds, and machines boot as fast as they can all the same.
  sandbox.env.LOCAL_REGION_SPEED_FACTOR = "60";
  stack = await sandbox.stack("local", "local", settings);
});

afterAll(async () => {
  await stack.destroy();
  await sandbox.remove();
});

/** The tests of this file are one life of the tier on real machines, in their order. */
describe("the tier on real machines", () => {
  it("answers at its URL as soon as it is deployed, from instances in two zones", async () => {
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await until(
      () => visitOnce(site),
      (end) => end === "200",
      20,
    );
    const { scaleSets } = await status();
    expect(scaleSets[0].instances.map(({ name, zone, provisioningState }) => ({ name, zone, provisioningState }))).toEqual([
      { name: "shop-scale-set_0", zone: "1", provisioningState: "Succeeded" },
      { name: "shop-scale-set_1", zone: "2", provisioningState: "Succeeded" },
    ]);
  });

  it("rolls new user data through its instances without losing a request", async () => {
    await until(status, isWell, 60);
    const visitors = new Visitors(site, 100);
    const userData = path.join(stack.folder, "..", "user-data.sh");
    fs.writeFileSync(userData, "#!/bin/sh\necho second > /var/tmp/generation\n");
    stack.configure({ ...settings, "web-tier:userDataFile": userData });
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await until(status, (now) => isWell(now) && now.scaleSets[0].instances.every(({ name }) => !/_[01]$/.test(name)), 170);
    const { served, lost } = await visitors.leave();
    expect(lost).toEqual({});
    expect(served).toBeGreaterThan(500);
  });

  it("serves on while its daemon is killed, and is as declared again under the next one", async () => {
    const before = (await status()).scaleSets[0].instances.map(({ name }) => name);
    const visitors = new Visitors(site, 100);
    await sandbox.region.kill();
    expect(await stack.preview()).toMatchObject({ status: 0, errors: [] });
    await until(status, isWell, 60);
    expect((await visitors.leave()).lost).toEqual({});
    expect((await status()).scaleSets[0].instances.map(({ name }) => name)).toEqual(before);
  });

  it("replaces an instance whose machine is switched off, and serves on from the others", async () => {
    const [{ name }] = (await status()).scaleSets[0].instances;
    await command("POST", `/instances/${name}/kill`);
    const isReplaced = (now: RegionStatus) => isWell(now) && now.scaleSets[0].instances.every((instance) => instance.name !== name);
    await until(status, isReplaced, 120);
    expect(await visitOnce(site)).toBe("200");
  });

  it("leaves no container, no network and no port when it is destroyed", async () => {
    expect(await stack.destroy()).toMatchObject({ status: 0, errors: [] });
    expect(await visitOnce(site)).toBe("ECONNREFUSED");
    await until(containers, (names) => names.length === 0, 20);
  });
});

/** Both instances are provisioned and healthy, and get new connections. */
function isWell({ scaleSets, loadBalancers }: RegionStatus): boolean {
  const [{ capacity, instances }] = scaleSets;
  const isHealthy = instances.every(({ health, provisioningState }) => health === "Healthy" && provisioningState === "Succeeded");
  return instances.length === capacity && isHealthy && loadBalancers[0]?.rules[0].newConnectionsTo.length === capacity;
}

function status(): Promise<RegionStatus> {
  return command("GET", "/status") as Promise<RegionStatus>;
}

/** A command to the region, as `make status` and `make kill` give it. */
function command(method: string, target: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = http.request({ socketPath: path.join(regionFolder, "control.sock"), method, path: target }, (response) => {
      let body = "";
      response.on("data", (part) => (body += part));
      response.on("end", () => resolve(JSON.parse(body)));
    });
    request.on("error", reject).end();
  });
}

/** The containers whose files are in this test's region. */
function containers(): string[] {
  const all = JSON.parse(execFileSync("podman", ["ps", "--all", "--format", "json"], { encoding: "utf8" })) as { Names: string[] }[];
  return all.flatMap(({ Names }) => Names).filter((name) => name.includes("shop-scale-set"));
}
