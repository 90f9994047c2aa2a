import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import type { Machines } from "../machines/machine";
import { openSocketPath } from "../machines/socket-path";
import { exposedFamilies } from "../metrics/exposed";
import { expositionContentType, renderExposition } from "../metrics/exposition";
import type { MetricStore } from "../metrics/store";
import type { Clock } from "./clock";
import type { DataPlane } from "./data-plane";
import type { EventLog } from "./event-log";
import { regionStatus } from "./status";

/** What the commands of a person work on. */
export interface ControlTools {
  readonly dataPlane: DataPlane;
  readonly machines: Machines;
  readonly clock: Clock;
  readonly events: EventLog;
  readonly metrics: MetricStore;
}

/** An answer that is a text of its own kind, and not JSON. */
class TextAnswer {
  constructor(
    readonly contentType: string,
    readonly text: string,
  ) {}
}

/** How much of an instance's console is shown. */
const consoleLines = 200;

type Command = (name: string, tools: ControlTools) => Promise<unknown>;

/** The commands by method and path; the part in braces names an instance or a zone. */
const commands: readonly [method: string, path: RegExp, command: Command][] = [
  ["GET", /^\/status$/, (_, { dataPlane, machines, clock, events }) => regionStatus(dataPlane, machines, clock, events)],
  ["GET", /^\/metrics$/, (_, tools) => Promise.resolve(new TextAnswer(expositionContentType, exposition(tools)))],
  [
    "GET",
    /^\/instances\/([^/]+)\/console$/,
    (name, tools) => Promise.resolve({ lines: tools.machines.console(known(name, tools), consoleLines) }),
  ],
  ["POST", /^\/instances\/([^/]+)\/kill$/, (name, tools) => switchMachine(known(name, tools), "is killed by hand", tools, "kill")],
  ["POST", /^\/instances\/([^/]+)\/start$/, (name, tools) => switchMachine(known(name, tools), "is started by hand", tools, "start")],
  ["POST", /^\/zones\/([^/]+)\/kill$/, async (zone, { dataPlane }) => ({ instances: await dataPlane.setZone(zone, true) })],
  ["POST", /^\/zones\/([^/]+)\/start$/, async (zone, { dataPlane }) => ({ instances: await dataPlane.setZone(zone, false) })],
];

/** Listens to the commands of this computer's user, on a socket in the region's folder that nobody else may open. */
export async function listenForCommands(folder: string, tools: ControlTools): Promise<http.Server> {
  const socket = path.join(folder, "control.sock");
  fs.rmSync(socket, { force: true });
  const { path: short, close } = openSocketPath(socket);
  const server = http.createServer((request, response) => void serve(request, response, tools));
  server.on("close", close);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(short, resolve));
  return server;
}

async function serve(request: http.IncomingMessage, response: http.ServerResponse, tools: ControlTools): Promise<void> {
  try {
    for (const [method, pattern, command] of commands) {
      const [found, name = ""] = pattern.exec(request.url ?? "") ?? [];
      if (found !== undefined && method === request.method) {
        answer(response, 200, await command(decodeURIComponent(name), tools));
        return;
      }
    }
    answer(response, 404, { error: `the region has no command ${request.method} ${request.url}` });
  } catch (error) {
    answer(response, 400, { error: (error as Error).message });
  }
}

function answer(response: http.ServerResponse, status: number, body: unknown): void {
  const { contentType, text } = body instanceof TextAnswer ? body : new TextAnswer("application/json", JSON.stringify(body));
  response.writeHead(status, { "Content-Type": contentType }).end(text);
}

/** The region's metrics, for Prometheus. */
function exposition({ metrics, clock, dataPlane }: ControlTools): string {
  const zones = new Map(dataPlane.placed().flatMap(({ service }) => service.instances.map(({ name, zone }) => [name, zone] as const)));
  return renderExposition(exposedFamilies(metrics, clock.now(), (instance) => zones.get(instance)));
}

/** The instance that a person means: its name, or its number where only one scale set has it. */
function known(given: string, { dataPlane }: ControlTools): string {
  const names = dataPlane.placed().flatMap(({ service }) => service.instances.map(({ name }) => name));
  const meant = names.filter((name) => name === given || name.endsWith(`_${given}`));
  if (meant.length !== 1) {
    throw new Error(`there is no instance ${given}; the instances are ${names.join(", ") || "none"}`);
  }
  return meant[0];
}

async function switchMachine(name: string, message: string, { machines, events }: ControlTools, how: "kill" | "start") {
  await machines[how](name);
  events.add(name, message);
  return { instance: name };
}
