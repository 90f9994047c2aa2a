import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import type { Run } from "./provider";

/** Writes warnings into the output of one run of the engine, under the resource that they are about. */
export class EngineLog implements Run {
  private client: EngineClient | undefined;

  /** @param address The host and port of the engine's own service, as it gives them when it shakes hands. */
  constructor(private readonly address: string) {}

  warn(urn: string, message: string): void {
    this.client ??= new EngineClient(this.address, grpc.credentials.createInsecure());
    const request = new LogRequest();
    request.setSeverity(LogSeverity.WARNING);
    request.setUrn(urn);
    request.setMessage(message);
    // A warning that cannot be shown any more must not fail what it warns of.
    this.client.log(request, () => undefined);
  }

  close(): void {
    this.client?.close();
  }
}
