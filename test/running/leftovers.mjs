// What a run of tests or measurements leaves on this computer: `make test` and `make bench` fail by it.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** Images that stay, so that the next deployment is quick. */
const kept = /^localhost\/((web-tier|web-tier-base|local-region-edge|local-region-marketplace):|marketplace\/)/;

/** Watches over a run: where it puts its temporary files, and what it adds to Podman. */
export class Leftovers {
  /** For TMPDIR of everything that the run starts. Its path is short, as sockets in it have little room for theirs. */
  temporary = fs.mkdtempSync(path.join(os.tmpdir(), "web-tier-"));
  #before = new Set(inPodman());

  /** What is there now and was not before: files, processes, and everything in Podman. */
  find() {
    const files = fs.readdirSync(this.temporary).map((name) => `file ${path.join(this.temporary, name)}`);
    return [...files, ...this.#processes(), ...inPodman().filter((one) => !this.#before.has(one))];
  }

  remove() {
    fs.rmSync(this.temporary, { recursive: true, force: true });
  }

  /** Whatever belongs to the run names a file of it, since all of them are in one folder. */
  #processes() {
    return fs
      .readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .map((id) => ({ id, command: commandLine(id) }))
      .filter(({ command }) => command.includes(this.temporary))
      .map(({ id, command }) => `process ${id} (${command})`);
  }
}

function commandLine(id) {
  try {
    return fs.readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return ""; // It has ended meanwhile.
  }
}

function inPodman() {
  const lists = [
    ["ps", "--all", "--external", "--format", "container {{.Names}}"],
    ["network", "ls", "--format", "network {{.Name}}"],
    ["volume", "ls", "--format", "volume {{.Name}}"],
    ["images", "--format", "image {{.Repository}}:{{.Tag}} {{.ID}}"],
  ];
  return lists.flatMap((command) => lines(spawnSync("podman", command, { encoding: "utf8" }).stdout)).filter((line) => !isKept(line));
}

/** Nothing where there is no Podman. */
function lines(output) {
  return (output ?? "").split("\n").filter(Boolean);
}

function isKept(line) {
  const [kind, name] = line.split(" ");
  return (kind === "image" && kept.test(name)) || (kind === "network" && name === "podman");
}
