import * as fs from "node:fs";
import * as http from "node:http";
import { listening } from "../../../foundation/listening";
import { openSocketPath } from "../../../foundation/socket-path";
import { RateLimit } from "./rate-limit";
import { answerMetadataRequest, type InstanceMetadata, type MetadataAnswer, refusal } from "./service";

/** What the region does when an instance talks to its metadata service. */
export interface MetadataHost {
  /** What there is to tell at this moment. */
  read(): InstanceMetadata;
  /** The instance asked for scheduled events. */
  onEventsAsked(): void;
  /** The instance approved scheduled events that there are. */
  onEventsApproved(eventIds: readonly string[]): void;
  /** Does something that may fail, and reports what it throws. */
  once(work: () => Promise<void>): Promise<unknown>;
}

const longestBody = 64 * 1024;

/**
 * What an instance may have open at a time: each connection takes a file and memory of the daemon, which all instances need. More are closed
 * at once. An instance that keeps all of them busy keeps just itself from its metadata.
 */
const maximumConnections = 64;

/** How long a connection may take to ask, to wait for its next question, and to take an answer. Programs ask as soon as they have connected. */
const patienceInMilliseconds = 5000;

const limits: http.ServerOptions = {
  headersTimeout: patienceInMilliseconds,
  requestTimeout: patienceInMilliseconds,
  keepAliveTimeout: patienceInMilliseconds,
  // Node.js looks for connections that are late every half a minute otherwise.
  connectionsCheckingInterval: patienceInMilliseconds,
};

/** The metadata service of one instance, for as long as it is listened to. */
export interface MetadataService {
  close(): Promise<void>;
}

/** Begins the metadata service of an instance on a socket. */
export type MetadataListener = (socket: string, host: MetadataHost) => Promise<MetadataService>;

/** The instance metadata service of one instance, on a Unix socket that the instance reaches as 169.254.169.254. */
export class MetadataServer implements MetadataService {
  private readonly limit = new RateLimit();

  private constructor(
    private readonly server: http.Server,
    private readonly closeSocketPath: () => void,
    private readonly now: () => number,
  ) {}

  /**
   * Starts to listen. A socket that an earlier daemon left behind is replaced.
   * @param socket The path of the socket; its folder must be there.
   * @param now The time in milliseconds by which requests are limited: the computer's, as the instance's own clock is not sped up either.
   */
  static async listen(socket: string, host: MetadataHost, now = () => performance.now()): Promise<MetadataServer> {
    fs.rmSync(socket, { force: true });
    const { path, close } = openSocketPath(socket);
    const server = http.createServer(limits, (request, response) => void host.once(() => service.serve(request, response, host)));
    server.maxConnections = maximumConnections;
    server.timeout = patienceInMilliseconds;
    const service = new MetadataServer(server, close, now);
    try {
      // Every program of the instance may ask, whichever user of this computer its users are.
      await listening(server, { path, writableAll: true }, `listening on ${socket}`);
    } catch (error) {
      close();
      throw error;
    }
    return service;
  }

  /** Stops listening, breaks off what is open and removes the socket. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
    this.closeSocketPath();
  }

  private async serve(request: http.IncomingMessage, response: http.ServerResponse, host: MetadataHost): Promise<void> {
    try {
      const answer = this.limit.allows(this.now()) ? await answerRequest(request, host) : refusal(429, "Too many requests");
      // What cannot be kept, as on a full disk, is not confirmed either: the instance asks again.
      if (answer.asksForEvents) {
        host.onEventsAsked();
      }
      if (answer.approves) {
        host.onEventsApproved(answer.approves);
      }
      send(response, answer);
    } catch (error) {
      send(response, refusal(500, "Internal error. The region cannot answer just now"));
      throw error;
    }
  }
}

function send(response: http.ServerResponse, { status, contentType, body }: MetadataAnswer): void {
  response.writeHead(status, { "Content-Type": contentType }).end(body);
}

async function answerRequest(request: http.IncomingMessage, host: MetadataHost): Promise<MetadataAnswer> {
  const body = request.method === "POST" ? await readBody(request) : "";
  if (body === undefined) {
    return refusal(400, `Bad request. The body is longer than ${longestBody} bytes or was broken off`);
  }
  return answerMetadataRequest({ method: request.method ?? "", target: request.url ?? "", headers: request.headers, body }, host.read());
}

async function readBody(request: http.IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      length += part.length;
      if (length <= longestBody) {
        parts.push(part);
      }
    }
  } catch {
    return undefined;
  }
  return length <= longestBody ? Buffer.concat(parts).toString("utf8") : undefined;
}
