import { spawnSync } from "node:child_process";
import * as crypto from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { edgeAddresses } from "../region/podman/edge/host-ports";
import { type EdgeSpecification, Edges } from "../region/podman/edge/edge";
import { edgeImage } from "../region/podman/edge/image";
import { Subnets } from "../region/podman/machines/network";
import { Podman } from "../region/podman/machines/podman";
import { atLeast, type Figure } from "./figure";

/** Requests a second through the edge, and straight to the instance. */
interface Throughput {
  readonly through: number;
  readonly straight: number;
}

const kinds = [
  { visitors: "keep-alive", headers: [], target: 0.6 },
  { visitors: "new connections", headers: ["Connection: close"], target: 0.35 },
];

const rounds = 5;
const secondsOfARound = 2;
const connections = 32;
const pageBytes = 4096;

const subnet = "10.233.77.0/24";
const instanceAddress = "10.233.77.4";
const sitePort = 18480;
const straightPort = 18481;

const webServerConfiguration = `
worker_processes 1;
error_log stderr warn;
events { worker_connections 2048; }
http {
  access_log off;
  server {
    listen 80;
    location / { root /srv/page; }
  }
}
`;

/**
 * Measures the requests a second through an edge and straight to the one instance behind it, in turns, by wrk. The instance is the machine
 * image's web server with a small page of its own, without the application, so that nearly all of the difference is the edge.
 *
 * @throws Error where wrk or the machine image is missing; `prepare` sees to both.
 */
export async function measureEdge(): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "edge-bench-"));
  const podman = await Podman.open(`bench-${crypto.randomUUID().slice(0, 8)}`);
  const subnets = new Subnets(podman);
  const network = `${podman.region}-subnet`;
  try {
    const image = await edgeImage(path.join(__dirname, "../region/podman/edge/image/build"));
    await subnets.ensure({ name: network, addressPrefix: subnet });
    await startInstance(podman, network, folder);
    await new Edges(podman, folder, image).ensure(edgeSpecification(network));
    return kinds.map(({ visitors, headers, target }) => {
      const { through, straight } = compare(headers);
      console.log(`Edge, ${visitors}: ${through.toFixed(0)} requests a second; straight to the instance ${straight.toFixed(0)}.`);
      return atLeast(`edge with ${visitors}, to going straight`, through / straight, target, "", 2);
    });
  } finally {
    for (const { id } of await podman.containers()) {
      await podman.remove(id);
    }
    await subnets.remove(network);
    fs.rmSync(folder, { recursive: true });
  }
}

async function startInstance(podman: Podman, network: string, folder: string): Promise<void> {
  const [configuration, page] = [path.join(folder, "nginx.conf"), path.join(folder, "index.html")];
  fs.writeFileSync(configuration, webServerConfiguration);
  fs.writeFileSync(page, "x".repeat(pageBytes));
  // The web server's own user reads the page.
  fs.chmodSync(folder, 0o755);
  const version = fs.readFileSync(path.join(__dirname, "../../image/version"), "utf8").trim();
  const place = ["--network", network, "--ip", instanceAddress, "--publish", `127.0.0.1:${straightPort}:80`];
  const limits = ["--ulimit", "nofile=8192:8192", "--ulimit", "nproc=4096:4096", "--security-opt", "label=disable"];
  const files = ["--volume", `${configuration}:/bench.conf:ro`, "--volume", `${page}:/srv/page/index.html:ro`];
  const command = ["nginx", "-c", "/bench.conf", "-g", "daemon off;"];
  await podman.run(`${podman.region}-instance`, [...place, ...limits, ...files], `localhost/web-tier:${version}`, command);
}

function edgeSpecification(network: string): EdgeSpecification {
  const rule = {
    property: "loadBalancingRules[0]",
    name: "site",
    frontendPort: sitePort,
    backendPort: 80,
    backendAddressPools: ["instances"],
    loadDistribution: "Default" as const,
    idleTimeoutInMinutes: 4,
    enableTcpReset: true,
  };
  return {
    loadBalancerId: "/bench/edge",
    traffic: { rules: [rule], nats: [], notCarried: [] },
    members: [{ name: "web_0", address: instanceAddress, backendAddressPools: ["instances"], natPorts: {}, closedPorts: {} }],
    distributions: { site: { newConnections: ["web_0"], standingConnectionsGoOn: true, reason: "it is the only one" } },
    network,
    address: edgeAddresses(subnet).public,
  };
}

/** The round with the median ratio. */
function compare(headers: readonly string[]): Throughput {
  const measured = Array.from({ length: rounds }, () => {
    const straight = requestsPerSecond(straightPort, headers);
    return { straight, through: requestsPerSecond(sitePort, headers) };
  });
  const ratio = ({ through, straight }: Throughput) => through / straight;
  return measured.sort((one, other) => ratio(one) - ratio(other))[Math.floor(rounds / 2)];
}

function requestsPerSecond(port: number, headers: readonly string[]): number {
  const load = ["--connections", String(connections), "--duration", `${secondsOfARound}s`];
  const run = spawnSync("wrk", [...load, ...headers.flatMap((header) => ["--header", header]), `http://127.0.0.1:${port}/`]);
  if (run.error) {
    throw run.error;
  }
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(run.stdout.toString())?.[1] ?? NaN);
}
