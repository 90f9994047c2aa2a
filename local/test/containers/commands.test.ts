import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { checkout } from "../engine/support/checkout";
import { visitOnce } from "./visitors";

/** A checkout of its own, since `make up` and `make down` work on the one that they stand in. */
const copy = fs.mkdtempSync(path.join(os.tmpdir(), "checkout-"));

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
});

afterAll(() => {
  make("down");
  fs.rmSync(copy, { recursive: true });
});

function make(target: string) {
  const { status, stdout, stderr } = spawnSync("make", [target], { cwd: copy, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** Every file of the checkout but those of packages, whose caches stay, and all that Podman has but images with a name. */
function everything() {
  const files = execFileSync("find", [".", "-path", "*/node_modules", "-prune", "-o", "-print"], { cwd: copy, encoding: "utf8" });
  const podman = [
    ["ps", "--all", "--quiet"],
    ["network", "ls", "--quiet"],
    ["volume", "ls", "--quiet"],
    ["images", "--quiet", "--filter", "dangling=true"],
  ];
  const listed = podman.map((command) => execFileSync("podman", command, { encoding: "utf8" }).split("\n").sort());
  return { files: files.split("\n").sort(), podman: listed };
}

describe("make up and make down", () => {
  it("lead from a checkout to a page, and leave nothing", async () => {
    const before = everything();
    const up = make("up");
    expect(up.output).toContain("27 created");
    expect(up.status).toBe(0);
    expect(await visitOnce("http://127.0.0.1:18081/")).toBe("200");
    expect(make("down")).toMatchObject({ status: 0 });
    expect(everything()).toEqual(before);
  });
});
