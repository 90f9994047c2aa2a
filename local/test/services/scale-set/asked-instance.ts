import * as fs from "node:fs";
import * as http from "node:http";
import type * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { BackgroundTasks } from "../../../region/foundation/background-tasks";
import { askOverHttp, type GuestAnswer, type GuestRequest } from "../../../region/podman/machines/guest";
import { ownSocket } from "../../podman/machines/files";
import { eventually } from "../../support/eventually";
import { regionContext } from "../../support/region-context";

/** An instance whose only port is an HTTP server on a socket, in a region that tells what came of asking it. */
export class AskedInstance {
  /** What each asker calls itself. */
  readonly questions: string[] = [];
  readonly events: string[] = [];
  /** How many times somebody had to look again. */
  changes = 0;
  /** What the application answers with. */
  status = 200;
  /** In region milliseconds. */
  now = 0;
  private isOn = true;
  /** Questions that wait for their answer. */
  private asking = 0;
  private server: http.Server | undefined;
  private readonly connections = new Set<net.Socket>();
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "asked-"));
  private readonly socket = path.join(this.folder, "port.sock");
  private readonly tasks = new BackgroundTasks({ add: (_, message) => void this.events.push(message) });
  readonly region = regionContext({
    tasks: this.tasks,
    events: { add: (_, message) => void this.events.push(message) },
    // A second of region time is 20 ms.
    clock: { now: () => this.now, realLength: (length) => length / 50 },
    machines: {
      ask: (_, question) => this.ask({ ...question, protocol: "http" }),
      usage: () => Promise.resolve(this.isOn ? { processorSeconds: 0, memoryBytes: 0 } : undefined),
    },
  });
  readonly onChange = () => void this.changes++;

  async listen(): Promise<void> {
    const server = http.createServer(({ headers }, response) => {
      this.questions.push(headers["user-agent"] ?? "");
      response.writeHead(this.status).end();
    });
    server.on("connection", (connection) => {
      this.connections.add(connection);
      connection.once("close", () => this.connections.delete(connection));
    });
    await new Promise<void>((resolve) => server.listen(this.socket, resolve));
    this.server = server;
  }

  /** Switches the instance off: nothing answers, and no machine runs. */
  async switchOff(): Promise<void> {
    this.isOn = false;
    // A question that is just being asked would see its connection break off, which is an answer of its own.
    await eventually(() => this.asking === 0);
    await this.close();
  }

  async remove(): Promise<void> {
    await this.tasks.stop();
    await this.close();
    fs.rmSync(this.folder, { recursive: true });
  }

  private async ask(request: GuestRequest): Promise<GuestAnswer> {
    if (!this.isOn) {
      return { kind: "no answer" };
    }
    this.asking++;
    try {
      return await askOverHttp(ownSocket(this.socket), request);
    } finally {
      this.asking--;
    }
  }

  /** Closes the port without breaking off an answer, which would be one of its own. */
  private async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) {
      fs.rmSync(this.socket);
      await eventually(() => this.connections.size === 0);
      await new Promise((resolve) => server.close(resolve));
    }
  }
}
