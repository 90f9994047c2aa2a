import * as grpc from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import * as status from "@pulumi/pulumi/proto/status_pb";
import { shownLines } from "../../foundation/escape";
import { encode } from "./wire";
import type { IncompleteResource } from "./provider";

/** gRPC sends messages in a header, and the library gives up the whole connection over one that is too long. */
const longestMessage = 6000;

/** The answer to a request that was refused: nothing has changed. */
export function refusal(error: Error): Partial<grpc.StatusObject> {
  return { code: grpc.status.UNKNOWN, details: sendable(error.message) };
}

/** The answer for a resource that is there, but not as it was declared (pulumi/pulumi, proto/pulumi/provider.proto, ErrorResourceInitFailed). */
export function partialFailure({ state, reasons, message }: IncompleteResource): Partial<grpc.StatusObject> {
  const detail = new messages.ErrorResourceInitFailed();
  detail.setId(state.id);
  detail.setInputs(encode(state.inputs));
  detail.setProperties(encode(state.outputs));
  detail.setReasonsList(reasons.map(shownLines));
  const wrapped = new Any();
  wrapped.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const answer = new status.Status();
  answer.setCode(grpc.status.UNKNOWN);
  answer.setMessage(sendable(message));
  answer.setDetailsList([wrapped]);
  const metadata = new grpc.Metadata();
  metadata.set("grpc-status-details-bin", Buffer.from(answer.serializeBinary()));
  return { code: grpc.status.UNKNOWN, details: sendable(message), metadata };
}

/** As a terminal shows it. Half a character, as a cut can leave it, could not be sent. */
function sendable(message: string): string {
  const cut = message.length > longestMessage ? `${message.slice(0, longestMessage).replace(/[\ud800-\udbff]$/, "")}…` : message;
  return shownLines(cut);
}
