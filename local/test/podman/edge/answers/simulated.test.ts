import { World } from "../../../simulation/world";
import { Transcript } from "../../machines/answers/transcript";
import { expectedAnswers } from "./expected-answers";
import { type Stage, wordsFor } from "./player";
import { play, sceneNames } from "./scenes";

let world: World;
let transcript: Transcript;

beforeAll(async () => {
  world = new World();
  const stage = stageOf(world);
  transcript = new Transcript(world.daemon.region.podman.region, wordsFor(stage));
  const played = stage.podman.createNetwork(stage.network, ["--subnet", "10.232.0.0/24"]).then(() => play(stage, transcript));
  await world.passWhile(played, 24 * 60);
});

afterAll(() => world?.remove());

describe("the simulated edges, asked what the real ones are asked, answer as expected of", () => {
  it.each(sceneNames)("%s", (name) => {
    expect(transcript.of(name)).toEqual(expectedAnswers[name]);
  });
});

function stageOf(world: World): Stage {
  const { edges } = world;
  return {
    get podman() {
      return world.daemon.region.podman;
    },
    network: `${world.daemon.region.podman.region}-subnet`,
    edgeAddresses: { public: "10.232.0.2", internal: "10.232.0.3" },
    addressOf: (instance) => `10.232.0.${4 + Number(instance.replace("web_", ""))}`,
    ports: { site: 20_080, tls: 20_443 },
    natPort: 10_000,
    edges: () => world.daemon.region.edges,
    beginAnew: () => world.restartDaemon(),
    served: (rule) => Promise.resolve(edges.newConnections.flatMap((rules) => rules[rule] ?? []).sort()),
    lose: (how) => Promise.resolve(edges.lose(how)),
    occupied: async (port, meanwhile) => {
      edges.portsInUse.add(port);
      await meanwhile();
      edges.portsInUse.delete(port);
    },
  };
}
