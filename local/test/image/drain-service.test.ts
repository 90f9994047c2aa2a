import * as fs from "node:fs";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { connectionsIn } from "../../../image/drain/connections";
import { pauseAfter } from "../../../image/drain/patience";
import { MetadataService, terminate } from "./support/metadata-service";
import { Program, until } from "./support/program";

jest.setTimeout(30_000);

const endings: (() => unknown)[] = [];
afterAll(() => Promise.all(endings.map((end) => end())));

/** The real drain service, beside a web server that keeps its connections open, and a metadata service. */
async function start({ settleSeconds = 0, metadataAddress = "" } = {}) {
  const service = await new MetadataService().listen();
  const webServer = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => webServer.once("listening", resolve));
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "drain-"));
  fs.mkdirSync(path.join(root, "run/drain"), { recursive: true });
  const port = (webServer.address() as net.AddressInfo).port;
  const program = new Program("drain/main.js", {
    INSTANCE_METADATA_ADDRESS: metadataAddress || service.address,
    PORT: String(port),
    ROOT_FOLDER: root,
    SETTLE_SECONDS: String(settleSeconds),
  });
  endings.push(
    () => program.remove(),
    () => webServer.close(),
    () => service.close(),
    () => fs.rmSync(root, { recursive: true }),
  );
  const isReady = () => !fs.existsSync(path.join(root, "run/drain/draining"));
  return { service, program, port, isReady };
}

function connect(port: number): Promise<net.Socket> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(socket));
    endings.push(() => socket.destroy());
  });
}

describe("the drain service", () => {
  test.concurrent("turns readiness off, waits for the open connection, and then approves the event", async () => {
    const { service, program, port, isReady } = await start();
    const connection = await connect(port);
    await program.said(/Watching the scheduled events of web_1/);
    expect(isReady()).toBe(true);

    service.events = [terminate()];
    await program.said(/^Terminate announced: not ready any more\. Open connections: 1\./);
    expect(isReady()).toBe(false);
    const questions = service.questions;
    await until(() => service.questions > questions + 1);
    expect(service.approved).toEqual([]);

    connection.destroy();
    await until(() => service.approved.length > 0);
    await program.said(/^Approved, because connections ended\. Open connections: 0\./);
    expect(service.approved).toEqual(["E1"]);
    expect(isReady()).toBe(false);
  });

  test.concurrent("approves nothing while the load balancer may not have noticed", async () => {
    const { service, program, isReady } = await start({ settleSeconds: 3600 });
    service.events = [terminate()];
    await program.said(/announced/);
    const questions = service.questions;
    await until(() => service.questions > questions + 1);
    expect({ ready: isReady(), approved: service.approved }).toEqual({ ready: false, approved: [] });
  });

  test.concurrent("leaves an event alone that is for another instance", async () => {
    const { service, program, isReady } = await start();
    service.events = [terminate({ Resources: ["web_2"] })];
    await program.said(/Watching/);
    const questions = service.questions;
    await until(() => service.questions > questions + 1);
    expect({ ready: isReady(), approved: service.approved }).toEqual({ ready: true, approved: [] });
  });

  test.concurrent("turns readiness on again when the event is called off", async () => {
    const { service, program, isReady } = await start({ settleSeconds: 3600 });
    service.events = [terminate()];
    await program.said(/announced/);
    service.events = [];
    await program.said(/ready again/);
    expect(isReady()).toBe(true);
  });

  test.concurrent("stays not ready while the metadata service fails, and approves when it is back", async () => {
    const { service, program, port, isReady } = await start();
    const connection = await connect(port);
    service.events = [terminate()];
    await program.said(/announced/);
    service.failures = 2;
    connection.destroy();
    await program.said(/No scheduled events for now: .* answered 500/);
    expect(isReady()).toBe(false);
    await until(() => service.approved.length > 0);
  });

  test.concurrent("says once that there is no metadata service, and goes on", async () => {
    let attempts = 0;
    const deaf = net.createServer((socket) => {
      attempts++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => deaf.listen(0, "127.0.0.1", resolve));
    endings.push(() => deaf.close());
    const { program, isReady } = await start({ metadataAddress: `127.0.0.1:${(deaf.address() as net.AddressInfo).port}` });
    await until(() => attempts === 3);
    expect(program.output).toEqual([expect.stringContaining("No scheduled events for now")]);
    expect(isReady()).toBe(true);
  });
});

describe("how often it asks", () => {
  test("every second, as Microsoft advises, and less often while there is no answer, down to every ten", () => {
    expect([0, 1, 2, 3, 4, 1000].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000]);
  });
});

describe("which connections count as open", () => {
  const table = [
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
    "   0: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0",
    "   1: 0500000A:0050 0200000A:C350 01 00000000:00000000 00:00000000 00000000    33        0 2 1 0 20 4 30 10 -1",
    "   2: 0500000A:0050 0200000A:C351 06 00000000:00000000 03:00000000 00000000     0        0 0 3 0",
    "   3: 0500000A:0016 0200000A:C352 01 00000000:00000000 00:00000000 00000000     0        0 3 1 0 20 4 30 10 -1",
    "   4: 0500000A:C353 0200000A:0050 01 00000000:00000000 00:00000000 00000000     0        0 4 1 0 20 4 30 10 -1",
    "",
  ].join("\n");

  test("established ones to the web server's port; not its listening socket, closed ones, or others' ports", () => {
    expect([80, 22, 443].map((port) => connectionsIn(table, port))).toEqual([1, 1, 0]);
  });
});
