import { applicationPort, Player, type Stage } from "./player";
import type { Transcript } from "./transcript";

type Scene = (player: Player, stage: Stage) => Promise<void>;

/** In the order in which they are played: each goes on from where the one before has ended. */
const scenes = {
  networks: async (player, { podman, network, prefixes }) => {
    const other = `${podman.region}-other`;
    await player.createNetwork(network, prefixes.subnet);
    await player.createNetwork(network, prefixes.free);
    await player.createNetwork(other, prefixes.subnet);
    await player.createNetwork(other, prefixes.part);
    await player.createNetwork(other, prefixes.free);
    await podman.networks();
    await podman.removeNetwork(other);
    await podman.removeNetwork(other);
    await podman.networks();
  },

  "a machine that cannot be had": async (player, { podman, machines, prefixes, image, specification }) => {
    const usual = specification("web_0");
    await podman.hasImage(image);
    await podman.hasImage("localhost/nothing:1");
    await player.attempt(machines.create({ ...usual, image: "localhost/nothing:1" }));
    await player.attempt(machines.create({ ...usual, network: `${podman.region}-nothing` }));
    await player.attempt(machines.create({ ...usual, address: prefixes.free.replace("0/24", "4") }));
  },

  "a container that is not there": async (player, { podman }) => {
    await player.attempt(podman.start("gone"));
    await player.attempt(podman.execute("gone", "true"));
    await player.attempt(podman.stop("gone", 1));
    await player.attempt(podman.kill("gone"));
    await player.attempt(podman.controlGroup("gone"));
    await player.attempt(podman.remove("gone"));
    await player.ask("web_0", "http");
  },

  "a machine that boots": async (player, { machines, specification }) => {
    await machines.create({ ...specification("web_0"), labels: { zone: "2" } });
    const answers = await player.unnoted(() => player.answersUntil("response 200", "web_0"));
    player.note("ask web_0 over http until it is well", answers.join(", "));
    await player.leaves("creating", "web_0");
    await player.look("web_0");
    // They boot while the next scenes are played.
    await player.unnoted(() => machines.create(specification("web_1", { boot: "fails" })));
    await player.unnoted(() => machines.create(specification("web_2", { boot: "reboots once" })));
  },

  "a container that was created and could not be started": async (player, { podman, specification }) => {
    const { address } = specification("web_0");
    await player.run("second", address);
    await player.look("second");
    const id = await player.idOf("second");
    await player.run("second", address);
    await player.run("second", address, { image: "localhost/nothing:1" });
    await player.run("second", address, { network: `${podman.region}-nothing` });
    await player.attempt(podman.start(id));
    await player.attempt(podman.kill(id));
    await player.attempt(podman.execute(id, "true"));
    await player.attempt(podman.controlGroup(id));
    await player.attempt(podman.stop(id, 1));
    await player.look("second");
    await podman.remove(id);
    await player.look("second");
  },

  "a machine that runs": async (player, { podman, machines, network }) => {
    const id = await player.idOf("web_0");
    await player.attempt(podman.start(id));
    await podman.containers("zone");
    await player.attempt(podman.controlGroup(id));
    await player.attempt(podman.removeNetwork(network));
    await player.ask("web_0", "http");
    await player.ask("web_0", "tcp");
    await machines.addProbePorts("web_0", { http: [], tcp: [applicationPort] });
    await player.ask("web_0", "tcp");
    await player.judge("web_0");
  },

  "an application that answers with status 503": async (player, stage) => {
    await stage.disturb("web_0", "ill");
    await player.ask("web_0", "http");
    await player.ask("web_0", "tcp");
  },

  "an application that does not answer": async (player, stage) => {
    await stage.disturb("web_0", "silent");
    await player.ask("web_0", "http");
    await player.ask("web_0", "tcp");
    await stage.disturb("web_0", undefined);
    await player.ask("web_0", "http");
  },

  "a machine that is switched off": async (player, { podman, network }) => {
    const id = await player.idOf("web_0");
    await podman.kill(id);
    await player.hasEnded("web_0");
    await player.judge("web_0");
    await player.ask("web_0", "http");
    await player.attempt(podman.kill(id));
    await player.attempt(podman.execute(id, "true"));
    await player.attempt(podman.stop(id, 1));
    await player.attempt(podman.controlGroup(id));
    await player.attempt(podman.removeNetwork(network));
  },

  "a machine at the address of one that is off": async (player, { podman, machines, specification }) => {
    const id = await player.idOf("web_0");
    await machines.create({ ...specification("web_3"), address: specification("web_0").address });
    await player.attempt(podman.start(id));
    await player.look("web_0");
    await machines.remove("web_3");
  },

  "a machine that is switched on": async (player, { machines }) => {
    await machines.start("web_0");
    await player.look("web_0");
    await player.judge("web_0");
    await player.ask("web_0", "http");
    await player.leaves("creating", "web_0");
    await player.unnoted(() => player.answersUntil("response 200", "web_0"));
    await player.ask("web_0", "tcp");
  },

  "a machine that is shut down": async (player, { podman }) => {
    await podman.stop(await player.idOf("web_0"), 30);
    await player.hasEnded("web_0");
    await player.judge("web_0");
  },

  "a machine whose user data fails": async (player, { podman }) => {
    await player.leaves("creating", "web_1");
    await player.ask("web_1", "http");
    await podman.stop(await player.idOf("web_1"), 0);
    await player.hasEnded("web_1");
    await player.judge("web_1");
  },

  "a machine that boots again": async (player, { machines }) => {
    await player.leaves("creating", "web_2");
    await player.hasEnded("web_2");
    await player.ask("web_2", "http");
    await machines.start("web_2");
    await player.leaves("creating", "web_2");
    await player.look("web_2");
    await player.unnoted(() => player.answersUntil("response 200", "web_2"));
  },

  removal: async (player, { podman, machines, network, specification }) => {
    const id = await player.idOf("web_2");
    await podman.remove(id);
    await podman.remove(id);
    await player.attempt(podman.kill(id));
    await player.look("web_2");
    await player.ask("web_2", "http");
    await machines.remove("web_0");
    await player.attempt(podman.removeNetwork(network));
    await machines.remove("web_1");
    await podman.containers();
    await podman.removeNetwork(network);
    await podman.removeNetwork(network);
    await podman.networks();
    await player.run("web_0", specification("web_0").address);
    await podman.containers();
  },
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

export const sceneNames = Object.keys(scenes) as SceneName[];

export function play(stage: Stage, transcript: Transcript): Promise<void> {
  const player = new Player(stage, transcript);
  return transcript.play(scenes, (scene: Scene) => scene(player, stage));
}
