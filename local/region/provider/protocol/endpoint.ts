import * as net from "node:net";
import * as grpc from "@grpc/grpc-js";
import { type WriteLog, writeDaemonLog } from "../../foundation/daemon-log";
import { listening } from "../../foundation/listening";
import type { Provider } from "./provider";
import { serve } from "./service";
import { Sessions } from "./sessions";

/** Programs with large user data send large messages; Pulumi's own providers take as much (pulumi/pulumi, rpcutil). */
const largestMessage = 400 * 1024 * 1024;

const loopback = "127.0.0.1";

/** Where a provider is served. */
export interface Endpoint {
  readonly port: number;
  close(): void;
}

/** Serves a provider on a loopback port that the system chooses. */
export async function listen(provider: Provider, log: WriteLog = writeDaemonLog): Promise<Endpoint> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": largestMessage, "grpc.max_send_message_length": largestMessage });
  const sessions = new Sessions(provider);
  serve(server, provider, sessions, log);
  const connections = server.createConnectionInjector(grpc.ServerCredentials.createInsecure());
  // The library opens no ports here, because it does not tell when a connection ends, and with it a run of the engine.
  const listener = net.createServer({ noDelay: true }, (socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    socket.on("close", () => sessions.end(peer));
    connections.injectConnection(socket);
  });
  await listening(listener, { port: 0, host: loopback }, `listening for ${provider.name}`, log);
  return {
    port: (listener.address() as net.AddressInfo).port,
    close: () => {
      listener.close();
      server.forceShutdown();
    },
  };
}
