import { execFile } from "node:child_process";
import * as os from "node:os";

/** Where `nft` is on most systems; an ordinary user's PATH has neither folder. */
const systemFolders = "/usr/sbin:/sbin";

/**
 * What Podman's own network programs offer of this computer to containers of ordinary users has addresses of this range, such as
 * host.containers.internal (`--map-guest-addr` in pasta(1)).
 */
const linkLocal = "169.254.0.0/16";

/**
 * The rules that keep guests from this computer, and its users from the guests, in the language of nft(8). What comes out of the networks may
 * go on to anywhere but to this computer itself, and answer it; only names are resolved here for them. Into the networks come root, and
 * everybody by the ports that are published, which the kernel leads there.
 * @param table Unique on this computer.
 * @param interfaces The networks' interfaces on the host.
 * @param addresses This computer's IPv4 addresses. As root its kernel knows them anyway; for an ordinary user the networks are behind a
 * program that connects to them in the user's name.
 * @param hasOtherUsers False where no process of another user can be in the networks' own, as is so for an ordinary user.
 */
export function wallRules(table: string, interfaces: readonly string[], addresses: readonly string[], hasOtherUsers: boolean): string {
  const networks = `{ ${interfaces.map((name) => `"${name}"`).join(", ")} }`;
  const guests = `iifname ${networks}`;
  const goesOn = `${guests} ct state established,related accept
    ${guests} meta l4proto { tcp, udp } th dport 53 accept`;
  return `table inet ${table}
delete table inet ${table}
table inet ${table} {
  set host {
    type ipv4_addr
    flags interval
    auto-merge
    elements = { ${[linkLocal, ...addresses].join(", ")} }
  }
  chain input {
    type filter hook input priority -10
    ${goesOn}
    ${guests} reject
  }
  chain forward {
    type filter hook forward priority -10
    ${goesOn}
    ${guests} ip daddr @host reject
  }
${hasOtherUsers ? keepsOthersOut(networks) : ""}}
`;
}

function keepsOthersOut(networks: string): string {
  const toGuests = `oifname ${networks}`;
  return `  chain output {
    type filter hook output priority 10
    ${toGuests} ct status dnat accept
    ${toGuests} ct state established,related accept
    ${toGuests} meta skuid != 0 reject
  }
`;
}

/** Keeps a region's guests from the services of this computer, wherever these listen, and other users of it from the guests. */
export class HostWall {
  private readonly table: string;

  /** @param environment What `nft` and Podman are started with. */
  constructor(
    region: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly isRoot = process.getuid?.() === 0,
  ) {
    this.table = region.replaceAll("-", "_");
  }

  /**
   * Sees to it that the wall stands before networks. For an ordinary user the networks have to have a container by then: without one they are
   * not there.
   * @param interfaces Their interfaces on the host.
   * @throws Error where there is no `nft`, or where it cannot do it.
   */
  async raise(interfaces: readonly string[]): Promise<void> {
    if (interfaces.length > 0) {
      await this.nft(wallRules(this.table, interfaces, ownAddresses(), this.isRoot));
    }
  }

  /** Takes the wall away, once nothing is behind it any more; one that stays harms nobody. For an ordinary user it goes with the last network. */
  async remove(): Promise<void> {
    if (this.isRoot) {
      await this.nft(`table inet ${this.table}\ndelete table inet ${this.table}\n`).catch(() => undefined);
    }
  }

  private nft(rules: string): Promise<void> {
    const [program, ...words] = this.isRoot ? ["nft"] : ["podman", "unshare", "--rootless-netns", "nft"];
    const env = { ...this.environment, PATH: `${this.environment.PATH ?? ""}:${systemFolders}` };
    return new Promise((resolve, reject) => {
      const child = execFile(program, [...words, "--file", "/dev/stdin"], { env, timeout: 60_000 }, (error, _, said) => {
        if (error) {
          reject(new Error(explain(error, said)));
        } else {
          resolve();
        }
      });
      child.stdin?.on("error", () => undefined);
      child.stdin?.end(rules);
    });
  }
}

function explain(error: Error, said: string): string {
  const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT" || /"?nft"?: (executable file )?not found/.test(said);
  const because = isMissing ? "nft was not found" : said.trim() || error.message;
  const fix = isMissing ? "install the package nftables" : "see that nft works for this user";
  return `Machines cannot be kept from the services of this computer: ${because}; fix: ${fix}`;
}

function ownAddresses(): string[] {
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
