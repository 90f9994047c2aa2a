import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { Region } from "../engine/support/region";
import { Client } from "../support/client";

/** With little room, V8 keeps nothing for long that could be collected, so that the process is as large as what it holds on to. */
export const littleRoom = "--max-old-space-size=64 --max-semi-space-size=1";

/** A region daemon as people start it, in a process and a folder of its own. */
export class Daemon {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "local-region-generated-"));
  private readonly region: Region;
  private readonly closing: (() => void)[] = [];

  constructor(nodeOptions = "") {
    const env = { ...process.env, LOCAL_REGION_FOLDER: this.folder, LOCAL_REGION_MACHINES: "none", NODE_OPTIONS: nodeOptions };
    this.region = new Region(this.folder, env);
  }

  async start(): Promise<void> {
    const { status, output } = await this.region.start();
    if (status !== 0) {
      throw new Error(output);
    }
  }

  async stop(): Promise<void> {
    this.closing.forEach((close) => close());
    await this.region.stop();
    fs.rmSync(this.folder, { recursive: true });
  }

  /** Where azure-native is served. */
  port(): number {
    return Number(/^azure_native=(\d+)$/m.exec(fs.readFileSync(path.join(this.folder, "daemon"), "utf8"))?.[1]);
  }

  /** A connection to azure-native; engines that shake no hands hear no warnings. */
  connect(): Client {
    const client = new Client(this.port());
    this.closing.push(() => client.close());
    return client;
  }

  /** A connection of an engine that passes on every warning that it hears. */
  async connectEngine(hear: (warning: string) => void): Promise<Client> {
    const engine = new grpc.Server();
    engine.addService(EngineService as unknown as grpc.ServiceDefinition, {
      log: (({ request }, callback) => {
        hear(request.getMessage());
        callback(null, new Empty());
      }) as grpc.handleUnaryCall<LogRequest, Empty>,
    });
    const port = await new Promise<number>((resolve, reject) => {
      engine.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
    });
    this.closing.push(() => engine.forceShutdown());
    const client = this.connect();
    await client.handshake(`127.0.0.1:${port}`);
    return client;
  }

  /** The memory that the daemon's process takes up, in megabytes. */
  residentMegabytes(): number {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${this.region.process()}/status`, "utf8"))?.[1];
    return Number(kilobytes) / 1024;
  }

  /** Everything that the daemon wrote: its log, and the files of its resources. */
  texts(): string {
    return this.region.texts();
  }
}
