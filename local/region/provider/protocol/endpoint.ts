import * as net from "node:net";
import * as grpc from "@grpc/grpc-js";
import { type WriteLog, writeDaemonLog } from "../../foundation/daemon-log";
import { listening } from "../../foundation/listening";
import type { Provider } from "./provider";
import { Admission } from "./admission";
import { Callers } from "./callers";
import { loopback } from "./connection-table";
import { serve } from "./service";
import { Sessions } from "./sessions";

/** Programs with large user data send large messages; Pulumi's own providers take as much (pulumi/pulumi, rpcutil). */
const largestMessage = 400 * 1024 * 1024;

/** Whoever else connects meanwhile finds the port busy. An engine opens a few connections. */
const maximumConnections = 1000;

/** Where a provider is served. */
export interface Endpoint {
  readonly port: number;
  /** Serves a connection that came by a socket which nobody else may open. */
  take(socket: net.Socket): void;
  close(): void;
}

/**
 * Serves a provider on a loopback port that the system chooses, to the user who runs this process and to root alone.
 * @param folder The region's.
 * @param tell Is told of users who are refused.
 */
export async function listen(
  provider: Provider,
  folder: string,
  tell: (message: string) => void,
  log: WriteLog = writeDaemonLog,
): Promise<Endpoint> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": largestMessage, "grpc.max_send_message_length": largestMessage });
  const sessions = new Sessions(provider, folder);
  serve(server, provider, sessions, log);
  const connections = server.createConnectionInjector(grpc.ServerCredentials.createInsecure());
  // The library opens no ports here, because it does not tell when a connection ends, and with it a run of the engine.
  const listener = net.createServer({ noDelay: true });
  listener.maxConnections = maximumConnections;
  await listening(listener, { port: 0, host: loopback }, `listening for ${provider.name}`, log);
  const { port } = listener.address() as net.AddressInfo;
  const admission = new Admission(new Callers(port), `the provider ${provider.name}`, tell);
  const serveTo = (socket: net.Socket, peer: string) => {
    socket.on("close", () => sessions.end(peer));
    connections.injectConnection(socket);
  };
  listener.on("connection", (socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    socket.on("error", () => socket.destroy());
    void admission.admit(socket).then((isAdmitted) => {
      if (isAdmitted) {
        serveTo(socket, peer);
      }
    });
  });
  let taken = 0;
  return {
    port,
    take: (socket) => {
      // The library tells connections apart by their remote addresses, which those of a Unix socket lack.
      const peer = `connection ${++taken}`;
      Object.defineProperty(socket, "remoteAddress", { value: peer });
      socket.on("error", () => socket.destroy());
      serveTo(socket, peer);
    },
    close: () => {
      listener.close();
      server.forceShutdown();
    },
  };
}
