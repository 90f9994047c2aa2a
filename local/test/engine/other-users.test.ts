import * as fs from "node:fs";
import * as path from "node:path";
import { version as installed } from "@pulumi/azure-native/package.json";
import { Client } from "../support/client";
import { until } from "../containers/visitors";
import { group } from "./support/declarations";
import { Sandbox } from "./support/sandbox";
import { runAs } from "./support/second-user";

const sandbox = new Sandbox();
const { region } = sandbox;
const attempts = path.join(__dirname, "support/attempts.ts");

afterAll(() => sandbox.remove());

async function outcomes(who: "owner" | "second user"): Promise<Record<string, unknown>> {
  const args = [region.folder, String(region.process()), String(region.port("azure-native"))];
  return (await runAs(who, attempts, args)) as Record<string, unknown>;
}

/** All that is in a folder with it, with what its group and others may do there. */
function openToOthers(folder: string): string[] {
  const entries = [folder, ...(fs.readdirSync(folder, { recursive: true }) as string[]).map((name) => path.join(folder, name))];
  return entries.filter((entry) => !fs.lstatSync(entry).isSymbolicLink() && (fs.lstatSync(entry).mode & 0o077) !== 0);
}

/** The tests of this file are one life of one region, in their order. */
describe("a region and the other users of the computer", () => {
  it("is its owner's, to whom everything is open", async () => {
    const stack = await sandbox.declare("owned", [group("group", { resourceGroupName: "kept" })]);
    expect((await stack.up()).status).toBe(0);
    const opened = await outcomes("owner");
    expect(opened).toEqual(Object.fromEntries(Object.keys(opened).map((name) => [name, "done"])));
    expect(region.names()).toEqual(["ResourceGroup kept"]);
  });

  it("is closed to everybody else, by its port, its files and its process, and answers its owner meanwhile", async () => {
    const refused = outcomes("second user");
    let isOver = false;
    void refused.finally(() => (isOver = true));
    do {
      const client = new Client(region.port("azure-native"));
      expect(await client.version()).toBe(installed);
      client.close();
    } while (!isOver);
    expect(await refused).toEqual({
      "ask the provider": 14,
      "create a resource": 14,
      "delete a resource": 14,
      "list the folder": "EACCES",
      "read the key": "EACCES",
      "read the ports": "EACCES",
      "read the log": "EACCES",
      "list the resources": "EACCES",
      "open the lock": "EACCES",
      "write into the folder": "EACCES",
      "read the daemon's environment": "EACCES",
      "list the daemon's files": "EACCES",
      "signal the daemon": "EPERM",
    });
    expect(region.names()).toEqual(["ResourceGroup kept"]);
  });

  it("tells once that somebody was refused, and who", () => {
    const refused = region.events().filter(({ message }) => message.startsWith("refused a connection of user"));
    expect(refused).toEqual([
      expect.objectContaining({
        subject: "region",
        message: expect.stringMatching(
          new RegExp(
            `^refused a connection of user (?!${process.getuid!()} )\\d+ to the provider azure-native; the region takes requests of user ${process.getuid!()}, `,
          ),
        ),
      }),
    ]);
  });

  it("can be looked into by Node's inspector, whose address its log alone tells", async () => {
    process.kill(region.process(), "SIGUSR1");
    const address = await until(
      () => /ws:\/\/([\d.:]+)\/[0-9a-f-]{36}/.exec(region.texts()),
      (found) => found !== null,
      10,
    );
    expect(await (await fetch(`http://${address![1]}/json/list`)).text()).toBe("");
  });

  it("serves an engine that attaches to the daemon, which is the owner's", async () => {
    sandbox.env.PULUMI_DEBUG_PROVIDERS = `azure-native:${region.port("azure-native")}`;
    expect(await sandbox.known("owned").up("--expect-no-changes")).toMatchObject({ status: 0, steps: [] });
    delete sandbox.env.PULUMI_DEBUG_PROVIDERS;
  });

  it("writes nothing that its group or others may read, whatever the umask of who starts it", async () => {
    await region.stop();
    fs.rmSync(region.folder, { recursive: true });
    fs.mkdirSync(region.folder, { mode: 0o777 });
    fs.chmodSync(region.folder, 0o777);
    const umask = process.umask(0);
    try {
      expect((await sandbox.known("owned").refresh()).status).toBe(0);
    } finally {
      process.umask(umask);
    }
    expect(openToOthers(region.folder)).toEqual([]);
  });

  it("does not start in a folder of another user's, who could put anything there", async () => {
    const foreign = fs.mkdtempSync(path.join(path.dirname(region.folder), "foreign-"));
    const place = process.getuid!() === 0 ? foreign : "/usr";
    if (place === foreign) {
      fs.chownSync(foreign, 60_001, 60_001);
    }
    const { status, output } = await region.start({ LOCAL_REGION_FOLDER: place });
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining(`${place} belongs to another user`) });
    expect(fs.readdirSync(foreign)).toEqual([]);
  });
});
