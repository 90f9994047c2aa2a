import * as http from "node:http";
import * as net from "node:net";
import * as tls from "node:tls";
import { requestTarget } from "../../foundation/escape";
import { type GuestSocket, openGuestSocket } from "./guest-socket";

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

/** Longer than the one word that the machine says of a TCP handshake. */
const longestWord = 64;

/**
 * Makes an HTTP request into a machine. Redirects are answers like any other, and a certificate is not verified, as with Azure's health
 * extension and probes.
 */
export function askOverHttp(socket: GuestSocket, request: GuestRequest): Promise<GuestAnswer> {
  return ask(socket, request.timeoutInMilliseconds, (path, answer) => {
    const options: http.RequestOptions = {
      path: requestTarget(request.path),
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

/** Tries a TCP handshake with a port in a machine, which says in a word what came of it. */
export function askOverTcp(socket: GuestSocket, timeoutInMilliseconds: number): Promise<GuestAnswer> {
  return ask(socket, timeoutInMilliseconds, (path, answer) => {
    const connection = net.connect({ path });
    let said = "";
    connection.setEncoding("utf8");
    connection.on("data", (part: string) => {
      said += part;
      if (said.length > longestWord) {
        answer({ kind: "reset" });
      }
    });
    connection.on("end", () => answer({ kind: said.trim() === "connected" ? "connected" : "reset" }));
    connection.on("error", (error) => answer(failure(error)));
    return connection;
  });
}

/** Gives the question a socket path and a time limit, takes its first answer, and breaks off whatever more the machine says. */
async function ask(
  socket: GuestSocket,
  timeoutInMilliseconds: number,
  question: (path: string, answer: (answer: GuestAnswer) => void) => { destroy(): void },
): Promise<GuestAnswer> {
  let socketPath;
  try {
    socketPath = openGuestSocket(socket);
  } catch {
    return { kind: "no answer" };
  }
  const { path, close } = socketPath;
  let limit: NodeJS.Timeout | undefined;
  let asked: { destroy(): void } | undefined;
  try {
    return await new Promise<GuestAnswer>((resolve) => {
      asked = question(path, resolve);
      limit = setTimeout(() => resolve({ kind: "no answer" }), timeoutInMilliseconds);
    });
  } finally {
    clearTimeout(limit);
    asked?.destroy();
    close();
  }
}

/** A socket that is not there, or has nobody behind it, belongs to a machine that does not run. */
function failure(error: NodeJS.ErrnoException): GuestAnswer {
  const isSilence = error.code === "ENOENT" || (error.code === "ECONNREFUSED" && error.syscall === "connect");
  return { kind: isSilence ? "no answer" : "reset" };
}
