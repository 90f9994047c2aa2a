import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as https from "node:https";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import type * as tls from "node:tls";
import { askOverHttp, askOverTcp, type GuestRequest } from "../../../region/podman/machines/guest";
import type { GuestSocket } from "../../../region/podman/machines/guest-socket";
import { proves } from "../../support/proves";
import { eventually } from "../../support/eventually";
import { ownSocket } from "./files";

const request: GuestRequest = { protocol: "http", path: "/healthz", userAgent: "probe", timeoutInMilliseconds: 5000 };
const silent: GuestRequest = { ...request, timeoutInMilliseconds: 50 };

let folder: string;
let socket: GuestSocket;
let servers: net.Server[];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "guest-"));
  socket = ownSocket(path.join(folder, "port.sock"));
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  fs.rmSync(folder, { recursive: true });
});

async function listen(server: net.Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(socket.path, resolve));
  servers.push(server);
}

/** Answers with the host that was asked for and the server that was named, under a certificate that nobody has signed. */
async function listenSecurely(): Promise<void> {
  const [key, certificate] = ["key.pem", "certificate.pem"].map((name) => path.join(folder, name));
  const subject = ["-subj", "/CN=another-name", "-days", "1", "-nodes"];
  const options = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", ...subject, "-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", ...options], { stdio: "ignore" });
  const credentials = { key: fs.readFileSync(key), cert: fs.readFileSync(certificate) };
  await listen(
    https.createServer(credentials, ({ headers, socket: connection }, response) =>
      response.end(`${headers.host} ${(connection as tls.TLSSocket).servername}`),
    ),
  );
}

function answering(listener: http.RequestListener): Promise<void> {
  return listen(http.createServer(listener));
}

describe("asking a machine over HTTP", () => {
  it("gives status and body, and asks as localhost under the given name", async () => {
    await answering(({ url, headers }, response) => response.writeHead(503).end(`${url} ${headers.host} ${headers["user-agent"]}`));
    expect(await askOverHttp(socket, request)).toEqual({ kind: "response", status: 503, body: "/healthz localhost probe" });
  });

  it.each([
    ["/health check", "/health%20check"],
    ["/zustand-ä€😀", "/zustand-%C3%A4%E2%82%AC%F0%9F%98%80"],
    ["/half\ud83d", "/half%EF%BF%BD"],
    ["/up\r\nHost: other", "/up%0D%0AHost:%20other"],
    ["/health%20check?of=a b&c=%c3%a4", "/health%20check?of=a%20b&c=%c3%a4"],
  ])("asks for the path %j as %s, which is how it can be asked for", async (declared, asked) => {
    await answering(({ url }, response) => response.end(url));
    expect(await askOverHttp(socket, { ...request, path: declared })).toEqual({ kind: "response", status: 200, body: asked });
  });

  it("does not follow a redirect", async () => {
    await answering((_, response) => response.writeHead(302, { Location: "/elsewhere" }).end());
    expect(await askOverHttp(socket, request)).toMatchObject({ kind: "response", status: 302 });
  });

  it("reads the beginning of a body without end", async () => {
    await answering((_, response) => {
      const write = (): void => void (!response.destroyed && response.write("x".repeat(10_000), () => setImmediate(write)));
      write();
    });
    const answer = await askOverHttp(socket, request);
    expect(answer).toMatchObject({ kind: "response", status: 200, body: expect.stringMatching(/^x{64}/) });
  });

  it("takes any certificate over HTTPS, and asks for localhost by name", async () => {
    await listenSecurely();
    expect(await askOverHttp(socket, { ...request, protocol: "https" })).toEqual({
      kind: "response",
      status: 200,
      body: "localhost localhost",
    });
  });

  it("asks for an address over HTTPS without naming a server, as a load balancer's probe does", async () => {
    proves("probe-https");
    await listenSecurely();
    expect(await askOverHttp(socket, { ...request, protocol: "https", host: "10.0.1.4:443" })).toEqual({
      kind: "response",
      status: 200,
      body: "10.0.1.4:443 false",
    });
  });

  it("tells a broken connection, before the answer or within it, from silence", async () => {
    await listen(net.createServer((connection) => connection.on("data", () => connection.destroy())));
    expect(await askOverHttp(socket, request)).toEqual({ kind: "reset" });
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await answering((_, response) => response.writeHead(200, { "Content-Length": 100 }).write("part", () => response.destroy()));
    expect(await askOverHttp(socket, request)).toEqual({ kind: "reset" });
  });

  it("gives up on a machine that does not answer, or stops in the middle of its answer", async () => {
    const connections: net.Socket[] = [];
    await listen(net.createServer((connection) => connections.push(connection)));
    expect(await askOverHttp(socket, silent)).toEqual({ kind: "no answer" });
    connections.forEach((connection) => connection.destroy());
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await answering((_, response) => response.writeHead(200, { "Content-Length": 100 }).write("part"));
    expect(await askOverHttp(socket, silent)).toEqual({ kind: "no answer" });
  });

  it("gets no answer from a machine that is gone or switched off", async () => {
    expect(await askOverHttp(socket, request)).toEqual({ kind: "no answer" });
    expect(await askOverHttp(ownSocket(path.join(folder, "gone", "port.sock")), request)).toEqual({ kind: "no answer" });
  });

  it("gets no answer from a machine that was switched off and left its sockets behind", async () => {
    const machine = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
    spawnSync(process.execPath, ["-e", machine, socket.path]);
    expect(fs.existsSync(socket.path)).toBe(true);
    expect(await askOverHttp(socket, request)).toEqual({ kind: "no answer" });
    expect(await askOverTcp(socket, 5000)).toEqual({ kind: "no answer" });
  });
});

describe("asking a machine that put something else in the place of its socket", () => {
  const questions = [
    ["over HTTP", () => askOverHttp(socket, request)],
    ["for a TCP handshake", () => askOverTcp(socket, 5000)],
  ] as const;

  it.each(questions)("%s never reaches a socket of this computer through a link", async (_, ask) => {
    const hosts = path.join(folder, "host.sock");
    let connections = 0;
    const server = net.createServer((connection) => {
      connections++;
      connection.end("connected");
    });
    await new Promise<void>((resolve) => server.listen(hosts, resolve));
    servers.push(server);
    fs.symlinkSync(hosts, socket.path);
    expect(await ask()).toEqual({ kind: "no answer" });
    expect(connections).toBe(0);
  });

  it.each(questions)("%s reaches no socket that is not its root's", async (_, ask) => {
    await listen(net.createServer((connection) => connection.end("connected")));
    socket = { ...socket, owner: socket.owner + 1 };
    expect(await ask()).toEqual({ kind: "no answer" });
  });

  it.each(questions)("%s waits for no pipe and no file", async (_, ask) => {
    execFileSync("mkfifo", [socket.path]);
    expect(await ask()).toEqual({ kind: "no answer" });
    fs.rmSync(socket.path);
    fs.writeFileSync(socket.path, "connected");
    expect(await ask()).toEqual({ kind: "no answer" });
  });
});

describe("asking a machine for a TCP handshake", () => {
  it.each([
    ["connected\n", "connected"],
    ["reset\n", "reset"],
    ["", "reset"],
  ])("takes the word %j of the machine for %s", async (word, kind) => {
    await listen(net.createServer((connection) => connection.end(word)));
    expect(await askOverTcp(socket, 5000)).toEqual({ kind });
  });

  it("breaks off one that never stops talking", async () => {
    let broken = false;
    const talk = (connection: net.Socket): void => {
      connection.on("error", () => undefined).on("close", () => (broken = true));
      const write = (): void => void (!connection.destroyed && connection.write("x".repeat(10_000), () => setImmediate(write)));
      write();
    };
    await listen(net.createServer(talk));
    expect(await askOverTcp(socket, 5000)).toEqual({ kind: "reset" });
    await eventually(() => broken);
  });

  it("gives up on a machine that says nothing", async () => {
    const connections: net.Socket[] = [];
    await listen(net.createServer((connection) => connections.push(connection)));
    expect(await askOverTcp(socket, 50)).toEqual({ kind: "no answer" });
    connections.forEach((connection) => connection.destroy());
  });
});
