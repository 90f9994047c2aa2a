import * as http from "node:http";
import type { AddressInfo } from "node:net";

/** One event of the scheduled events document, as Azure writes it. */
export interface ScheduledEvent {
  EventId: string;
  EventType: string;
  ResourceType: string;
  Resources: string[];
  EventStatus: string;
  NotBefore: string;
}

export function terminate(changes: Partial<ScheduledEvent> = {}): ScheduledEvent {
  return {
    EventId: "E1",
    EventType: "Terminate",
    ResourceType: "VirtualMachine",
    Resources: ["web_1"],
    EventStatus: "Scheduled",
    NotBefore: "Fri, 01 Jan 2100 00:00:00 GMT",
    ...changes,
  };
}

/** As much of Azure's instance metadata service as the image's programs ask for. */
export class MetadataService {
  compute: Record<string, string> = { name: "web_1", zone: "2", location: "westeurope", vmSize: "Standard_B1s" };
  events: ScheduledEvent[] = [];
  readonly approved: string[] = [];
  /** What is asked for instance metadata waits for this. */
  held: Promise<void> = Promise.resolve();
  questions = 0;
  /** Answers 500 for so many times. */
  failures = 0;

  private readonly server = http.createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    this.questions++;
    const url = new URL(request.url!, "http://metadata");
    if (request.headers.metadata !== "true" || !url.searchParams.has("api-version")) {
      response.writeHead(400).end(`{"error":"Bad request"}`);
    } else if (this.failures > 0) {
      this.failures--;
      response.writeHead(500).end();
    } else if (url.pathname === "/metadata/instance/compute") {
      await this.held;
      response.end(JSON.stringify(this.compute));
    } else if (url.pathname === "/metadata/instance/compute/name") {
      response.end(this.compute.name);
    } else if (url.pathname === "/metadata/scheduledevents" && request.method === "POST") {
      const { StartRequests } = JSON.parse(await textOf(request)) as { StartRequests: { EventId: string }[] };
      this.approved.push(...StartRequests.map(({ EventId }) => EventId));
      response.end();
    } else if (url.pathname === "/metadata/scheduledevents") {
      response.end(JSON.stringify({ DocumentIncarnation: 1, Events: this.events }));
    } else {
      response.writeHead(404).end();
    }
  }
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}
