import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { BuildMachine } from "./support/build-machine";

jest.setTimeout(60_000);

const machines: BuildMachine[] = [];
function newMachine(): BuildMachine {
  machines.push(new BuildMachine());
  return machines[machines.length - 1];
}
afterAll(() => machines.forEach((machine) => machine.remove()));

const startingWith = (start: string) => expect.stringMatching(new RegExp(`^${start}`));

describe("a build", () => {
  test.concurrent("names the image only after a machine from it has passed its checks", async () => {
    const { code, calls, stderr } = await newMachine().build();
    expect(stderr).toContain("localhost/web-tier:2.0.0 is ready");
    expect(code).toBe(0);
    const tag = calls.indexOf("tag new-id localhost/web-tier:2.0.0");
    expect(tag).toBeGreaterThan(calls.map((call) => call.startsWith("exec ")).lastIndexOf(true));
    expect(calls).toContainEqual(startingWith("build .*--label org.opencontainers.image.version=2.0.0 "));
  });

  test.concurrent("leaves no machine and no file behind", async () => {
    const machine = newMachine();
    expect((await machine.build()).calls).toContain("rm --force --time 0 machine-id");
    expect(fs.readdirSync(machine.temporary)).toEqual([]);
  });

  test.concurrent("does nothing when the image was made from the same files", async () => {
    const machine = newMachine();
    await machine.build();
    const { code, stderr, calls } = await machine.build();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "localhost/web-tier:2.0.0 is up to date.\n" });
    expect(calls).toEqual([startingWith("image inspect ")]);
  });

  test.concurrent.each(["application/page.html", "drain/decision.js", "system/etc/nginx/nginx.conf", "provision", "packages"])(
    "makes the image anew when %s has changed",
    async (file) => {
      const machine = newMachine();
      await machine.build();
      machine.edit(file, "\n");
      const { calls, stderr } = await machine.build();
      expect(calls).toContain("tag new-id localhost/web-tier:2.0.0");
      expect(stderr).toContain("rolled over only to a new version");
    },
  );

  test.concurrent.each(["README.md", "marketplace-user-data.sh", "build", "building/messages.sh", "azure/index.ts", "notes~"])(
    "does nothing when only %s has changed, which is not in the image",
    async (file) => {
      const machine = newMachine();
      await machine.build();
      machine.edit(file, "\n");
      expect((await machine.build()).stderr).toContain("is up to date");
    },
  );
});

describe("a content that was built before", () => {
  test.concurrent("gets the name again without a build, as where two checkouts take turns", async () => {
    const machine = newMachine();
    await machine.build();
    const page = path.join(machine.image, "application/page.html");
    const before = fs.readFileSync(page);
    machine.edit("application/page.html", "\n");
    await machine.build();
    fs.writeFileSync(page, before);
    const { stderr, calls } = await machine.build();
    expect(stderr).toBe("localhost/web-tier:2.0.0 is up to date.\n");
    expect(calls.at(-1)).toMatch(/^tag localhost\/web-tier:[0-9a-f]{16} localhost\/web-tier:2\.0\.0$/);
  });
});

describe("the lock of builds", () => {
  const locks = (machine: BuildMachine) => path.join(machine.home, ".cache/azure-web-tier/locks");

  test.concurrent(
    "is in a folder that nobody else can look into, so that nobody else can hold it, also where others could before",
    async () => {
      const machine = newMachine();
      fs.mkdirSync(locks(machine), { recursive: true, mode: 0o755 });
      const everybodys = path.join(os.tmpdir(), "web-tier-image-build.lock");
      const held = spawn("flock", [everybodys, "-c", "echo held; cat"], { stdio: ["pipe", "pipe", "inherit"] });
      await new Promise((resolve) => held.stdout.once("data", resolve));
      try {
        expect(await machine.build()).toMatchObject({ code: 0, stderr: expect.not.stringContaining("waiting") });
      } finally {
        held.stdin.end();
        fs.rmSync(everybodys);
      }
      expect(fs.statSync(locks(machine)).mode & 0o777).toBe(0o700);
      expect(fs.readdirSync(locks(machine))).toHaveLength(1);
    },
  );

  test.concurrent("is not looked for where a link leads", async () => {
    const machine = newMachine();
    fs.mkdirSync(path.dirname(locks(machine)), { recursive: true });
    fs.symlinkSync(machine.temporary, locks(machine));
    const { code, stderr } = await machine.build();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining(`${locks(machine)} is a link, or belongs to another user`),
    });
    expect(fs.readdirSync(machine.temporary)).toEqual([]);
  });
});

describe("an image that does not pass", () => {
  test.concurrent("gets no name, and neither it nor its machine is left behind", async () => {
    const machine = newMachine();
    machine.program("in-the-machine", "exit 1");
    const { code, calls } = await machine.build();
    expect(code).toBe(1);
    expect(calls.filter((call) => call.startsWith("tag "))).toEqual([]);
    expect(calls.slice(-2)).toEqual(["rm --force --time 0 machine-id", "rmi new-id"]);
    expect(fs.readdirSync(machine.temporary)).toEqual([]);
  });

  test.concurrent("shows what is wrong and the console's last lines", async () => {
    const machine = newMachine();
    machine.program("in-the-machine", "exit 1");
    const { stderr } = await machine.build();
    expect(stderr).toContain("| the console says so");
    expect(stderr).toContain("Error: the web server did not answer within a minute.");
  });
});

describe("what stands in the way is named", () => {
  test.concurrent.each(["1.0", "v1.0.0", "1.0.0-rc1", "latest"])(
    "a version such as %p, which Azure's galleries do not take",
    async (version) => {
      const machine = newMachine();
      fs.writeFileSync(`${machine.image}/version`, `${version}\n`);
      const { code, stderr, calls } = await machine.build();
      expect({ code, calls }).toEqual({ code: 1, calls: [] });
      expect(stderr).toContain(`image/version holds "${version}". Give three numbers, such as 1.0.0`);
    },
  );

  test.concurrent("no Podman", async () => {
    const machine = newMachine();
    machine.forget("podman");
    const { code, stderr } = await machine.build();
    expect(code).toBe(1);
    expect(stderr).toContain("Podman is missing. Install it");
  });

  test.concurrent("neither Debian's packages nor a container registry", async () => {
    const machine = newMachine();
    machine.loseBase();
    const { code, stderr } = await machine.build();
    expect(code).toBe(1);
    expect(stderr).toContain("Install mmdebstrap");
    expect(stderr).toContain("'podman pull debian:13' must work");
  });
});
