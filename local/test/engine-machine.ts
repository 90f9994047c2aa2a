import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const repository = path.join(__dirname, "../..");
const cliModule = fs.readFileSync(path.join(repository, "local/engine/command-line/go.mod"), "utf8");

/** The version of the Pulumi CLI that local/engine installs. */
export const pinnedVersion = /pulumi\/pkg\/v3 v(\S+)/.exec(cliModule)![1];

/** The oldest Go that builds it. */
export const minimumGoVersion = /^go (\S+)$/m.exec(cliModule)![1];

const ordinaryTools =
  `awk cat chmod cp date dirname find grep gzip ln mkdir mktemp mv readlink rm rmdir sed sh sha256sum shasum sleep tail tar touch
  tr true uname wc`.split(/\s+/);

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A make-believe machine with a checkout of local/engine: it has a home of its own, and a PATH with the system's ordinary tools and whatever
 * a test puts into `bin`, so that neither this computer's programs nor a network plays a part.
 */
export class Machine {
  private readonly root = fs.mkdtempSync(path.join(os.tmpdir(), "engine's machine "));
  readonly home = path.join(this.root, "home");
  readonly checkout = path.join(this.root, "check out");
  readonly cache = path.join(this.home, ".cache/azure-web-tier");
  readonly bin = path.join(this.root, "bin");
  readonly tools = path.join(this.root, "tools");

  constructor() {
    for (const folder of [this.home, this.bin, this.tools]) fs.mkdirSync(folder);
    fs.cpSync(path.join(repository, "local/engine"), path.join(this.checkout, "local/engine"), { recursive: true });
    for (const tool of ordinaryTools) {
      const found = process.env
        .PATH!.split(":")
        .map((folder) => path.join(folder, tool))
        .find((file) => fs.existsSync(file));
      if (found) fs.symlinkSync(found, path.join(this.tools, tool));
    }
  }

  /** Puts a shell script where a program is looked for. */
  program(file: string, ...lines: string[]): void {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  }

  /** A Pulumi CLI that reports the version, and a language host beside it. */
  engine(folder: string, version: string): void {
    this.program(path.join(folder, "pulumi"), `echo ${version}`);
    this.program(path.join(folder, "pulumi-language-nodejs"));
  }

  /** A Go that "builds" a program which reports the version that the linker was told to stamp. */
  go(version: string, ...beforeBuild: string[]): void {
    this.program(
      path.join(this.bin, "go"),
      `case "$*" in "env GOVERSION") echo go${version}; exit ;; "env GOTOOLCHAIN") echo local; exit ;; esac`,
      ...beforeBuild,
      `echo "$PWD $*" >> "$HOME/builds"`,
      `for last in "$@"; do case $before in -ldflags) stamp=\${last##*=} ;; -o) folder=$last ;; esac; before=$last; done`,
      `printf '#!/bin/sh\\necho %s\\n' "$stamp" > "$folder\${last##*/}"; chmod +x "$folder\${last##*/}"`,
    );
  }

  /** One line for each build: the folder and the arguments that Go got. */
  builds(): string[] {
    const file = path.join(this.home, "builds");
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim().split("\n") : [];
  }

  /** Puts other checksums of releases in the place of the repository's. */
  pin(checksums: string): void {
    fs.writeFileSync(path.join(this.checkout, "local/engine/release-checksums"), checksums);
  }

  /** A release host that serves the given files by name; its curl answers as curl does, 22 for a file that is not there. */
  releaseHost(files: Record<string, Buffer | string>): void {
    const site = path.join(this.root, "site");
    fs.mkdirSync(site);
    for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(site, name), content);
    this.program(
      path.join(this.bin, "curl"),
      `for last in "$@"; do case $before in --output) to=$last ;; esac; before=$last; done`,
      `case $last in https://get.pulumi.com/releases/sdk/*) ;; *) echo "unexpected URL $last" >&2; exit 3 ;; esac`,
      `from="\${0%/bin/curl}/site/\${last##*/}"; [ -f "$from" ] || exit 22; cp "$from" "$to"`,
    );
  }

  /** Starts a shell command in the checkout. */
  start(command: string, environment: Record<string, string> = {}): ChildProcessWithoutNullStreams {
    return spawn("/bin/sh", ["-c", command], {
      cwd: this.checkout,
      env: { HOME: this.home, PATH: `${this.bin}:${this.tools}`, ...environment },
    });
  }

  run(command: string, environment: Record<string, string> = {}): Promise<Outcome> {
    const child = this.start(command, environment);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => (stdout += chunk));
    child.stderr.on("data", (chunk) => (stderr += chunk));
    return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
  }

  install(environment: Record<string, string> = {}): Promise<Outcome> {
    return this.run("exec local/engine/install", environment);
  }

  /** Where an installed engine is kept. */
  cacheFolder(root = this.cache): string {
    const architecture = process.arch === "x64" ? "amd64" : process.arch;
    return path.join(root, `pulumi-${pinnedVersion}-${process.platform}-${architecture}`);
  }

  remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}
