import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A request that a receiver got. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly authorization?: string;
  readonly body: unknown;
}

/** A real HTTP server that takes webhooks. */
export class WebhookReceiver {
  readonly calls: ReceivedCall[] = [];
  private readonly server: http.Server;

  /** @param statuses What it answers, one call after the other; the last for ever. */
  constructor(private readonly statuses: readonly number[] = [200]) {
    this.server = http.createServer((request, response) => {
      let body = "";
      request.on("data", (part) => (body += part));
      request.on("end", () => {
        const { method = "", url: path = "", headers } = request;
        this.calls.push({ method, path, authorization: headers.authorization, body: JSON.parse(body) });
        response.writeHead(this.statuses[Math.min(this.calls.length, this.statuses.length) - 1], { Location: "/elsewhere" }).end();
      });
    });
  }

  /** @returns The address that it listens on, such as `127.0.0.1:40000`. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A real SMTP server that keeps what it gets. */
export class MailReceiver {
  readonly mails: { readonly to: string[]; readonly text: string }[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      let text = "";
      stream.on("data", (part: Buffer) => (text += part.toString()));
      stream.on("end", () => {
        this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });

  /** @returns Its address as LOCAL_REGION_SMTP takes it. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
