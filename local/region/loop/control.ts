import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import { logFailure, type WriteLog, writeDaemonLog } from "../foundation/daemon-log";
import { listening } from "../foundation/listening";
import { shownValue } from "../foundation/escape";
import { openSocketPath } from "../foundation/socket-path";
import { exposedFamilies } from "../services/metrics/exposed";
import { expositionContentType, renderExposition } from "../services/metrics/exposition";
import type { DeployedScaleSet } from "../services/scale-set/deployed-scale-set";
import type { Protection } from "../services/scale-set/instance";
import { deleteByHand, type InstanceOperation, operate, resumeRepairs, setProtection } from "../services/scale-set/manual-operations";
import { readScaleSet } from "../services/scale-set/scale-set-model";
import type { RegionContext } from "../context";
import type { DataPlane } from "./data-plane";
import { regionStatus } from "./status";

/** An answer that is a text of its own kind, and not JSON. */
class TextAnswer {
  constructor(
    readonly contentType: string,
    readonly text: string,
  ) {}
}

/** How much of an instance's console is shown. */
const consoleLines = 200;

type Command = (name: string, region: RegionContext, dataPlane: DataPlane) => Promise<unknown>;

type Route = readonly [method: string, path: RegExp, command: Command];

/** A command on one instance, which is given the instance's name whichever way a person has written it. */
function onInstance(method: string, verb: string, command: Command): Route {
  const path = new RegExp(`^/instances/([^/]+)/${verb}$`);
  return [method, path, async (given, region, dataPlane) => command(known(given, dataPlane), region, dataPlane)];
}

/** The commands by method and path; the part in braces names an instance or a zone. */
const commands: readonly Route[] = [
  ["GET", /^\/status$/, (_, region, dataPlane) => regionStatus(region, dataPlane)],
  ["GET", /^\/metrics$/, (_, region, dataPlane) => Promise.resolve(new TextAnswer(expositionContentType, exposition(region, dataPlane)))],
  onInstance("GET", "console", (name, { machines }) => Promise.resolve({ lines: machines.console(name, consoleLines) })),
  onInstance("POST", "kill", (name, region) => switchMachine(name, "is killed by hand", region, "kill")),
  onInstance("POST", "start", (name, region) => switchMachine(name, "is started by hand", region, "start")),
  onInstance("POST", "protect-from-scale-in", (name, region, dataPlane) => protect(name, "scale-in", region, dataPlane)),
  onInstance("POST", "protect-from-scale-set-actions", (name, region, dataPlane) => protect(name, "scale-set-actions", region, dataPlane)),
  onInstance("POST", "unprotect", (name, region, dataPlane) => protect(name, undefined, region, dataPlane)),
  ...(["reimage", "restart", "update-instances"] as const).map((operation) =>
    onInstance("POST", operation, (name, region, dataPlane) => beginOperation(name, operation, region, dataPlane)),
  ),
  onInstance("POST", "delete-instances", (name, region, dataPlane) => beginDeletion(name, region, dataPlane)),
  ["POST", /^\/repairs\/resume$/, (_, region, dataPlane) => resume(region, dataPlane)],
  ["POST", /^\/zones\/([^/]+)\/kill$/, (zone, _, dataPlane) => switchZone(zone, dataPlane, true)],
  ["POST", /^\/zones\/([^/]+)\/start$/, (zone, _, dataPlane) => switchZone(zone, dataPlane, false)],
];

/** Listens to the commands of this computer's user, on a socket in the region's folder that nobody else may open. */
export async function listenForCommands(region: RegionContext, dataPlane: DataPlane, log: WriteLog = writeDaemonLog): Promise<http.Server> {
  const socket = path.join(region.folder, "control.sock");
  fs.rmSync(socket, { force: true });
  const { path: short, close } = openSocketPath(socket);
  const server = http.createServer((request, response) => void answerRequest(request, response, region, dataPlane, log));
  server.on("close", close);
  await listening(server, { path: short }, "listening to commands", log);
  return server;
}

async function answerRequest(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  region: RegionContext,
  dataPlane: DataPlane,
  log: WriteLog,
): Promise<void> {
  try {
    for (const [method, pattern, command] of commands) {
      const [found, name = ""] = pattern.exec(request.url ?? "") ?? [];
      if (found !== undefined && method === request.method) {
        answer(response, 200, await command(decodeURIComponent(name), region, dataPlane));
        return;
      }
    }
    answer(response, 404, { error: `the region has no command ${request.method} ${request.url}` });
  } catch (error) {
    logFailure(log, `${request.method} ${request.url}`, error as Error);
    answer(response, 400, { error: (error as Error).message });
  }
}

function answer(response: http.ServerResponse, status: number, body: unknown): void {
  const { contentType, text } = body instanceof TextAnswer ? body : new TextAnswer("application/json", JSON.stringify(shownValue(body)));
  response.writeHead(status, { "Content-Type": contentType }).end(text);
}

/** The region's metrics, for Prometheus. */
function exposition({ metrics, clock }: RegionContext, dataPlane: DataPlane): string {
  const zones = new Map(dataPlane.scaleSets().flatMap(({ service }) => service.instances.map(({ name, zone }) => [name, zone] as const)));
  return renderExposition(exposedFamilies(metrics, clock.now(), (instance) => zones.get(instance)));
}

/** The instance that a person means: its name, or its number where only one scale set has it. */
function known(given: string, dataPlane: DataPlane): string {
  const names = dataPlane.scaleSets().flatMap(({ service }) => service.instances.map(({ name }) => name));
  const meant = names.filter((name) => name === given || name.endsWith(`_${given}`));
  if (meant.length !== 1) {
    throw new Error(`there is no instance ${given}; the instances are ${names.join(", ") || "none"}`);
  }
  return meant[0];
}

async function switchZone(zone: string, dataPlane: DataPlane, isDown: boolean) {
  const zones = new Set(dataPlane.scaleSets().flatMap(({ model }) => model.zones.zones));
  if (!zones.has(zone)) {
    throw new Error(`there is no zone ${zone}; the zones of the scale sets are ${[...zones].sort().join(", ") || "none"}`);
  }
  return { instances: await dataPlane.setZone(zone, isDown) };
}

function beginOperation(name: string, operation: InstanceOperation, { clock, events }: RegionContext, dataPlane: DataPlane) {
  operate(setOf(name, dataPlane).service, name, operation, clock.now(), events);
  dataPlane.trigger();
  return Promise.resolve({ instance: name });
}

function beginDeletion(name: string, { clock, events, store, computer }: RegionContext, dataPlane: DataPlane) {
  const set = setOf(name, dataPlane);
  deleteByHand(set, name, { store, events, now: clock.now(), eventId: computer.newUuid() });
  dataPlane.trigger();
  return Promise.resolve({ instance: name, capacity: readScaleSet((store.find(set.resource.id) ?? set.resource).outputs).capacity });
}

/** The scale set of an instance that there is. */
function setOf(name: string, dataPlane: DataPlane): DeployedScaleSet {
  const found = dataPlane.scaleSets().find(({ service }) => service.instances.some((one) => one.name === name));
  if (found === undefined) {
    throw new Error(`there is no instance ${name}`);
  }
  return found;
}

function protect(name: string, protection: Protection | undefined, { events }: RegionContext, dataPlane: DataPlane) {
  setProtection(setOf(name, dataPlane).service, name, protection, events);
  dataPlane.trigger();
  return Promise.resolve({ instance: name });
}

function resume({ events }: RegionContext, dataPlane: DataPlane) {
  const scaleSets = resumeRepairs(
    dataPlane.scaleSets().map(({ service }) => service),
    events,
  );
  dataPlane.trigger();
  return Promise.resolve({ scaleSets });
}

async function switchMachine(name: string, message: string, { machines, events }: RegionContext, how: "kill" | "start") {
  await machines[how](name);
  events.add(name, message);
  return { instance: name };
}
