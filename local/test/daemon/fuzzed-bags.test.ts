import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import * as fc from "fast-check";
import { bag } from "../../../azure/test/support/bags";
import type { Bag } from "../../../azure/properties/bag";
import "../generated/chance";
import { corrupted, withSecrets } from "../generated/corruption";
import { exampleRegion } from "../generated/example-region";
import { Client } from "../support/client";
import { subjectOf } from "../support/engine";
import { temporaryFolder } from "../support/temporary-folder";

/** `make fuzz` sends more. */
const bags = Number(process.env.BAGS || 300);
const bagsOfAType = Math.ceil(bags / exampleRegion().length);
/** In megabytes. A daemon that kept what it is sent would need more, and end. */
const heap = 96;
/** In milliseconds; a bag takes some ten, and ten times that on a busy computer. */
const patience = 60_000 + 100 * bags;

const checkout = path.resolve(__dirname, "../../..");
const folder = temporaryFolder();
const plugin = (command: "start" | "stop") =>
  execFileSync(path.join(checkout, "local/plugin", command), {
    env: { ...process.env, LOCAL_REGION_FOLDER: folder.path, LOCAL_REGION_MACHINES: "none", NODE_OPTIONS: `--max-old-space-size=${heap}` },
  });
const announced = (name: string) =>
  Number(new RegExp(`^${name}=(\\d+)$`, "m").exec(fs.readFileSync(path.join(folder.path, "daemon"), "utf8"))?.[1]);

let client: Client;

beforeEach(async () => {
  plugin("start");
  client = new Client(announced("azure_native"));
  for (const [index, { token, properties }] of exampleRegion().entries()) {
    await client.create(subjectOf(token, `example-${index}`), bag(properties));
  }
});

afterEach(() => {
  client.close();
  plugin("stop");
});

/** Has the daemon check, create and delete a resource, as far as it takes it. @returns How far that was. */
async function send(token: string, given: Bag): Promise<"failed the check" | "refused" | "created"> {
  const subject = subjectOf(token, "fuzzed");
  const { inputs, reasons } = await client.check(subject, given);
  if (reasons.length > 0) {
    return "failed the check";
  }
  let id: string;
  try {
    ({ id } = await client.create(subject, inputs));
  } catch {
    return "refused";
  }
  await client.delete(subject, id);
  return "created";
}

it(
  `A daemon with ${heap} MB for its objects outlives whatever it is sent, and keeps nothing of it`,
  async () => {
    const daemon = announced("pid");
    const files = fs.readdirSync(path.join(folder.path, "resources")).sort();
    const outcomes = new Set<string>();
    for (const { token, properties } of exampleRegion()) {
      for (const given of fc.sample(corrupted(properties).chain(withSecrets), bagsOfAType)) {
        outcomes.add(await send(token, given));
      }
    }
    // What is as it should be it still creates.
    outcomes.add(await send("azure-native:resources:ResourceGroup", bag({ location: "westeurope" })));
    expect([...outcomes].sort()).toEqual(["created", "failed the check", "refused"]);
    expect(() => process.kill(daemon, 0)).not.toThrow();
    expect(announced("pid")).toBe(daemon);
    expect(fs.readdirSync(path.join(folder.path, "resources")).sort()).toEqual(files);
  },
  patience,
);
