import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const repository = path.join(__dirname, "../..");

/** What stands in for a program that only has to be there. */
const standIns = ["npm", "ssh-keygen", "flock", "apt-get", "newuidmap", "newgidmap", "pasta", "slirp4netns", "nft"];
const ordinaryTools = ["sh", "awk", "cat", "dirname", "grep", "sed"];

/** A make-believe computer of an ordinary user, on which nothing is missing: programs of its own, and files in place of the system's. */
export class Computer {
  private readonly root = fs.mkdtempSync(path.join(os.tmpdir(), "requirements "));
  private readonly bin = path.join(this.root, "bin");
  private readonly checkout = path.join(this.root, "check out");
  /** Where the kernel tells what systemd lets the user control. */
  readonly delegated = "sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service";

  constructor() {
    for (const name of ["local/commands/requirements", "image/building", "package.json"]) {
      fs.cpSync(path.join(repository, name), path.join(this.checkout, name), { recursive: true });
    }
    fs.mkdirSync(this.bin);
    for (const tool of ordinaryTools) {
      const folder = process.env.PATH!.split(":").find((each) => fs.existsSync(path.join(each, tool)))!;
      fs.symlinkSync(path.join(folder, tool), path.join(this.bin, tool));
    }
    standIns.forEach((name) => this.program(name));
    this.program("id", `[ "$1" = -un ] && echo dev || echo 1000`);
    this.program("node", `echo ${process.version}`);
    this.program("podman");
    for (const file of ["etc/subuid", "etc/subgid"]) this.write(file, "dev:100000:65536\n");
    for (const folder of ["sys/fs/cgroup", this.delegated]) this.write(`${folder}/cgroup.controllers`, "cpu memory pids\n");
    this.write("run/user/1000/bus", "");
    fs.mkdirSync(path.join(this.root, "run/systemd/system"), { recursive: true });
  }

  /** Puts a shell script on PATH. */
  program(name: string, ...lines: string[]): void {
    this.write(`bin/${name}`, ["#!/bin/sh", ...lines, ""].join("\n"), 0o755);
  }

  without(...programs: string[]): void {
    programs.forEach((name) => this.removeFile(`bin/${name}`));
  }

  write(file: string, content: string, mode = 0o644): void {
    const whole = path.join(this.root, file);
    fs.mkdirSync(path.dirname(whole), { recursive: true });
    fs.writeFileSync(whole, content, { mode });
  }

  removeFile(name: string): void {
    fs.rmSync(path.join(this.root, name), { recursive: true });
  }

  becomeRoot(): void {
    this.program("id", `[ "$1" = -un ] && echo root || echo 0`);
  }

  engines(range: string): void {
    fs.writeFileSync(path.join(this.checkout, "package.json"), JSON.stringify({ engines: { node: range } }, null, 2));
  }

  podmanWarns(text: string): void {
    this.program("podman", `echo 'time="…" level=warning msg="${text}"' >&2`);
  }

  podmanFails(text: string): void {
    this.program("podman", `cat >&2 <<'TEXT'`, text, "TEXT", "exit 125");
  }

  /** A Podman that tells which program it takes for networks; an older one tells none. */
  podmanTakes(networkProgram: string): void {
    this.program("podman", `if [ "$1" = info ]; then echo "${networkProgram && `  rootlessNetworkCmd: ${networkProgram}`}"; fi`);
  }

  check(...what: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const script = path.join(this.checkout, "local/commands/requirements/check");
    return new Promise((resolve) => {
      execFile(script, [what[0] ?? "", this.root], { env: { PATH: this.bin, LC_ALL: "C.UTF-8" } }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  }

  remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}
