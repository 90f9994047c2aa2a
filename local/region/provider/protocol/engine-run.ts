import { setMaxListeners } from "node:events";
import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { shownLines } from "../../foundation/escape";
import { type EngineAddress, engineAddress, forgetEngine } from "./engine-address";
import type { Run } from "./provider";

/** One run of the engine. Warnings and progress are written into its output, beside the resource that they are about. */
export class EngineRun implements Run {
  private client: EngineClient | undefined;
  private reached: EngineAddress | undefined;
  private readonly cancellation = new AbortController();

  /**
   * @param address The host and port of the engine's own service, as it gives them when it shakes hands; one that shakes no hands is told
   * nothing.
   * @param folder The region's.
   */
  constructor(
    private readonly address: string | undefined,
    private readonly folder: string,
  ) {
    // As many wait for it as resources are created, updated and deleted at once.
    setMaxListeners(0, this.cancelled);
  }

  get cancelled(): AbortSignal {
    return this.cancellation.signal;
  }

  warn(urn: string, message: string): void {
    this.log(urn, message, LogSeverity.WARNING, false);
  }

  tell(urn: string, message: string): void {
    this.log(urn, message, LogSeverity.INFO, true);
  }

  private log(urn: string, message: string, severity: LogSeverity, isEphemeral: boolean): void {
    // What goes on after the run has ended, such as the making of an image, has nobody to tell.
    if (this.address === undefined || this.cancelled.aborted) {
      return;
    }
    this.reached ??= engineAddress(this.address, this.folder);
    this.client ??= new EngineClient(this.reached.target, grpc.credentials.createInsecure());
    const request = new LogRequest();
    request.setSeverity(severity);
    request.setUrn(urn);
    request.setMessage(shownLines(message));
    request.setEphemeral(isEphemeral);
    // What cannot be shown any more must not fail what it is about.
    this.client.log(request, () => undefined);
  }

  cancel(): void {
    this.cancellation.abort();
  }

  /** Ends with its engine. */
  end(): void {
    this.cancel();
    this.client?.close();
    this.reached?.close();
    if (this.address !== undefined) {
      forgetEngine(this.address, this.folder);
    }
  }
}
