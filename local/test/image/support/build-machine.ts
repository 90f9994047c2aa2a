import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const image = path.join(__dirname, "../../../../image");

const ordinaryTools =
  `awk basename cat chmod cut date dirname env find flock grep head id mkdir mktemp paste printf rm sed sh sha256sum sort
  tail timeout tr true xargs`.split(/\s+/);

export interface Outcome {
  readonly code: number | null;
  readonly stderr: string;
}

/**
 * A make-believe computer with a copy of image/ and a Podman that only writes down what it is asked for. Its machine does what
 * `bin/in-the-machine` does, true at first.
 */
export class BuildMachine {
  private readonly root = fs.mkdtempSync(path.join(os.tmpdir(), "build's machine "));
  readonly image = path.join(this.root, "image");
  private readonly bin = path.join(this.root, "bin");
  private readonly calls = path.join(this.root, "calls");
  readonly temporary = path.join(this.root, "temporary");
  readonly home = path.join(this.root, "home");

  constructor() {
    fs.cpSync(image, this.image, { recursive: true });
    for (const folder of [this.bin, this.temporary, this.home]) fs.mkdirSync(folder);
    for (const tool of ordinaryTools) {
      const found = ["/usr/bin", "/bin"].map((folder) => path.join(folder, tool)).find((file) => fs.existsSync(file));
      fs.symlinkSync(found!, path.join(this.bin, tool));
    }
    this.program("runc");
    this.program("nft");
    this.program("in-the-machine");
    this.program(
      "podman",
      'if [ "$1" = --runtime ]; then shift 2; fi',
      `printf '%s\\n' "$*" >>"$CALLS"`,
      'case "$1 $2" in',
      '  "image inspect")',
      '    [ -e "$STATE/named" ] || exit 1',
      '    case "$*" in *content*) cat "$STATE/named" ;; *) echo old-id ;; esac ;;',
      '  "image exists")',
      '    case "$3" in',
      '      localhost/web-tier:*) [ -e "$STATE/made-${3#*:}" ] ;;',
      '      *) [ ! -e "$STATE/no-base" ] ;;',
      "    esac ;;",
      '  "manifest inspect") exit 1 ;;',
      '  "build --layers=false")',
      "    for argument; do",
      '      case "$argument" in web-tier.content=*) echo "${argument#*=}" >"$STATE/built" ;; esac',
      '      [ "${previous:-}" != --iidfile ] || echo sha256:new-id >"$argument"',
      "      previous=$argument",
      "    done ;;",
      '  "create "*) : >"$STATE/machine" && echo machine-id ;;',
      '  "ps "*) [ ! -e "$STATE/machine" ] || echo machine-id ;;',
      '  "rm "*) rm -f "$STATE/machine" ;;',
      '  "logs "*) echo "the console says so" ;;',
      '  "exec "*) exec in-the-machine ;;',
      '  "tag "*)',
      '    case "$2" in new-id) content=built ;; *) content=made-${2#*:} ;; esac',
      '    case "$3" in *.*.*) cp "$STATE/$content" "$STATE/named" ;; *) cp "$STATE/built" "$STATE/made-${3#*:}" ;; esac ;;',
      "esac",
    );
    fs.symlinkSync("/bin/cp", path.join(this.bin, "cp"));
    fs.mkdirSync(path.join(this.root, "state"));
  }

  /** Puts a shell script on PATH. */
  program(name: string, ...lines: string[]): void {
    fs.writeFileSync(path.join(this.bin, name), ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  }

  forget(program: string): void {
    fs.rmSync(path.join(this.bin, program));
  }

  loseBase(): void {
    fs.writeFileSync(path.join(this.root, "state/no-base"), "");
  }

  edit(file: string, text: string): void {
    fs.appendFileSync(path.join(this.image, file), text);
  }

  /** Runs image/build; the calls to Podman are those of this run. */
  async build(): Promise<Outcome & { calls: string[] }> {
    fs.writeFileSync(this.calls, "");
    const child = spawn(path.join(this.image, "build"), [], {
      env: { PATH: this.bin, CALLS: this.calls, STATE: path.join(this.root, "state"), TMPDIR: this.temporary, HOME: this.home },
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, stderr, calls: fs.readFileSync(this.calls, "utf8").split("\n").filter(Boolean) };
  }

  remove(): void {
    fs.rmSync(this.root, { recursive: true });
  }
}
