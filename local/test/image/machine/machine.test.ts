import * as fs from "node:fs";
import * as path from "node:path";
import { until } from "../support/program";
import { Machine } from "./machine";

jest.setTimeout(120_000);

const demonstration = fs.readFileSync(path.join(__dirname, "../../../../image/demonstration-user-data.sh"), "utf8");

let plain: Machine;
let failing: Machine;
beforeAll(async () => {
  plain = await Machine.boot(demonstration);
  failing = await Machine.boot("#!/bin/sh\necho half done\nexit 3\n");
});
afterAll(() => Promise.all([plain, failing].map((machine) => machine?.remove())));

const drain = "touch /run/drain/draining";
const endDrain = "rm -f /run/drain/draining";

describe("a machine that drains", () => {
  beforeEach(() => plain.run(drain));
  afterEach(() => plain.run(endDrain));

  test("answers its readiness path with 503, its liveness path and its visitors with 200", async () => {
    expect(await Promise.all(["/readyz", "/healthz", "/"].map((target) => plain.status(target)))).toEqual([503, 200, 200]);
  });

  test("lets a kept-alive connection go after the request that it carries", async () => {
    const [before, during] = await plain
      .run(`${endDrain}; curl -sI http://127.0.0.1/; echo ====; ${drain}; curl -sI http://127.0.0.1/`)
      .then((text) => text.split("===="));
    expect(before).toMatch(/^Connection: keep-alive\r$/m);
    expect(during).toMatch(/^Connection: close\r$/m);
  });

  test("serves every method as before, body and all", async () => {
    expect(await plain.status("/healthy", "-X POST", "--data 0123456789")).toBe(200);
    expect(await plain.status("/", "-X POST", "--data 0123456789")).toBe(405);
  });
});

describe("a machine whose user data failed", () => {
  test("is neither alive nor ready, so that no upgrade goes on with it", async () => {
    expect(await Promise.all(["/healthz", "/readyz"].map((target) => failing.status(target)))).toEqual([503, 503]);
    expect(await failing.run("cat /var/log/cloud-init-output.log")).toContain("half done");
  });

  test("comes to the end of its boot all the same", async () => {
    await until(async () => (await failing.run("systemctl list-jobs --no-legend")) === "");
    expect(await failing.run("systemctl is-failed cloud-final.service")).toBe("failed");
  });
});

describe("the demonstration", () => {
  test("is open to visitors where the user data says so", async () => {
    expect(await plain.status("/healthy", "-X POST")).toBe(200);
    expect(await failing.status("/healthy", "-X POST")).toBe(403);
  });
});

describe("a service that crashes", () => {
  test.each(["application", "drain", "nginx"])("%s is there again", async (service) => {
    const before = await plain.run(`systemctl show --property MainPID --value ${service}`);
    await plain.run(`kill -9 ${before}`);
    await until(async () => {
      const now = await plain.run(`systemctl show --property MainPID --value ${service}`);
      return now !== before && now !== "0";
    });
    await until(async () => (await plain.status("/healthz")) === 200);
  });
});

describe("two machines from the image", () => {
  test.each(["/etc/machine-id", "/etc/ssh/ssh_host_ed25519_key.pub", "/etc/ssh/ssh_host_ecdsa_key.pub"])(
    "have each their own %s",
    async (file) => {
      const [one, other] = await Promise.all([plain, failing].map((machine) => machine.run(`cat ${file}`)));
      expect(one).not.toBe("");
      expect(one).not.toBe(other);
    },
  );
});
