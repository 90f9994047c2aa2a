import * as fs from "node:fs";
import { addressesOf } from "../../../../azure/facts/cidr";

/** As many users as an operating system has. */
const usersPerMachine = 65_536;

/**
 * Where the ranges begin: within what systemd leaves to containers, and above all that useradd(8) gives to people
 * (https://systemd.io/UIDS-GIDS/).
 */
const firstUser = 2 ** 30;

/** Machines of one subnet have ranges of their own, unless it is larger than a /19. */
const ranges = 8192;

/**
 * The users of this computer that a machine's users are: its root is the first of them, and nobody here. It goes by the machine's address, so
 * that no list has to be kept.
 * @returns undefined where this process may not give users away: for an ordinary user, whose machines' root is the user, and for a root
 * who has no such users to give, as in a container.
 */
export function firstUserOf(address: string, isMine = givesAway): number | undefined {
  const first = firstUser + (addressesOf(`${address}/32`).first % ranges) * usersPerMachine;
  return isMine(first, usersPerMachine) ? first : undefined;
}

/** Podman's options that give a machine its users and groups. */
export function userOptions(first: number | undefined): string[] {
  const range = `0:${first}:${usersPerMachine}`;
  return first === undefined ? [] : ["--uidmap", range, "--gidmap", range];
}

/** True where this process is a root to whom the users and the groups belong. */
function givesAway(first: number, count: number): boolean {
  return (
    process.getuid?.() === 0 && ["uid_map", "gid_map"].every((map) => holds(fs.readFileSync(`/proc/self/${map}`, "utf8"), first, count))
  );
}

/** Reads user_namespaces(7)'s table of a process's users: first here, first outside, how many. */
export function holds(table: string, first: number, count: number): boolean {
  return table.split("\n").some((line) => {
    const [start, , length] = line.trim().split(/\s+/).map(Number);
    return start <= first && first + count <= start + length;
  });
}
