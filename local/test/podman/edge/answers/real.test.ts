import * as net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Transcript } from "../../machines/answers/transcript";
import { EdgeRegion, freeNatRange, freeTestPort } from "../region";
import { outcome } from "../visitor";
import { expectedAnswers } from "./expected-answers";
import { type RuleName, type Stage, wordsFor } from "./player";
import { play, sceneNames } from "./scenes";

/** By so many connections one of two instances is never missed by chance. */
const visitors = 40;

let region: EdgeRegion;
let transcript: Transcript;

beforeAll(async () => {
  region = await EdgeRegion.create();
  const stage = await stageOf(region);
  transcript = new Transcript(region.podman.region, wordsFor(stage));
  await Promise.all(["web_0", "web_1"].map((name) => region.startInstance(name)));
  await play(stage, transcript);
});

afterAll(async () => {
  await region?.podman.removeEverything();
  await region?.remove();
});

describe("the real edges, asked what the simulated ones are asked, answer as expected of", () => {
  it.each(sceneNames)("%s", (name) => {
    expect(transcript.of(name)).toEqual(expectedAnswers[name]);
  });
});

async function stageOf({ podman, network, edgeAddresses }: EdgeRegion): Promise<Stage> {
  const ports = { site: await freeTestPort(), tls: await freeTestPort() };
  let edges = region.edges();
  return {
    podman,
    network,
    edgeAddresses,
    addressOf: (instance) => region.addressOf(instance),
    ports,
    natPort: await freeNatRange(),
    edges: () => edges,
    beginAnew: () => void (edges = region.edges()),
    served: (rule: RuleName) => served(ports[rule]),
    lose,
    occupied,
  };
}

async function served(port: number): Promise<string[]> {
  const outcomes = new Set<string>();
  for (let count = 0; count < visitors; count++) {
    outcomes.add(await outcome(port));
  }
  // A frontend that has nobody resets connections; where there is no frontend, the computer refuses them.
  return [...outcomes].filter((one) => !/ECONNRESET|EPIPE|ECONNREFUSED/.test(one)).sort();
}

async function lose(how: "exited" | "removed"): Promise<void> {
  const containers = () => region.podman.containers("azure-web-tier.load-balancer");
  for (const { id } of await containers()) {
    await (how === "removed" ? region.podman.remove(id) : region.podman.kill(id));
  }
  while (!(await containers()).every(({ status }) => status === "exited")) {
    await wait(20);
  }
}

async function occupied(port: number, meanwhile: () => Promise<void>): Promise<void> {
  const server = net.createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  try {
    await meanwhile();
  } finally {
    server.close();
  }
}
