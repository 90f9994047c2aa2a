import * as net from "node:net";
import { addressesOf, formatAddress } from "../../../../azure/facts/cidr";

/** Where everything of the region is published: on this computer alone. */
export const publicAddress = "127.0.0.1";

/**
 * The addresses in a subnet for the edge of a public load balancer and for that of an internal one: those that no instance gets and that are
 * not the gateway's. On Azure they are its DNS's.
 */
export function edgeAddresses(subnet: string): Record<"public" | "internal", string> {
  const { first } = addressesOf(subnet);
  return { public: formatAddress(first + 2), internal: formatAddress(first + 3) };
}

/** Those of the ports that no socket of this computer has, not even a connection that ended a while ago. */
export async function freePorts(ports: readonly number[]): Promise<number[]> {
  const free = [];
  for (const port of ports) {
    if (await isFree(port)) {
      free.push(port);
    }
  }
  return free;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    server.listen({ port, host: publicAddress, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Podman's options that publish the ports under their own numbers; neighbours are one range. */
export function publishOptions(ports: readonly number[]): string[] {
  return rangesOf(ports).flatMap((range) => ["--publish", `${publicAddress}:${range}:${range}`]);
}

/**
 * Podman's options that keep the ports from connections that a container makes itself. Linux gives those any port of its range for them
 * (ip(7)), and what has one, or had it in the last minute, would keep HAProxy from listening there.
 */
export function reserveOptions(ports: readonly number[]): string[] {
  // Podman reads the option as comma-separated values, of which this is one.
  return ports.length === 0 ? [] : ["--sysctl", `"net.ipv4.ip_local_reserved_ports=${rangesOf(ports).join(",")}"`];
}

/** Neighbours as one, such as `80` and `50000-50063`. */
function rangesOf(ports: readonly number[]): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const port of ports) {
    const range = ranges.at(-1);
    if (range?.last === port - 1) {
      range.last = port;
    } else {
      ranges.push({ first: port, last: port });
    }
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
}
