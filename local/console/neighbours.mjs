// What `make up` asks before it creates anything: whether the local region of another checkout has the port or the addresses that this
// one is to have. Both would answer for the same ones, and nobody could tell whose machine it is.
import { execFileSync } from "node:child_process";
import * as net from "node:net";
import * as path from "node:path";
import { checkout, setting } from "./settings.mjs";

const label = "azure-web-tier.region";
/** In milliseconds; it answers in a tenth of a second. */
const podmanPatience = 60_000;

const wanted = { port: Number(setting("frontendPort")), subnet: setting("subnetAddressPrefix") };
for (const [folder, neighbour] of neighbours()) {
  const taken = [
    ...(neighbour.ports.has(wanted.port) ? [`port ${wanted.port}`] : []),
    ...[...neighbour.subnets].filter((subnet) => overlap(subnet, wanted.subnet)).map((subnet) => `the addresses ${subnet}`),
  ];
  const { where, end } = nameOf(folder);
  if (taken.length > 0) {
    console.error(`The local region of ${where} has ${taken.join(" and ")}, which this checkout's settings ask for too; fix: ${end}`);
    process.exitCode = 1;
  } else if (neighbour.ports.size > 1) {
    console.error(
      `The local region of ${where} is up as well, and SSH to ports that both have leads to its machines; to change that: ${end}`,
    );
  }
}

/** The ports and subnets of every other region that Podman has containers of, by the region's folder. */
function neighbours() {
  const found = new Map();
  const containers = podman("ps", "--all", "--quiet", "--filter", `label=${label}`).split("\n").filter(Boolean);
  if (containers.length === 0) {
    return found;
  }
  const subnetsOf = new Map(
    JSON.parse(podman("network", "ls", "--filter", `label=${label}`, "--format", "json")).map(({ name, subnets = [] }) => [name, subnets]),
  );
  for (const { Mounts, HostConfig, NetworkSettings } of JSON.parse(podman("container", "inspect", ...containers))) {
    const folder = Mounts.map(({ Source }) => /^(.*)\/(?:machines|edges)\//.exec(`${Source}/`)?.[1]).find(Boolean);
    if (folder === undefined || folder === path.join(checkout, "local/.region")) {
      continue;
    }
    const neighbour = found.get(folder) ?? { ports: new Set(), subnets: new Set() };
    const bindings = Object.values(HostConfig.PortBindings ?? {}).flat();
    bindings.forEach((binding) => neighbour.ports.add(Number(binding?.HostPort)));
    Object.keys(NetworkSettings.Networks ?? {}).forEach((name) =>
      (subnetsOf.get(name) ?? []).forEach(({ subnet }) => neighbour.subnets.add(subnet)),
    );
    found.set(folder, neighbour);
  }
  return found;
}

/**
 * What Podman prints. Nothing where there is no Podman yet, as the image's build installs it: no region's machines run there. Containers that have
 * gone since they were listed are left out.
 */
function podman(...command) {
  try {
    return execFileSync("podman", command, {
      encoding: "utf8",
      timeout: podmanPatience,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    if (error.code === "ENOENT") {
      return "";
    }
    if (/no such container/i.test(error.stderr)) {
      return error.stdout;
    }
    console.error(
      `"podman ${command.join(" ")}" failed: ${error.stderr?.trim() || error.message}; fix: make it work in this shell, then the same again`,
    );
    process.exit(1);
  }
}

/** True where one block has the other's first address, which of two blocks that overlap one always has. */
function overlap(...blocks) {
  const [one, other] = blocks.map((block) => {
    const [address, length] = block.split("/");
    const list = new net.BlockList();
    list.addSubnet(address, Number(length));
    return { address, list };
  });
  return one.list.check(other.address) || other.list.check(one.address);
}

/** What a person calls a region, and the command that ends it. */
function nameOf(folder) {
  const other = /^(.*)\/local\/\.region$/.exec(folder)?.[1];
  return other === undefined
    ? { where: folder, end: `destroy the stacks that are deployed to the region in ${folder}` }
    : { where: other, end: `make -C ${other} down` };
}
