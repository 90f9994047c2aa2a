// What somebody tries who may use this computer, but not this region. Prints what came of each attempt: "done", or the code of the error.
//
// usage: attempts.ts USER FOLDER PROCESS PORT, where the user is empty for the region's owner
import * as fs from "node:fs";
import * as http2 from "node:http2";
import * as path from "node:path";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { bag } from "../../../../azure/test/support/bags";
import { encode } from "../../../region/provider/protocol/wire";
import { Client } from "../../support/client";

const [user, folder, daemon, port] = process.argv.slice(2);
const type = "azure-native:resources:ResourceGroup";
const group = { urn: `urn:pulumi:test::test::${type}::intruder`, type, name: "intruder" };
const id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/intruder";
const inputs = bag({ resourceGroupName: "intruder", location: "westeurope" });

const client = new Client(Number(port));

/** Sends a whole request and hangs up, once before anybody can look who it is. */
function createAndHangUp(howLate: number): Promise<void> {
  const request = new messages.CreateRequest();
  request.setUrn(group.urn);
  request.setType(group.type);
  request.setName(group.name);
  request.setProperties(encode(inputs));
  const message = Buffer.from(request.serializeBinary());
  const frame = Buffer.alloc(5);
  frame.writeUInt32BE(message.length, 1);
  return new Promise((resolve) => {
    const session = http2.connect(`http://127.0.0.1:${port}`);
    session.on("error", () => undefined).on("close", resolve);
    const stream = session.request({
      ":method": "POST",
      ":path": "/pulumirpc.ResourceProvider/Create",
      "content-type": "application/grpc",
      te: "trailers",
    });
    stream.on("error", () => undefined).end(Buffer.concat([frame, message]));
    session.on("connect", () => setTimeout(() => session.destroy(), howLate));
  });
}

const attempts: Record<string, () => unknown> = {
  "ask the provider": () => client.version(),
  "create a resource": () => client.create(group, inputs),
  "delete a resource": () => client.delete(group, id),
  "list the folder": () => fs.readdirSync(folder),
  "read the key": () => fs.readFileSync(path.join(folder, "key")),
  "read the ports": () => fs.readFileSync(path.join(folder, "daemon")),
  "read the log": () => fs.readFileSync(path.join(folder, "daemon.log")),
  "list the resources": () => fs.readdirSync(path.join(folder, "resources")),
  "open the lock": () => fs.closeSync(fs.openSync(path.join(folder, "lock"), "r")),
  "write into the folder": () => {
    fs.writeFileSync(path.join(folder, "intruder"), "");
    fs.rmSync(path.join(folder, "intruder"));
  },
  "read the daemon's environment": () => fs.readFileSync(`/proc/${daemon}/environ`),
  "list the daemon's files": () => fs.readdirSync(`/proc/${daemon}/fd`),
  "signal the daemon": () => process.kill(Number(daemon), 0),
};

async function outcome(attempt: () => unknown): Promise<unknown> {
  try {
    await attempt();
    return "done";
  } catch (error) {
    return (error as { code?: unknown }).code ?? String(error);
  }
}

async function main(): Promise<void> {
  const outcomes: Record<string, unknown> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    outcomes[name] = await outcome(attempt);
  }
  if (user !== "") {
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => createAndHangUp(index % 5)));
    }
  }
  console.log(JSON.stringify(outcomes));
  client.close();
}

void main();
