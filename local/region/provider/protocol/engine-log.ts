import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { shownLines } from "../../foundation/escape";
import type { Run } from "./provider";

/** Writes warnings and progress into the output of one run of the engine, beside the resource that they are about. */
export class EngineLog implements Run {
  private client: EngineClient | undefined;
  private isClosed = false;

  /** @param address The host and port of the engine's own service, as it gives them when it shakes hands. */
  constructor(private readonly address: string) {}

  warn(urn: string, message: string): void {
    this.log(urn, message, LogSeverity.WARNING, false);
  }

  tell(urn: string, message: string): void {
    this.log(urn, message, LogSeverity.INFO, true);
  }

  private log(urn: string, message: string, severity: LogSeverity, isEphemeral: boolean): void {
    // What goes on after the run has ended, such as the making of an image, has nobody to tell.
    if (this.isClosed) {
      return;
    }
    this.client ??= new EngineClient(this.address, grpc.credentials.createInsecure());
    const request = new LogRequest();
    request.setSeverity(severity);
    request.setUrn(urn);
    request.setMessage(shownLines(message));
    request.setEphemeral(isEphemeral);
    // What cannot be shown any more must not fail what it is about.
    this.client.log(request, () => undefined);
  }

  close(): void {
    this.isClosed = true;
    this.client?.close();
  }
}
