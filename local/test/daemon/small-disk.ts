import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Client } from "../support/client";
import { eventually } from "../support/eventually";

const checkout = path.resolve(__dirname, "../../..");
/** An ordinary user may mount where the kernel lets it take itself for root. */
const asRoot = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];

/** A region daemon without machines whose folder is a disk of its own, of one megabyte, which nobody but the daemon sees. */
export class DaemonOnSmallDisk {
  private readonly outside = fs.mkdtempSync(path.join(os.tmpdir(), "small-disk-"));
  private readonly folder = path.join(this.outside, "region");
  private readonly clients: Client[] = [];
  private readonly process: ChildProcess;

  constructor() {
    fs.mkdirSync(this.folder);
    const program = path.join(this.outside, "daemon.js");
    execFileSync(path.join(checkout, "node_modules/.bin/esbuild"), [
      path.join(checkout, "local/region/main.ts"),
      ...["--bundle", "--platform=node", "--target=node20", "--log-level=warning", `--outfile=${program}`],
    ]);
    const begin = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" "$3" "$1" 2>>"$1/daemon.log"';
    this.process = spawn("unshare", [...asRoot, "--mount", "sh", "-c", begin, "sh", this.folder, process.execPath, program], {
      env: { ...process.env, LOCAL_REGION_MACHINES: "none" },
      stdio: "inherit",
    });
  }

  /** A folder or file of the region, as the daemon sees it. */
  place(...names: string[]): string {
    return path.join(`/proc/${this.process.pid}/root`, this.folder, ...names);
  }

  get isAlive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  async connect(): Promise<Client> {
    await eventually(() => fs.existsSync(this.place("daemon")));
    const client = new Client(Number(/^azure_native=(\d+)$/m.exec(fs.readFileSync(this.place("daemon"), "utf8"))?.[1]));
    this.clients.push(client);
    return client;
  }

  /** Leaves no byte free. */
  fill(): void {
    for (let size = 256 * 1024; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) {
          fs.appendFileSync(this.place("filler"), Buffer.alloc(size));
        }
      } catch {
        // Not so much at a time any more.
      }
    }
  }

  makeRoom(): void {
    fs.rmSync(this.place("filler"));
  }

  /** Has a folder of the region be on a file system that is read-only, or no longer. */
  setReadOnly(name: string, isReadOnly: boolean): void {
    const user = asRoot.length > 0 ? ["--user", "--preserve-credentials"] : [];
    const place = path.join(this.folder, name);
    const change = isReadOnly ? 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"' : 'umount "$1"';
    execFileSync("nsenter", [`--target=${this.process.pid}`, ...user, "--mount", "sh", "-c", change, "sh", place]);
  }

  async remove(): Promise<void> {
    this.clients.forEach((client) => client.close());
    const ended = new Promise((resolve) => this.process.once("close", resolve));
    this.process.kill();
    await ended;
    fs.rmSync(this.outside, { recursive: true });
  }
}

/** Starts a region daemon on a disk that is mounted with an option, and full, as the launchers do. */
export function startOn(option: string): { readonly status: number | null; readonly stderr: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "small-disk-"));
  const fill = 'dd if=/dev/zero of="$1/filler" bs=4k 2>/dev/null';
  const begin = `mount -t tmpfs -o "$2" tmpfs "$1" && { ${fill}; LOCAL_REGION_FOLDER="$1" LOCAL_REGION_MACHINES=none "$3"; }`;
  const start = path.join(checkout, "local/plugin/start");
  const words = [...asRoot, "--mount", "sh", "-c", begin, "sh", folder, option, start];
  const { status, stderr } = spawnSync("unshare", words, { encoding: "utf8" });
  fs.rmSync(folder, { recursive: true });
  return { status, stderr };
}
