import * as fs from "node:fs";
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
    "makes the image anew when %s has changed, and removes the one that it replaces",
    async (file) => {
      const machine = newMachine();
      await machine.build();
      machine.edit(file, "\n");
      const { calls, stderr } = await machine.build();
      expect(calls).toEqual(expect.arrayContaining(["tag new-id localhost/web-tier:2.0.0", "rmi old-id"]));
      expect(stderr).toContain("rolled over only to a new version");
    },
  );

  test.concurrent.each(["README.md", "marketplace-user-data.sh"])(
    "does nothing when only %s has changed, which is not in the image",
    async (file) => {
      const machine = newMachine();
      await machine.build();
      machine.edit(file, "\n");
      expect((await machine.build()).stderr).toContain("is up to date");
    },
  );
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
