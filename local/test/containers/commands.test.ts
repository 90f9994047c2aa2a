import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { regionLabel, regionOf } from "../../region/podman/machines/podman";
import { checkout } from "../engine/support/checkout";
import { served, visitOnce } from "./visitors";

/** A checkout of its own, since `make up` and `make down` work on the one that they stand in. */
const copy = fs.mkdtempSync(path.join(os.tmpdir(), "checkout-"));
/** Another checkout with the same settings, as a second clone is. */
const other = `${copy}-other`;

beforeAll(() => {
  const files = execFileSync("git", ["-C", checkout, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  for (const file of files.split("\0").filter((name) => name !== "" && fs.existsSync(path.join(checkout, name)))) {
    fs.cpSync(path.join(checkout, file), path.join(copy, file));
  }
  // As links where both are on one file system, which saves most of the time.
  execFileSync("sh", ["-c", 'cp -al "$1" "$2" 2>/dev/null || cp -a "$1" "$2"', "sh", path.join(checkout, "node_modules"), copy]);
  // What is copied later looks newer, and would be taken for a reason to install the packages again.
  fs.utimesSync(path.join(copy, "package-lock.json"), 0, 0);
  const settings = path.join(copy, "local/Pulumi.local.yaml");
  const own = "  web-tier:virtualNetworkAddressPrefix: 10.214.0.0/16\n  web-tier:subnetAddressPrefix: 10.214.7.0/24\n";
  const text = fs.readFileSync(settings, "utf8").replace('"8080"', '"18081"');
  fs.writeFileSync(settings, text.replace("config:\n", `config:\n${own}`));
  execFileSync("sh", ["-c", 'cp -al "$1" "$2" 2>/dev/null || cp -a "$1" "$2"', "sh", copy, other]);
});

afterAll(() => {
  make("down");
  make("down", other);
  for (const checkout of [copy, other]) fs.rmSync(checkout, { recursive: true });
});

function make(target: string, cwd = copy) {
  const { status, stdout, stderr } = spawnSync("make", [target], { cwd, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** The process number of the first checkout's daemon. */
function daemon(): number {
  return Number(/^pid=(\d+)$/m.exec(fs.readFileSync(path.join(copy, "local/.region/daemon"), "utf8"))?.[1]);
}

/** Every file of the checkout but those of packages, whose caches stay, and all that Podman has of its region. */
function everything() {
  const files = execFileSync("find", [".", "-path", "*/node_modules", "-prune", "-o", "-print"], { cwd: copy, encoding: "utf8" });
  return { files: files.split("\n").sort(), podman: [...containers(), ...listed("network", "ls", "--quiet")] };
}

function containers() {
  return listed("ps", "--all", "--quiet");
}

function listed(...command: string[]) {
  const label = `label=${regionLabel}=${regionOf(path.join(copy, "local/.region"))}`;
  return execFileSync("podman", [...command, "--filter", label], { encoding: "utf8" })
    .split("\n")
    .sort();
}

/** The tests of this file are one life of one region, in their order. */
describe("make up and make down", () => {
  let before: ReturnType<typeof everything>;

  it("lead from a checkout to a page", async () => {
    before = everything();
    const up = make("up");
    expect(up.output).toContain("27 created");
    expect(up.status).toBe(0);
    await served("http://127.0.0.1:18081/");
  });

  it("of a second checkout with the same settings name the first one before anything is created, and leave it as it is", async () => {
    const before = containers();
    const { status, output } = make("up", other);
    expect(output).toContain(
      `The local region of ${copy} has port 18081 and the addresses 10.214.7.0/24, which this checkout's settings ask for too; fix: make -C ${copy} down`,
    );
    expect(status).not.toBe(0);
    expect(make("down", other)).toMatchObject({ status: 0 });
    expect(before).toHaveLength(4);
    expect(containers()).toEqual(before);
    expect(await visitOnce("http://127.0.0.1:18081/")).toBe("200");
  });

  it("end where the daemon hangs, and leave no file, no container, no network and no port", async () => {
    process.kill(daemon(), "SIGSTOP");
    const { status, output } = make("status");
    expect(output).toContain(`The local region's daemon (process ${daemon()}) does not answer: waited`);
    expect(status).not.toBe(0);
    expect(make("down")).toMatchObject({ status: 0 });
    expect(everything()).toEqual(before);
    expect(await visitOnce("http://127.0.0.1:18081/")).toBe("ECONNREFUSED");
  });
});
