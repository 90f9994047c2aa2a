import * as fs from "node:fs";
import { bag } from "../../../azure/test/support/bags";
import type { Client } from "../support/client";
import { subjectOf } from "../support/engine";
import { types } from "../support/programs";
import { DaemonOnSmallDisk, startOn } from "./small-disk";

let daemon: DaemonOnSmallDisk;
let client: Client;
const group = (name: string) => [subjectOf(types.resourceGroup, name), bag({ resourceGroupName: name, location: "westeurope" })] as const;
const files = () => fs.readdirSync(daemon.place("resources")).map((file) => file.split("-")[0]);

beforeAll(async () => {
  daemon = new DaemonOnSmallDisk();
  client = await daemon.connect();
  await client.create(...group("before"));
});
afterAll(() => daemon.remove());

it("A daemon on a full disk says how full it is and what to do, answers on, leaves nothing half written, and goes on once there is room", async () => {
  daemon.fill();
  for (let time = 0; time < 5; time++) {
    await expect(client.create(...group("full"))).rejects.toThrow(
      /full-\w+\.json cannot be written: the disk is full: the file system at \S+region has 0 bytes free, and \d+ bytes are needed; fix: make room there/,
    );
  }
  expect(await client.check(...group("full"))).toMatchObject({ reasons: [] });
  expect(files()).toEqual(["before"]);
  expect(daemon.isAlive).toBe(true);

  daemon.makeRoom();
  await client.create(...group("full"));
  expect(files()).toEqual(["before", "full"]);
});

it("A daemon on a disk that is read-only says so, and goes on once it can write", async () => {
  daemon.setReadOnly("resources", true);
  await expect(client.create(...group("read"))).rejects.toThrow(/the file system at \S+region is read-only; fix: mount it for writing/);
  expect(daemon.isAlive).toBe(true);
  daemon.setReadOnly("resources", false);
  await client.create(...group("read"));
  expect(files()).toEqual(["before", "full", "read"]);
});

it.each([
  ["read-only", "ro", "Read-only file system"],
  ["full", "size=4k", "[Nn]o space left on device"],
])("A daemon does not begin on a disk that is %s, and whoever starts it is told what to do", (_, option, reason) => {
  expect(startOn(option)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      new RegExp(`${reason}[^]*cannot write into \\S+; fix: make room there .*, mount it for writing`),
    ) as string,
  });
});
