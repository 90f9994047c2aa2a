import type { Transcript } from "../../machines/answers/transcript";
import { natRule, to, traffic } from "../specification";
import { otherLoadBalancerId, Player, type Stage } from "./player";

type Scene = (player: Player, stage: Stage) => Promise<void>;

const closed = { 80: "DenyAllInBound of web-nsg denies it" };

/** In the order in which they are played: each goes on from where the one before has ended. */
const scenes = {
  "a new edge": async (player) => {
    await player.list();
    await player.frontends();
    await player.served();
    await player.ensure();
    await player.served();
    await player.list();
    await player.frontends();
  },

  "a distribution that changes": async (player) => {
    await player.ensure(player.specification({ distributions: { site: to("web_1") } }));
    await player.served();
    await player.ensure(player.specification({ distributions: { site: to("web_0") } }));
    await player.served();
    await player.ensure();
    await player.served();
  },

  "a member that goes": async (player) => {
    const members = [player.member("web_1")];
    await player.ensure(player.specification({ members, distributions: { site: to("web_1") } }));
    await player.served();
    await player.frontends();
    await player.ensure(player.specification({ members }));
    await player.served();
  },

  "nobody for new connections": async (player) => {
    await player.ensure(player.specification({ distributions: { site: to() } }));
    await player.served();
    await player.frontends();
    await player.ensure();
    await player.ensure(player.specification({ distributions: {} }));
    await player.served();
    await player.ensure(player.specification({ members: [] }));
    await player.served();
    await player.frontends();
  },

  "a pool that the rule does not have": async (player) => {
    const elsewhere = { ...player.member("web_0"), backendAddressPools: ["others"] };
    await player.ensure(player.specification({ members: [elsewhere, { ...player.member("web_1"), backendAddressPools: ["INSTANCES"] }] }));
    await player.served();
  },

  "ports that a network security group closes": async (player) => {
    await player.ensure(player.specification({ members: [player.member("web_0", closed), player.member("web_1", { 22: closed[80] })] }));
    await player.served();
    await player.frontends();
    await player.ensure(player.specification({ members: [player.member("web_0", closed), player.member("web_1", closed)] }));
    await player.served();
    await player.frontends();
  },

  "a daemon that begins anew": async (player, stage) => {
    await player.ensure();
    stage.beginAnew();
    await player.list();
    await player.served();
    await player.ensure(player.specification({ distributions: { site: to("web_1") } }));
    await player.served();
  },

  "a container that was killed": async (player, stage) => {
    await stage.lose("exited");
    await player.served();
    await player.frontends();
    await player.list();
    await player.ensure();
    await player.served();
    await player.frontends();
  },

  "a container that was removed": async (player, stage) => {
    await stage.lose("removed");
    await player.served();
    await player.frontends();
    await player.list();
    await player.ensure();
    await player.served();
    await player.list();
  },

  "a port that is taken": async (player, stage) => {
    await stage.occupied(stage.ports.tls, async () => {
      await player.ensure(player.specification({ traffic: player.traffic("site", "tls") }));
      await player.served();
      await player.list();
      await player.frontends();
      await player.ensure();
      await player.served();
    });
    await player.ensure(player.specification({ traffic: player.traffic("site", "tls") }));
    await player.served();
    await player.served("tls");
    await player.ensure();
    await player.served("tls");
  },

  "a NAT port that is taken": async (player, stage) => {
    await player.remove();
    await stage.occupied(stage.natPort + 1, async () => {
      await player.ensure();
      await player.served();
    });
    await player.ensure();
    stage.beginAnew();
    await player.ensure();
    await player.ensure(player.specification({ members: [player.member("web_0")] }));
    await player.remove();
    await player.ensure();
  },

  "another load balancer": async (player, { edgeAddresses }) => {
    await player.ensure(player.otherSpecification("site"));
    await player.ensure(player.otherSpecification("tls", { address: edgeAddresses.public }));
    await player.list();
    await player.served();
    await player.ensure(player.otherSpecification("tls"));
    await player.list();
    await player.served("tls");
    await player.frontends(otherLoadBalancerId);
    await player.remove(otherLoadBalancerId);
    await player.list();
    await player.served();
  },

  "what is not carried": async (player, { natPort }) => {
    const udp = player.rule("tls", { protocol: "Udp" });
    const large = natRule({ name: "large", frontendPortRangeStart: natPort, frontendPortRangeEnd: natPort + 64 });
    const declared = traffic({ loadBalancingRules: [player.rule("site"), udp], inboundNatRules: [] });
    await player.ensure(player.specification({ traffic: declared }));
    await player.served();
    await player.served("tls");
    await player.ensure(player.specification({ traffic: traffic({ loadBalancingRules: [udp], inboundNatRules: [large] }), members: [] }));
    await player.served();
  },

  "a network that is not there": async (player, { network }) => {
    await player.ensure();
    await player.ensure(player.specification({ network: `${network}-nothing` }));
    await player.list();
    await player.frontends();
    await player.served();
  },

  "an edge's network": async (player, { network, edgeAddresses, lose }) => {
    const own = `${network}-own`;
    const address = edgeAddresses.public.replace("10.232.", "10.233.");
    const specification = player.otherSpecification("tls", { network: own, address, members: [] });
    await player.createNetwork(own, address.replace(/\d+$/, "0/24"));
    await player.ensure(specification);
    await player.removeNetwork(own);
    await lose("exited");
    await player.removeNetwork(own);
    await player.remove(otherLoadBalancerId);
    await player.removeNetwork(own);
    await player.ensure(specification);
    await player.list();
  },

  removal: async (player) => {
    await player.ensure();
    await player.remove();
    await player.list();
    await player.frontends();
    await player.served();
    await player.remove();
    await player.remove(otherLoadBalancerId);
    await player.list();
  },
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

export const sceneNames = Object.keys(scenes) as SceneName[];

export function play(stage: Stage, transcript: Transcript): Promise<void> {
  const player = new Player(stage, transcript);
  return transcript.play(scenes, (scene: Scene) => scene(player, stage));
}
