import * as fs from "node:fs";
import * as http from "node:http";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { MetadataServer } from "../../../../region/services/scale-set/metadata/server";
import { eventually } from "../../../support/eventually";
import { metadata, terminateEvent } from "./instance";

let folder: string;
let socket: string;
let server: MetadataServer;
let heard: string[];
let openFolder: number;
let now: number;

const host = {
  read: () => metadata,
  onEventsAsked: () => heard.push("asked"),
  onEventsApproved: (eventIds: readonly string[]) => heard.push(...eventIds),
  once: (work: () => Promise<void>) => work().catch((error: Error) => void heard.push(error.message)),
};

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** The folder's whole path is too long for a socket. */
const shortPath = () => `/proc/self/fd/${openFolder}/${path.basename(socket)}`;

/** A connection of an instance's that begins with some words, and says no more. */
function connect(beginning: string): net.Socket {
  const connection = net.connect(shortPath()).on("error", () => undefined);
  connection.resume().write(beginning);
  return connection;
}

function request(target: string, body?: string): Promise<Answer> {
  const options = {
    socketPath: shortPath(),
    path: target,
    method: body === undefined ? "GET" : "POST",
    headers: { Metadata: "true" },
    agent: false as const,
  };
  return new Promise((resolve, reject) => {
    const sent = http.request(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, body: text }));
    });
    sent.on("error", reject).end(body);
  });
}

beforeEach(async () => {
  heard = [];
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "metadata-")), "a-long-name-".repeat(10));
  fs.mkdirSync(folder);
  openFolder = fs.openSync(folder, "r");
  socket = path.join(folder, "metadata.sock");
  now = 0;
  server = await MetadataServer.listen(socket, host, () => now);
});

afterEach(async () => {
  await server.close();
  fs.closeSync(openFolder);
  fs.rmSync(path.dirname(folder), { recursive: true });
});

describe("the metadata server", () => {
  it("answers on a socket whose path is longer than the kernel takes", async () => {
    expect(socket.length).toBeGreaterThan(107);
    const answer = await request("/metadata/instance/compute/name?api-version=2021-08-01&format=text");
    expect(answer).toEqual({ status: 200, body: "web_3" });
  });

  it("tells the region of questions for events and of approvals", async () => {
    await request("/metadata/scheduledevents?api-version=2020-07-01");
    await request(
      "/metadata/scheduledevents?api-version=2020-07-01",
      JSON.stringify({ StartRequests: [{ EventId: terminateEvent.EventId }] }),
    );
    await request("/metadata/scheduledevents?api-version=2020-07-01", "nonsense");
    expect(heard).toEqual(["asked", terminateEvent.EventId]);
  });

  it("refuses the sixth request within a second, and goes on a second later", async () => {
    const statuses: (number | undefined)[] = [];
    for (let sent = 0; sent < 6; sent++) {
      statuses.push((await request("/metadata/versions")).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    now = 1000;
    expect((await request("/metadata/versions")).status).toBe(200);
  });

  it("refuses a body of more than 64 KiB", async () => {
    const answer = await request("/metadata/scheduledevents?api-version=2020-07-01", " ".repeat(64 * 1024 + 1));
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("65536 bytes");
  });

  it("takes no more connections from an instance that has many and says nothing, and answers it again soon", async () => {
    const beginnings = ["", "GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf"];
    const connections = Array.from({ length: 120 }, (_, index) => connect(beginnings[index % beginnings.length]));
    try {
      await expect(request("/metadata/versions")).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/);
      await eventually(() => connections.every(({ closed }) => closed));
      now = 1000;
      expect((await request("/metadata/versions")).status).toBe(200);
    } finally {
      connections.forEach((connection) => connection.destroy());
    }
  }, 20_000);

  it("does not confirm what the region cannot keep, as on a full disk, and answers on", async () => {
    await server.close();
    const onEventsApproved = () => {
      throw new Error("no room");
    };
    server = await MetadataServer.listen(socket, { ...host, onEventsApproved }, () => (now += 1000));
    const approval = JSON.stringify({ StartRequests: [{ EventId: terminateEvent.EventId }] });
    expect((await request("/metadata/scheduledevents?api-version=2020-07-01", approval)).status).toBe(500);
    expect(heard).toContain("no room");
    expect((await request("/metadata/versions")).status).toBe(200);
  });

  it("takes the place of a socket that a killed daemon left behind, and leaves none itself", async () => {
    await server.close();
    expect(fs.existsSync(socket)).toBe(false);
    fs.writeFileSync(socket, "");
    server = await MetadataServer.listen(socket, host);
    expect((await request("/metadata/versions")).status).toBe(200);
  });
});
