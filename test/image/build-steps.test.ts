import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { buildSteps, checkSteps, unpackCommands } from "../../image/azure/src/build-steps";
import { readImageFiles } from "../../image/azure/src/image-files";

const image = path.join(__dirname, "../../image");
const files = readImageFiles(image);

describe("the files that go to Azure", () => {
  it("are those that provision, generalize and check need, and those scripts", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toEqual(expect.arrayContaining(["check", "generalize", "packages", "provision", "version", "application/main.js"]));
    expect(paths).toContain("system/etc/cloud/cloud.cfg.d/99-web-tier.cfg");
    expect(paths.filter((file) => /^azure|^building|^build$|Containerfile|README|user-data/.test(file))).toEqual([]);
  });

  it("hold everything that provision copies or reads", () => {
    const provision = fs.readFileSync(path.join(image, "provision"), "utf8");
    const used = [...provision.matchAll(/\$image\/([\w-]+)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !files.some(({ path }) => path === name || path.startsWith(`${name}/`)))).toEqual([]);
  });

  it("arrive as they are, by the commands themselves", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "web-tier-unpack-"));
    try {
      const odd = { path: "it's/an odd name", content: Buffer.from([0, 10, 255, 39, 92]) };
      const empty = { path: "empty", content: Buffer.alloc(0) };
      execFileSync("/bin/sh", ["-e"], { input: unpackCommands([...files, odd, empty], folder).join("\n") });
      for (const { path: place, content } of [...files, odd, empty]) {
        const file = path.join(folder, place);
        expect([place, fs.readFileSync(file).equals(content), fs.statSync(file).mode & 0o777]).toEqual([place, true, 0o644]);
      }
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  it("are the same steps each time, in commands that the shell takes one by one", () => {
    expect(buildSteps(readImageFiles(image))).toEqual(buildSteps(files));
    const commands = [...buildSteps(files), ...checkSteps(files)].flatMap(({ inline }) => inline);
    // What the kernel takes as one argument.
    expect(commands.filter((command) => command.length > 128 * 1024)).toEqual([]);
    for (const command of commands) {
      execFileSync("/bin/sh", ["-n"], { input: command });
    }
  });
});

describe("the steps", () => {
  const steps = buildSteps(files);

  it("unpack, provision, and leave the rest for the moment before Image Builder takes the image", () => {
    expect(steps.map(({ name }) => name)).toEqual(["files", "provision", "generalize"]);
    expect(steps[1].inline.at(-1)).toBe("sudo sh /tmp/web-tier-image/provision");
  });

  it("generalize in Image Builder's own last script, which generalize itself may take away", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "web-tier-generalize-"));
    try {
      const script = path.join(folder, "script");
      execFileSync("/bin/sh", ["-e"], { input: steps[2].inline.join("\n").replaceAll("/tmp/DeprovisioningScript.sh", script) });
      expect(fs.readFileSync(script, "utf8")).toBe(
        "sudo sh /tmp/web-tier-image/generalize && sudo waagent -force -deprovision+user && export HISTSIZE=0 && sync\n",
      );
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  it("check a machine that has booted from the image by the script that checks the local one", () => {
    const [check] = checkSteps(files);
    const content = fs.readFileSync(path.join(image, "check")).toString("base64");
    expect(check.inline.join("\n")).toContain(content);
    expect(check.inline.at(-1)).toBe("sudo sh /tmp/web-tier-image/check");
  });
});
