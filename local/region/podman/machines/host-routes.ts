import * as fs from "node:fs";
import { type AddressRange, formatAddress } from "../../../../azure/facts/cidr";

/** A route of this computer. */
export interface HostRoute {
  /** The destination as a CIDR block. */
  readonly block: string;
  readonly range: AddressRange;
  readonly through: string;
}

/** The IPv4 routes of this computer, but for the default ones. */
export function hostRoutes(): HostRoute[] {
  return parseRoutes(fs.readFileSync("/proc/net/route", "utf8"));
}

/** Reads the kernel's table of routes: a heading, then a line for each, with addresses as hexadecimal numbers of the reverse byte order. */
export function parseRoutes(table: string): HostRoute[] {
  return table
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .map((columns) => ({ through: columns[0], first: parseNumber(columns[1]), size: 2 ** 32 - parseNumber(columns[7]) }))
    .filter(({ size }) => size < 2 ** 32)
    .map(({ through, first, size }) => ({
      block: `${formatAddress(first)}/${32 - Math.log2(size)}`,
      range: { first, last: first + size - 1 },
      through,
    }));
}

function parseNumber(hexadecimal: string): number {
  return Buffer.from(hexadecimal, "hex").readUInt32LE();
}
