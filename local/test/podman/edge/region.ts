import { execFileSync } from "node:child_process";
import * as crypto from "node:crypto";
import * as fs from "node:fs";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { edgeAddresses } from "../../../region/podman/edge/host-ports";
import { type EdgeSpecification, Edges } from "../../../region/podman/edge/edge";
import { edgeImage } from "../../../region/podman/edge/image";
import { freeAddress } from "../../../region/podman/machines/machine-address";
import { Subnets } from "../../../region/podman/machines/network";
import { Podman } from "../../../region/podman/machines/podman";
import { loadBalancerId } from "./specification";

/** Runs side by side must not meet. */
const addressPrefix = `10.232.${process.pid % 256}.0/24`;

/** A region with a subnet, edges, and small servers in place of machines. */
export class EdgeRegion {
  readonly subnets: Subnets;
  readonly network: string;
  readonly edgeAddresses: ReturnType<typeof edgeAddresses>;
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "region's edges "));
  private readonly addresses = new Map<string, string>();

  private constructor(
    readonly podman: Podman,
    private readonly image: string,
  ) {
    this.network = `${podman.region}-subnet`;
    this.subnets = new Subnets(podman);
    this.edgeAddresses = edgeAddresses(addressPrefix);
  }

  static async create(): Promise<EdgeRegion> {
    const image = await edgeImage(path.join(__dirname, "../../../region/podman/edge/image/build"));
    const region = new EdgeRegion(await Podman.open(`test-${crypto.randomUUID().slice(0, 8)}`), image);
    await region.subnets.ensure({ name: region.network, addressPrefix });
    return region;
  }

  /** The edges as a daemon has them that has just begun. */
  edges(): Edges {
    return new Edges(this.podman, this.folder, this.image);
  }

  /** The address of an instance, which may never be there. */
  addressOf(instance: string): string {
    const address = this.addresses.get(instance) ?? freeAddress(addressPrefix, new Set(this.addresses.values())) ?? "";
    this.addresses.set(instance, address);
    return address;
  }

  /** Starts a server that answers on port 80 with the instance's name, and on port 22 with `ssh to` that name. */
  async startInstance(instance: string): Promise<void> {
    const file = path.join(this.folder, `${instance}.cfg`);
    fs.writeFileSync(file, serverConfiguration(instance));
    const address = this.addressOf(instance);
    const options = ["--network", this.network, "--ip", address, "--volume", `${file}:/haproxy.cfg:ro`, "--security-opt", "label=disable"];
    const limits = ["--ulimit", "nofile=8192:8192", "--ulimit", "nproc=4096:4096"];
    await this.podman.run(`${this.podman.region}-${instance}`, [...options, ...limits], this.image, ["-db", "-f", "/haproxy.cfg"]);
  }

  async killInstance(instance: string): Promise<void> {
    await this.podman.remove(`${this.podman.region}-${instance}`);
  }

  /** The id of the edge's container, which is another one for another container. */
  async containerId(): Promise<string> {
    const [container] = await this.podman.containers("azure-web-tier.load-balancer");
    return container.id;
  }

  /** Leaves the edge these ports for connections that it makes itself, in place of the system's own. */
  async limitOwnPorts(first: number, last: number): Promise<void> {
    const pid = this.run("inspect", "--format", "{{.State.Pid}}", await this.containerId());
    const write = ["nsenter", "--target", pid, "--net", "sh", "-c", `echo ${first} ${last} > /proc/sys/net/ipv4/ip_local_port_range`];
    const [program, ...words] = process.getuid?.() === 0 ? write : ["podman", "unshare", ...write];
    execFileSync(program, words);
  }

  run(...command: string[]): string {
    return execFileSync("podman", command, { encoding: "utf8" }).trim();
  }

  /**
   * Has the HAProxy of an edge read another configuration than its own.
   * @throws Error with what it does not take.
   */
  async check(configuration: string): Promise<void> {
    const edge = fs.readdirSync(this.folder, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? "";
    fs.writeFileSync(path.join(this.folder, edge, "checked.cfg"), configuration);
    this.run("exec", await this.containerId(), "/usr/sbin/haproxy", "-c", "-f", "/edge/checked.cfg");
  }

  specification(change: Partial<EdgeSpecification>): EdgeSpecification {
    return {
      loadBalancerId,
      traffic: { rules: [], nats: [], notCarried: [] },
      members: [],
      distributions: {},
      network: this.network,
      address: this.edgeAddresses.public,
      ...change,
    };
  }

  async remove(): Promise<void> {
    for (const { id } of await this.podman.containers()) {
      await this.podman.remove(id);
    }
    await this.subnets.remove(this.network);
    fs.rmSync(this.folder, { recursive: true });
  }
}

function serverConfiguration(instance: string): string {
  return `
global
  nbthread 1
  maxconn 2000
defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 60s
listen site
  bind :80
  http-request return status 200 content-type text/plain string "${instance}"
listen ssh
  bind :22
  http-request return status 200 content-type text/plain string "ssh to ${instance}"
`;
}

/** Ports below those that the system gives to connections. */
export function freeTestPort(): Promise<number> {
  const port = 20_000 + crypto.randomInt(12_000);
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(freeTestPort()));
    server.listen({ port, host: "127.0.0.1" }, () => server.close(() => resolve(port)));
  });
}

/** The first of ten ports in a row that nothing uses: well below the system's own ports, and apart from those of `freeTestPort`. */
export async function freeNatRange(): Promise<number> {
  return 10_000 + ((await freeTestPort()) % 900) * 10;
}

/** Something else on this computer that has a port. */
export async function listen(): Promise<{ server: net.Server; port: number }> {
  const port = await freeTestPort();
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, port };
}
