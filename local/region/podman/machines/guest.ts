import * as http from "node:http";
import * as net from "node:net";
import * as tls from "node:tls";
import { openSocketPath } from "./socket-path";

/** What came of asking a port of a machine, at localhost in the machine. */
export type GuestAnswer =
  | { readonly kind: "response"; readonly status: number; readonly body: string }
  /** The TCP handshake succeeded. */
  | { readonly kind: "connected" }
  /** The port refused the connection or broke it off. */
  | { readonly kind: "reset" }
  /** Nothing came within the time, or the machine does not run. */
  | { readonly kind: "no answer" };

/** A request that a probe makes. */
export interface GuestRequest {
  readonly protocol: "http" | "https";
  /** With the leading slash. */
  readonly path: string;
  readonly userAgent: string;
  /** Whom it asks for, without naming a server over https; by default localhost, named over https too. */
  readonly host?: string;
  readonly timeoutInMilliseconds: number;
}

/** A probe needs a word or two of what the application says. */
const longestBody = 64 * 1024;

/**
 * Makes an HTTP request into a machine. Redirects are answers like any other, and a certificate is not verified, as with Azure's health
 * extension and probes.
 * @param socket The socket of the port in the machine's shared folder.
 */
export function askOverHttp(socket: string, request: GuestRequest): Promise<GuestAnswer> {
  return ask(socket, request.timeoutInMilliseconds, (path, answer) => {
    const options: http.RequestOptions = {
      path: request.path,
      headers: { Host: request.host ?? "localhost", "User-Agent": request.userAgent, Connection: "close" },
      // The extension takes any certificate and every version of TLS.
      createConnection: () =>
        request.protocol === "https"
          ? tls.connect({
              path,
              rejectUnauthorized: false,
              minVersion: "TLSv1",
              ...(request.host === undefined && { servername: "localhost" }),
            })
          : net.connect({ path }),
    };
    const sent = http.request(options, (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      const end = () => answer({ kind: "response", status: response.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") });
      response.on("data", (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length > longestBody) {
          end();
          response.destroy();
        }
      });
      response.on("end", end);
      response.on("error", (error) => answer(failure(error)));
    });
    sent.on("error", (error) => answer(failure(error)));
    sent.end();
    return sent;
  });
}

/**
 * Tries a TCP handshake with a port in a machine.
 * @param socket The socket of the port in the machine's shared folder.
 */
export function askOverTcp(socket: string, timeoutInMilliseconds: number): Promise<GuestAnswer> {
  return ask(socket, timeoutInMilliseconds, (path, answer) => {
    const connection = net.connect({ path });
    let said = "";
    connection.setEncoding("utf8");
    connection.on("data", (part: string) => (said += part));
    connection.on("end", () => answer({ kind: said.trim() === "connected" ? "connected" : "reset" }));
    connection.on("error", (error) => answer(failure(error)));
    return connection;
  });
}

/** Gives the question a socket path and a time limit, and takes its first answer. */
async function ask(
  socket: string,
  timeoutInMilliseconds: number,
  question: (path: string, answer: (answer: GuestAnswer) => void) => { destroy(): void },
): Promise<GuestAnswer> {
  let socketPath;
  try {
    socketPath = openSocketPath(socket);
  } catch {
    return { kind: "no answer" };
  }
  const { path, close } = socketPath;
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<GuestAnswer>((resolve) => {
      const asked = question(path, resolve);
      limit = setTimeout(() => {
        resolve({ kind: "no answer" });
        asked.destroy();
      }, timeoutInMilliseconds);
    });
  } finally {
    clearTimeout(limit);
    close();
  }
}

/** A socket that is not there, or has nobody behind it, belongs to a machine that does not run. */
function failure(error: NodeJS.ErrnoException): GuestAnswer {
  const isSilence = error.code === "ENOENT" || (error.code === "ECONNREFUSED" && error.syscall === "connect");
  return { kind: isSilence ? "no answer" : "reset" };
}
