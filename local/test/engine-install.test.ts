import * as crypto from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { Machine, minimumGoVersion, pinnedVersion } from "./engine-machine";

const packageFile = path.join(__dirname, "../../package.json");
const sdkVersion: string = JSON.parse(fs.readFileSync(packageFile, "utf8")).dependencies["@pulumi/pulumi"];

const machines: Machine[] = [];
function newMachine(): Machine {
  machines.push(new Machine());
  return machines[machines.length - 1];
}

jest.setTimeout(60_000);
afterAll(() => machines.forEach((machine) => machine.remove()));

describe("a Pulumi CLI on PATH", () => {
  test.concurrent.each([
    ["as old as the SDK that the tier pins", sdkVersion],
    ["the one that would be installed", pinnedVersion],
    ["newer by number, not by text", "3.1000.0"],
  ])("is taken when it is %s, and standard output is its folder alone", async (_reason, version) => {
    const machine = newMachine();
    machine.engine(machine.bin, `v${version}`);
    expect(await machine.install()).toEqual({ code: 0, stdout: `${machine.bin}\n`, stderr: "" });
  });

  test.concurrent.each(["v3.247.999", "v3.99.0", "v2.999.0", "''"])("is passed over when its version is %s", async (version) => {
    const machine = newMachine();
    machine.engine(machine.bin, version);
    machine.engine(machine.cacheFolder(), pinnedVersion);
    expect((await machine.install()).stdout).toBe(`${machine.cacheFolder()}\n`);
  });

  test.concurrent("is passed over when no Node.js language host is beside it, and the error says so", async () => {
    const machine = newMachine();
    machine.program(path.join(machine.bin, "pulumi"), "echo v3.999.0");
    expect((await machine.install()).stderr).toContain(`${machine.bin}/pulumi has no pulumi-language-nodejs beside it`);
  });
});

describe("the cache folder", () => {
  test.concurrent("is looked for under XDG_CACHE_HOME first", async () => {
    const machine = newMachine();
    const elsewhere = path.join(machine.home, "other caches");
    const folder = machine.cacheFolder(path.join(elsewhere, "azure-web-tier"));
    machine.engine(folder, pinnedVersion);
    expect(await machine.install({ XDG_CACHE_HOME: elsewhere })).toEqual({ code: 0, stdout: `${folder}\n`, stderr: "" });
  });

  test.concurrent("is not taken while it holds a part of the engine only", async () => {
    const machine = newMachine();
    machine.program(path.join(machine.cacheFolder(), "pulumi-language-nodejs"));
    expect(await machine.install()).toMatchObject({ code: 1, stdout: "" });
  });

  test.concurrent("is refused where it is a link, as others may write where it leads", async () => {
    const machine = newMachine();
    const elsewhere = path.join(machine.home, "elsewhere");
    machine.engine(machine.cacheFolder(elsewhere), pinnedVersion);
    fs.mkdirSync(path.dirname(machine.cache));
    fs.symlinkSync(elsewhere, machine.cache);
    const { code, stdout, stderr } = await machine.install();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`the cache folder ${machine.cache} is a link, or belongs to another user; fix: remove it`);
  });

  test.concurrent("is named, with what to do, when it cannot be written", async () => {
    const machine = newMachine();
    fs.writeFileSync(path.join(machine.home, ".cache"), "a file where the folder should be");
    const { code, stderr } = await machine.install();
    expect(code).toBe(1);
    expect(stderr).toContain(`cannot write to the cache folder ${machine.cache}; fix: `);
    expect(stderr).toContain("set XDG_CACHE_HOME");
  });
});

test.concurrent("a machine with no CLI, no way to a release and no Go is told all three ways out", async () => {
  const machine = newMachine();
  const { code, stdout, stderr } = await machine.install();
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(fs.existsSync(machine.cache)).toBe(false);
  expect(stderr).toContain(`1. Install the Pulumi CLI ${sdkVersion} or newer`);
  expect(stderr).toContain("2. Let this machine reach https://get.pulumi.com");
  expect(stderr).toContain(`3. Install Go ${minimumGoVersion} or newer`);
});

describe("the official release", () => {
  const archiveName = `pulumi-v${pinnedVersion}-${process.platform}-${process.arch}.tar.gz`;

  async function archive(machine: Machine): Promise<Buffer> {
    machine.engine(path.join(machine.home, "made/pulumi"), `v${pinnedVersion}`);
    await machine.run(`tar -czf "$HOME/made.tgz" -C "$HOME/made" pulumi`);
    return fs.readFileSync(path.join(machine.home, "made.tgz"));
  }

  function checksumOf(content: Buffer): string {
    return crypto.createHash("sha256").update(content).digest("hex");
  }

  test.concurrent("is installed once when its checksum is the one in the repository", async () => {
    const machine = newMachine();
    const content = await archive(machine);
    machine.pin(`${"0".repeat(64)}  other.tar.gz\n${checksumOf(content)}  ${archiveName}\n`);
    machine.releaseHost({ [archiveName]: content });
    expect(await machine.install()).toMatchObject({ code: 0, stdout: `${machine.cacheFolder()}\n` });
    fs.rmSync(path.join(machine.bin, "curl"));
    expect(await machine.install()).toEqual({ code: 0, stdout: `${machine.cacheFolder()}\n`, stderr: "" });
  });

  test.concurrent("is thrown away when its checksum is another, whatever the host publishes for it", async () => {
    const machine = newMachine();
    const content = await archive(machine);
    const published = `${checksumOf(content)}  ${archiveName}\n`;
    machine.releaseHost({ [archiveName]: content, [`pulumi-${pinnedVersion}-checksums.txt`]: published });
    const { code, stderr } = await machine.install();
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`the SHA-256 of ${archiveName} is ${checksumOf(content)}, but [0-9a-f]{64} is pinned for it`));
    expect(fs.existsSync(machine.cacheFolder())).toBe(false);
  });

  test.concurrent("is not fetched when there is no checksum for it", async () => {
    const machine = newMachine();
    machine.pin("");
    machine.releaseHost({ [archiveName]: await archive(machine) });
    const { code, stderr } = await machine.install();
    expect(code).toBe(1);
    expect(stderr).toContain(`local/engine/release-checksums has no checksum of ${archiveName}`);
    expect(stderr).not.toContain("Installing the Pulumi CLI");
  });

  test("has a checksum for each platform, of the version that is installed", () => {
    const pinned = fs.readFileSync(path.join(__dirname, "../engine/release-checksums"), "utf8").trim().split("\n");
    const platforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64"];
    expect(pinned.map((line) => line.replace(/^[0-9a-f]{64}  /, "")).sort()).toEqual(
      platforms.map((platform) => `pulumi-v${pinnedVersion}-${platform}.tar.gz`),
    );
  });
});

describe("the build from Go modules", () => {
  test.concurrent("makes both programs from the pinned modules, once even when two checkouts ask at the same time", async () => {
    const machine = newMachine();
    machine.go(minimumGoVersion, "sleep 1");
    const outcomes = await Promise.all([machine.install(), machine.install()]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 0, stdout: `${machine.cacheFolder()}\n` });
    const builds = machine.builds();
    expect(builds).toHaveLength(2);
    for (const build of builds) expect(build).toContain("-trimpath -mod=readonly");
    expect(builds[0]).toMatch(/^.*\/language-host build .*pulumi-language-nodejs$/);
    expect(builds[1]).toMatch(/^.*\/command-line build .*cmd\/pulumi$/);
    expect(fs.readdirSync(machine.cache)).toEqual([path.basename(machine.cacheFolder())]);
  });

  test.concurrent("is not begun with a Go that is older than the modules ask for", async () => {
    const machine = newMachine();
    machine.go("1.25.10");
    expect((await machine.install()).stderr).toContain(`go is go1.25.10, and ${minimumGoVersion} or newer is needed`);
    expect(machine.builds()).toEqual([]);
  });

  test.concurrent("shows the end of Go's output when it fails, and leaves no engine", async () => {
    const machine = newMachine();
    machine.go(minimumGoVersion, "echo 'main.go:1: no space left on device' >&2; exit 1");
    const { code, stdout, stderr } = await machine.install();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("| main.go:1: no space left on device");
    expect(stderr).toContain("A disk is full");
    expect(fs.existsSync(machine.cacheFolder())).toBe(false);
  });

  test.concurrent("leaves nothing that a later run could trip over when it is stopped", async () => {
    const machine = newMachine();
    machine.go(minimumGoVersion, `: > "$HOME/begun"; exec sleep 60`);
    const stopped = machine.start("exec local/engine/install");
    while (!fs.existsSync(path.join(machine.home, "begun"))) await new Promise((resolve) => setTimeout(resolve, 20));
    stopped.kill("SIGTERM");
    await new Promise((resolve) => stopped.on("close", resolve));
    expect(fs.readdirSync(machine.cache)).toEqual([`${path.basename(machine.cacheFolder())}.log`]);
  });

  test.concurrent("takes over from a run that was killed outright", async () => {
    const machine = newMachine();
    const killed = machine.start("exit");
    await new Promise((resolve) => killed.on("close", resolve));
    fs.mkdirSync(machine.cache, { recursive: true });
    fs.symlinkSync(String(killed.pid), `${machine.cacheFolder()}.lock`);
    machine.go(minimumGoVersion);
    expect(await machine.install()).toMatchObject({ code: 0, stdout: `${machine.cacheFolder()}\n` });
  });
});

describe("the environment of the local region's project", () => {
  test.concurrent("evaluates in sh, puts the engine first on PATH once, and keeps spaces and quotes in paths", async () => {
    const machine = newMachine();
    machine.engine(machine.cacheFolder(), pinnedVersion);
    const evaluate = `eval "$(local/engine/environment)"; `;
    const { code, stdout } = await machine.run(
      `set -eu; ${evaluate}${evaluate}printf '%s\\n' "$PATH" "$PULUMI_HOME" "$PULUMI_NODEJS_TSCONFIG_PATH" "$PULUMI_CONFIG_PASSPHRASE"`,
    );
    expect({ code, lines: stdout.split("\n").slice(0, 4) }).toEqual({
      code: 0,
      lines: [
        `${machine.cacheFolder()}:${machine.bin}:${machine.tools}`,
        `${machine.checkout}/local/.region/pulumi`,
        `${machine.checkout}/src/start/tsconfig.json`,
        "local",
      ],
    });
  });

  test.concurrent("forgets a state and a stack that were chosen for other projects, and turns plugin downloads off", async () => {
    const machine = newMachine();
    machine.engine(machine.bin, "v3.999.0");
    const { stdout } = await machine.run(
      `eval "$(local/engine/environment)"; echo "\${PULUMI_BACKEND_URL-none} \${PULUMI_STACK-none} $PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"`,
      { PULUMI_BACKEND_URL: "https://api.pulumi.com", PULUMI_STACK: "dev" },
    );
    expect(stdout).toBe("none none true\n");
  });

  test.concurrent(
    "has, for a person's shell, a pulumi of its own before the engine, which runs it, and which is no engine to install",
    async () => {
      const machine = newMachine();
      machine.engine(machine.bin, "v3.999.0");
      const { code, stdout } = await machine.run(
        `set -eu; for time in first second; do eval "$(local/engine/environment private)"; done; printf '%s\n' "$PATH"; command -v pulumi; pulumi version; local/engine/install`,
      );
      const folder = `${machine.checkout}/local/engine/private`;
      expect({ code, lines: stdout.trim().split("\n") }).toEqual({
        code: 0,
        lines: [`${folder}:${machine.bin}:${machine.bin}:${machine.tools}`, `${folder}/pulumi`, "v3.999.0", machine.bin],
      });
    },
  );

  test.concurrent("is empty, with a failure, on a machine that cannot have an engine", async () => {
    expect(await newMachine().run("exec local/engine/environment")).toMatchObject({ code: 1, stdout: "" });
  });
});
