import { userDataFor } from "../../../simulation/guest-behaviour";
import { World } from "../../../simulation/world";
import { expectedAnswers } from "./expected-answers";
import { applicationPort, type Stage, wordsFor } from "./player";
import { play, sceneNames } from "./scenes";
import { Transcript } from "./transcript";

const prefixes = { subnet: "10.231.0.0/24", part: "10.231.0.0/25", free: "10.230.0.0/24" };
const image = "localhost/web:1.0.0";

let world: World;
let transcript: Transcript;

beforeAll(async () => {
  world = new World();
  transcript = new Transcript(world.daemon.region.podman.region, wordsFor({ prefixes, image }));
  const clientOf = world.podman.clientOf.bind(world.podman);
  world.podman.clientOf = (computer) => transcript.recorded(clientOf(computer));
  world.restartDaemon();
  const stage = stageOf(world);
  const played = stage.podman.createNetwork(stage.network, ["--subnet", prefixes.subnet]).then(() => play(stage, transcript));
  await world.passWhile(played, 24 * 60);
});

afterAll(() => world?.remove());

describe("the simulated Podman, asked what the real one is asked, answers as expected of", () => {
  it.each(sceneNames)("%s", (name) => {
    expect(transcript.of(name)).toEqual(expectedAnswers[name]);
  });
});

function stageOf({ daemon: { computer, region }, podman }: World): Stage {
  const network = `${region.podman.region}-subnet`;
  const specification: Stage["specification"] = (name, behaviour = {}) => ({
    name,
    vmId: name,
    computerName: name,
    adminUsername: "azureuser",
    sshPublicKeys: [],
    userData: userDataFor(behaviour),
    image,
    network,
    address: `10.231.0.${4 + Number(name.replace("web_", ""))}`,
    vCpus: 2,
    memoryGiB: 1,
    probePorts: { http: [applicationPort], tcp: [] },
    labels: {},
  });
  const disturb: Stage["disturb"] = (name, application) => Promise.resolve(podman.machine(name)?.disturb(application));
  return { computer, podman: region.podman, machines: region.machines, network, prefixes, image, specification, disturb };
}
