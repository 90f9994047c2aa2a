import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";
import { patiently } from "../../support/patiently";

const run = promisify(execFile);

const version = fs.readFileSync(path.join(__dirname, "../../../../image/version"), "utf8").trim();
const imageName = `localhost/web-tier:${version}`;

/** crun refuses a host with cgroup version 1, runc takes every host. */
const runtime = fs.existsSync("/sys/fs/cgroup/cgroup.controllers") ? [] : ["--runtime", "runc"];
/** Low enough for hosts where Podman may not raise a limit. */
const limits = ["--ulimit", "nofile=4096:4096", "--ulimit", "nproc=4096:4096"];

/** A machine that boots from the built image with the given user data. */
export class Machine {
  private constructor(private readonly id: string) {}

  static async boot(userData: string): Promise<Machine> {
    await podman("image", "exists", imageName).catch(() => {
      throw new Error(`there is no image ${imageName}: run 'make image' first`);
    });
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "machine-"));
    const seed = path.join(folder, "cloud/seed/nocloud");
    fs.mkdirSync(seed, { recursive: true });
    fs.writeFileSync(path.join(seed, "meta-data"), `instance-id: ${path.basename(folder)}\n`);
    fs.writeFileSync(path.join(seed, "user-data"), userData);
    const label = ["--label", "web-tier.purpose=image-test"];
    const machine = new Machine(await podman("create", "--systemd=always", "--tty", ...label, ...limits, imageName));
    await podman("cp", path.join(folder, "cloud"), `${machine.id}:/var/lib/`);
    fs.rmSync(folder, { recursive: true });
    await podman("start", machine.id);
    await machine.run("timeout 60 cloud-init status --wait || true; until curl -s -o /dev/null http://127.0.0.1/; do sleep 0.1; done");
    return machine;
  }

  /** Runs a shell command in the machine as root, and gives what it prints. */
  run(command: string): Promise<string> {
    return podman("exec", this.id, "sh", "-c", command);
  }

  /** The status with which the machine's web server answers. */
  async status(target: string, ...options: string[]): Promise<number> {
    return Number(await this.run(`curl -s -o /dev/null -w '%{http_code}' ${options.join(" ")} 'http://127.0.0.1${target}'`));
  }

  async remove(): Promise<void> {
    await patiently(() => podman("rm", "--force", "--time", "0", this.id));
  }
}

async function podman(...options: string[]): Promise<string> {
  return (await run("podman", [...runtime, ...options])).stdout.trim();
}
