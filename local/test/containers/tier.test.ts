import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as os from "node:os";
import * as path from "node:path";
import { runAs } from "../engine/support/second-user";
import { RunningTier } from "./running-tier";
import { served } from "./visitors";

const reach = path.join(__dirname, "../engine/support/reach.ts");
const removal = path.join(__dirname, "../../region/remove.ts");

// Six hours in six minutes.
const tier = new RunningTier(60);

/** Keys as a person has them, in a folder with a space in its name. */
const keys = fs.mkdtempSync(path.join(os.tmpdir(), "keys of "));
const ownKey = { "web-tier:sshPublicKeys": [path.join(keys, "id.pub")], "web-tier:sshSourceAddressPrefixes": ["127.0.0.1/32"] };

beforeAll(async () => {
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path.join(keys, "id")]);
  await tier.configure(ownKey);
});
afterAll(() => fs.rmSync(keys, { recursive: true }));
afterAll(() => tier.remove());

/**
 * The tests of this file are one life of the tier on real machines, in their order. What fails in such a life, others tell: outages and kills.
 * So they do of its destruction: see `make up and make down`.
 */
describe("the tier on real machines", () => {
  it("is not deployed, also not by another try, while something else on this computer has its port, and says which property that is", async () => {
    const somethingElse = http.createServer();
    await new Promise<void>((resolve) => somethingElse.listen(Number(new URL(tier.site).port), "127.0.0.1", resolve));
    for (const { status, errors } of [await tier.stack.up(), await tier.stack.up()]) {
      expect(status).not.toBe(0);
      expect(errors.join("\n")).toMatch(/loadBalancingRules\[0\]\.frontendPort is 18080.*address already in use/);
    }
    await new Promise((resolve) => somethingElse.close(resolve));
  });

  it("answers at its URL once it is deployed, from instances in two zones", async () => {
    expect(await tier.stack.up()).toMatchObject({ status: 0, errors: [] });
    await served(tier.site);
    const { scaleSets } = await tier.status();
    expect(scaleSets[0].instances.map(({ name, zone, provisioningState }) => ({ name, zone, provisioningState }))).toEqual([
      { name: "shop-scale-set_0", zone: "1", provisioningState: "Succeeded" },
      { name: "shop-scale-set_1", zone: "2", provisioningState: "Succeeded" },
    ]);
  });

  it("is logged in to by the command among its outputs, as it is, with the key beside the public one", async () => {
    const { sshCommand } = (await tier.stack.outputs()) as { sshCommand: string };
    // What a person answers once, whether this is the machine that was meant, nobody is there to answer.
    const unattended =
      "-F none -o BatchMode=yes -o ConnectionAttempts=10 -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR";
    const command = sshCommand.replace(/^ssh /, `ssh ${unattended} `);
    expect(execFileSync("sh", ["-c", `${command} hostname`], { encoding: "utf8", timeout: 20_000 })).toMatch(/^shop00000[01]\n$/);
  });

  it("is for other users of the computer a site and nothing else: every file and socket of region, machines and edges is its owner's", async () => {
    const { folder } = tier.sandbox.region;
    const all = (fs.readdirSync(folder, { recursive: true }) as string[]).map((name) => path.join(folder, name));
    const reachedBy = async (who: "owner" | "second user") => (await runAs(who, reach, [JSON.stringify(all)])) as string[];
    const own = (await reachedBy("owner")).map((place) => path.basename(place));
    expect(own).toEqual(
      expect.arrayContaining(["control.sock", "key", "user-data", "master.sock", "haproxy.cfg", "console.log", "metadata.sock"]),
    );
    expect(await reachedBy("second user")).toEqual([]);
  });

  it("is reached by other users of the computer at the ports that are published, and not at the instances' own addresses", async () => {
    const { scaleSets } = await tier.status();
    const instances = scaleSets[0].instances.flatMap(({ address }) => [`${address}:80`, `${address}:22`]);
    const published = [new URL(tier.site).host, "127.0.0.1:50000"];
    const reachedBy = async (who: "owner" | "second user") =>
      (await runAs(who, reach, [JSON.stringify([...published, ...instances])])) as string[];
    // An ordinary user's instances are in a network of their own, where this user is not either.
    expect(await reachedBy("owner")).toEqual(process.getuid!() === 0 ? [...published, ...instances] : published);
    expect(await reachedBy("second user")).toEqual(published);
  });

  it("leaves no container when it is removed as it is, stopped and not destroyed", async () => {
    const { region } = tier.sandbox;
    await region.stop();
    expect(tier.containers()).toHaveLength(3);
    execFileSync(process.execPath, ["--require", "ts-node/register/transpile-only", removal, region.folder]);
    expect(tier.containers()).toEqual([]);
  });
});
