import { idName } from "../../../../../azure/arm/id";
import type { RegionContext } from "../../../../region/context";
import type { EdgeSpecification } from "../../../../region/podman/edge/edge";
import type { NotCarried } from "../../../../region/podman/edge/traffic";
import type { PodmanClient } from "../../../../region/podman/machines/podman";
import { PodmanError } from "../../../../region/podman/machines/podman-error";
import type { Transcript } from "../../machines/answers/transcript";
import { loadBalancerId, member, natRule, rule, to, traffic } from "../specification";

/** The load balancing rules of the scenes; each has a port of its own. */
export type RuleName = "site" | "tls";

/** Where the scenes are played: a region with a subnet and two instances that answer, and no daemon but that which plays. */
export interface Stage {
  readonly podman: PodmanClient;
  /** The subnet's network. */
  readonly network: string;
  /** Addresses in the subnet for two edges. */
  readonly edgeAddresses: Readonly<Record<"public" | "internal", string>>;
  addressOf(instance: string): string;
  /** Frontend ports that nothing has. */
  readonly ports: Readonly<Record<RuleName, number>>;
  /** The first of four ports in a row that nothing has. */
  readonly natPort: number;
  /** The edges as the daemon has them. */
  edges(): Pick<RegionContext["edges"], "ensure" | "remove" | "list" | "frontends">;
  /** Another daemon begins in place of the one that plays. */
  beginAnew(): void;
  /** Makes connections, and tells who has answered. */
  served(rule: RuleName): Promise<string[]>;
  /** Ends all edges from outside, by killing their containers or by removing them. */
  lose(how: "exited" | "removed"): Promise<void>;
  /** Has something else on this computer use a port meanwhile. */
  occupied(port: number, meanwhile: () => Promise<void>): Promise<void>;
}

export const otherLoadBalancerId = loadBalancerId.replace("web-lb", "other-lb");

/** Words of a transcript for what a stage calls otherwise. */
export function wordsFor({ ports, natPort }: Pick<Stage, "ports" | "natPort">): Record<string, string> {
  return {
    [ports.site]: "SITE-PORT",
    [ports.tls]: "TLS-PORT",
    [natPort]: "FIRST-NAT-PORT",
    [natPort + 1]: "SECOND-NAT-PORT",
    [natPort + 64]: "LAST-NAT-PORT",
  };
}

/** Acts on a stage's edges, and notes what comes of it. */
export class Player {
  constructor(
    private readonly stage: Stage,
    private readonly transcript: Transcript,
  ) {}

  /** The usual edge: web_0 and web_1 get the new connections of the rule `site`, and each has a NAT port. */
  specification(change: Partial<EdgeSpecification> = {}): EdgeSpecification {
    const { network, edgeAddresses } = this.stage;
    return {
      loadBalancerId,
      network,
      address: edgeAddresses.public,
      traffic: this.traffic("site"),
      members: [this.member("web_0"), this.member("web_1")],
      distributions: { site: to("web_0", "web_1"), tls: to("web_0", "web_1") },
      ...change,
    };
  }

  /** The edge of another load balancer, which has one rule and nothing else. */
  otherSpecification(name: RuleName, change: Partial<EdgeSpecification> = {}): EdgeSpecification {
    const carried = traffic({ loadBalancingRules: [this.rule(name)], inboundNatRules: null });
    const address = this.stage.edgeAddresses.internal;
    return this.specification({ loadBalancerId: otherLoadBalancerId, address, traffic: carried, ...change });
  }

  traffic(...names: readonly RuleName[]): EdgeSpecification["traffic"] {
    const { natPort } = this.stage;
    return traffic({
      loadBalancingRules: names.map((name) => this.rule(name)),
      inboundNatRules: [natRule({ frontendPortRangeStart: natPort, frontendPortRangeEnd: natPort + 3 })],
    });
  }

  rule(name: RuleName, change: Parameters<typeof rule>[0] = {}): ReturnType<typeof rule> {
    return rule({ name, frontendPort: this.stage.ports[name], ...change });
  }

  member(name: "web_0" | "web_1", closedPorts: Record<number, string> = {}): ReturnType<typeof member> {
    const ssh = this.stage.natPort + Number(name.replace("web_", ""));
    return member(name, this.stage.addressOf(name), { natPorts: { ssh }, closedPorts });
  }

  ensure(specification = this.specification()): Promise<void> {
    return this.noted(`ensure ${idName(specification.loadBalancerId)}`, this.stage.edges().ensure(specification), tellNotCarried);
  }

  remove(id = loadBalancerId): Promise<void> {
    return this.noted(`remove ${idName(id)}`, this.stage.edges().remove(id), () => "done");
  }

  list(): Promise<void> {
    return this.noted("list", this.stage.edges().list(), (ids) => ids.map(idName).sort().join(", "));
  }

  /** Notes which frontends an edge has opened. */
  frontends(id = loadBalancerId): Promise<void> {
    const tell = (counters: readonly { section: string }[] | undefined) =>
      counters === undefined ? "no answer" : counters.map(({ section }) => section).join(", ");
    return this.noted(`frontends of ${idName(id)}`, this.stage.edges().frontends(id), tell);
  }

  served(name: RuleName = "site"): Promise<void> {
    return this.noted(`new connections of ${name}`, this.stage.served(name), (names) => names.join(", ") || "nobody");
  }

  createNetwork(name: string, prefix: string): Promise<void> {
    return this.noted("network create", this.stage.podman.createNetwork(name, ["--subnet", prefix, "--disable-dns"]), () => "done");
  }

  removeNetwork(name: string): Promise<void> {
    return this.noted("network rm", this.stage.podman.removeNetwork(name), () => "done");
  }

  private async noted<T>(call: string, asked: Promise<T>, tell: (answer: T) => string): Promise<void> {
    const answer = await asked.then(tell, tellRefusal);
    this.transcript.note(call, answer || "nothing");
  }
}

function tellNotCarried(notCarried: readonly NotCarried[]): string {
  return notCarried.map(({ property, because }) => `not carried: ${property}. ${because}`).join(" ") || "done";
}

/** Podman words the reason otherwise from version to version. */
function tellRefusal(error: Error): string {
  const [words] = /^\S+ is \d+, and this computer does not give/.exec(error.message) ?? [error.message];
  return `refused: ${error instanceof PodmanError ? error.kind : words}`;
}
