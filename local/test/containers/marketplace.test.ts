import { execFileSync } from "node:child_process";
import { regionLabel, regionOf } from "../../region/podman/machines/podman";
import type { Declaration } from "../programs/declared/declaration";
import { address, balancer, group, network, publicKey, scaleSet, securityGroup, subnet } from "../engine/support/declarations";
import { Sandbox } from "../engine/support/sandbox";
import { pageAt, served, until } from "./visitors";

const sandbox = new Sandbox();
delete sandbox.env.LOCAL_REGION_MACHINES;
sandbox.env.LOCAL_REGION_SPEED_FACTOR = "60";

const port = 18082;
const site = `http://127.0.0.1:${port}/`;

/** What anybody's first program has in it. */
const userData = `#!/bin/sh
set -e
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install --yes nginx
. /etc/os-release
echo "$ID $VERSION_ID on $(hostname)" > /var/www/html/index.html
`;

/** The same without packages, where it is not about them. */
const briefUserData = `#!/bin/sh
set -e
. /etc/os-release
mkdir /srv/site
echo "$ID $VERSION_ID on $(hostname)" > /srv/site/index.html
systemd-run python3 -m http.server --directory /srv/site 80
`;

const image = (release: string) => ({ publisher: "Debian", offer: `debian-${release}`, sku: `${release}-gen2`, version: "latest" });

/** A program that is nobody's in particular: instances of a marketplace image behind a load balancer, repaired by its probe. */
function program(imageReference: Record<string, string>, capacity = 2, script = userData): Declaration[] {
  const set = scaleSet("set", {
    resourceGroupName: "${group.name}",
    subnetId: "${subnet.id}",
    poolId: "${balancer.id}/backendAddressPools/servers",
    securityGroupId: "${guard.id}",
  });
  const profile = set.properties?.virtualMachineProfile as Record<string, object>;
  const inBalancer = (kind: string, name: string) => ({
    id: `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/market/providers/Microsoft.Network/loadBalancers/market/${kind}/${name}`,
  });
  return [
    group("group", { resourceGroupName: "market" }),
    network("net", { virtualNetworkName: "net", addressSpace: { addressPrefixes: ["10.213.0.0/16"] } }),
    subnet("subnet", "${net.name}", { addressPrefix: "10.213.11.0/24" }),
    securityGroup("guard", {
      securityRules: [
        {
          name: "http",
          priority: 100,
          direction: "Inbound",
          access: "Allow",
          protocol: "Tcp",
          sourceAddressPrefix: "*",
          sourcePortRange: "*",
          destinationAddressPrefix: "*",
          destinationPortRange: "80",
        },
      ],
    }),
    address("ip"),
    balancer("balancer", "${ip.id}", {
      loadBalancerName: "market",
      probes: [{ name: "http", protocol: "Http", port: 80, requestPath: "/", intervalInSeconds: 5, probeThreshold: 1 }],
      loadBalancingRules: [
        {
          name: "http",
          protocol: "Tcp",
          frontendPort: port,
          backendPort: 80,
          frontendIPConfiguration: inBalancer("frontendIPConfigurations", "front"),
          backendAddressPool: inBalancer("backendAddressPools", "servers"),
          probe: inBalancer("probes", "http"),
        },
      ],
    }),
    {
      ...set,
      properties: {
        ...set.properties,
        sku: { name: "Standard_B2s", tier: "Standard", capacity },
        automaticRepairsPolicy: { enabled: true, gracePeriod: "PT10M" },
        virtualMachineProfile: {
          ...profile,
          osProfile: {
            computerNamePrefix: "set",
            adminUsername: "azureuser",
            linuxConfiguration: {
              disablePasswordAuthentication: true,
              ssh: { publicKeys: [{ path: "/home/azureuser/.ssh/authorized_keys", keyData: publicKey }] },
            },
          },
          storageProfile: { ...profile.storageProfile, imageReference },
          networkProfile: { ...profile.networkProfile, healthProbe: { id: "${balancer.id}/probes/http" } },
          userData: Buffer.from(script).toString("base64"),
        },
      },
    },
  ];
}

/** The names of the machines' containers, running or not. */
function containers(): string[] {
  const ofRegion = `label=${regionLabel}=${regionOf(sandbox.region.folder)}`;
  const names = execFileSync("podman", ["ps", "--all", "--filter", ofRegion, "--format", "{{.Names}}"], { encoding: "utf8" }).split("\n");
  return names.filter((name) => /_\d+$/.test(name));
}

afterAll(async () => {
  await sandbox.known("12").destroy();
  await sandbox.remove();
});

/** The tests of this file are one life of one program, in their order. */
describe("a program on Debian of the marketplace", () => {
  it("is served by a machine that its user data has made a web server of", async () => {
    const stack = await sandbox.declare("12", program(image("12"), 1));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await until(
      () => pageAt(site),
      (page) => /^debian 12 on set000000\n$/.test(page),
      30,
    );
  });

  it("serves on while a machine is killed, and has another one in its place", async () => {
    const stack = sandbox.known("12");
    stack.declare(program(image("12"), 2, briefUserData));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await until(
      () => pageAt(site),
      (page) => /^debian 12 on set000001\n$/.test(page),
      30,
    );
    const killed = containers()[0];
    execFileSync("podman", ["kill", killed], { stdio: "ignore" });
    await until(
      () => containers(),
      (names) => names.length === 2 && !names.includes(killed),
      150,
    );
    await served(site);
  });

  it("is refused an image that nobody can make here, and stays as it is", async () => {
    const stack = sandbox.known("12");
    const withBackports = { publisher: "Debian", offer: "debian-12", sku: "12-backports-gen2", version: "latest" };
    stack.declare(program(withBackports, 2, briefUserData));
    const before = containers();
    const { status, errors } = await stack.up();
    expect(status).not.toBe(0);
    expect(errors.join("\n")).toMatch(
      /NotFound.*Debian:debian-12:12-backports-gen2:latest.*podman tag YOUR-IMAGE localhost\/marketplace\/debian/s,
    );
    expect(containers()).toEqual(before);
    await served(site);
  });

  it("becomes Debian 13 by a replacement, as the offer of a scale set cannot change", async () => {
    const stack = sandbox.known("12");
    const options = { replaceOnChanges: ["virtualMachineProfile.storageProfile.imageReference.offer"], deleteBeforeReplace: true };
    const changed = program(image("13"), 1, briefUserData);
    stack.declare(changed.map((declared) => (declared.name === "set" ? { ...declared, options } : declared)));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await until(
      () => pageAt(site),
      (page) => /^debian 13 on set000000\n$/.test(page),
      30,
    );
  });

  it("leaves no machine when it is destroyed", async () => {
    expect(await sandbox.known("12").destroy()).toMatchObject({ status: 0, errors: [] });
    expect(containers()).toEqual([]);
  });
});
