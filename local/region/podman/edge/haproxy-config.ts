import * as crypto from "node:crypto";
import { haproxyComment, haproxyName, nameInHaproxy } from "../../foundation/escape";
import { own } from "../../foundation/own";
import type { CarriedNat, CarriedRule, CarriedTraffic, Distribution, EdgeMember, LoadDistribution } from "./traffic";

/** What an edge's HAProxy is to do. */
export interface EdgeConfiguration {
  /** The load balancer's ARM id. */
  readonly loadBalancerId: string;
  readonly traffic: CarriedTraffic;
  /** The instances in the load balancer's pools, whether they are well or not, and before they boot. */
  readonly members: readonly EdgeMember[];
  /** Who gets the new connections of a load balancing rule, by the rule's name; instances by their names. A rule that is missing has nobody. */
  readonly distributions: Readonly<Record<string, Distribution>>;
}

/** A configuration as HAProxy reads it. */
export interface HaproxyConfiguration {
  readonly text: string;
  /**
   * Equal for configurations that differ in their distributions only, which HAProxy can be told while it runs. HAProxy has it as its
   * description and so tells which configuration it runs with.
   */
  readonly fingerprint: string;
  /** The servers of all load balancing rules. */
  readonly servers: readonly RuleServer[];
  /** The rules whose standing connections have to end. */
  readonly endedRules: readonly string[];
}

/** An instance in HAProxy's section for a load balancing rule. */
export interface RuleServer {
  /** HAProxy's name of the section. */
  readonly section: string;
  /** HAProxy's name of the instance. */
  readonly server: string;
  readonly getsNewConnections: boolean;
}

/** Where the edge's container has the folder that it shares with the region. */
export const folderInContainer = "/edge";

/** HAProxy's names for what its sections have in common. */
const ruleDefaults = "loadBalancingRules";
const natDefaults = "inboundNat";

const ruleSectionPrefix = "loadBalancingRule:";

/** HAProxy's name of the section for a load balancing rule. */
export function ruleSection({ name }: Pick<CarriedRule, "name">): string {
  return `${ruleSectionPrefix}${haproxyName(name)}`;
}

/** True for the name of a section that stands for a load balancing rule. */
export function isRuleSection(section: string): boolean {
  return section.startsWith(ruleSectionPrefix);
}

/** HAProxy's name of the section for an instance's port of a NAT rule or NAT pool. */
export function natSection({ kind, name }: Pick<CarriedNat, "kind" | "name">, port: number): string {
  return `${kind}:${haproxyName(name)}:${port}`;
}

/** The name of the load balancing rule, NAT rule or NAT pool that a section stands for. */
export function nameOfSection(section: string): string {
  const [, name = ""] = /^[^:]*:(.*)$/.exec(section) ?? [];
  return nameInHaproxy(isRuleSection(section) ? name : name.replace(/:\d+$/, ""));
}

/** Writes HAProxy's configuration for a load balancer, with comments that say what of it each part stands for. */
export function haproxyConfiguration(configuration: EdgeConfiguration): HaproxyConfiguration {
  const fingerprint = crypto
    .createHash("sha256")
    .update(configurationText({ ...configuration, distributions: {} }, ""))
    .digest("hex")
    .slice(0, 16);
  const { traffic, distributions } = configuration;
  return {
    text: configurationText(configuration, fingerprint),
    fingerprint,
    servers: traffic.rules.flatMap((rule) => serversOf(rule, configuration)),
    endedRules: traffic.rules.filter(({ name }) => own(distributions, name)?.standingConnectionsGoOn === false).map(ruleSection),
  };
}

function configurationText(configuration: EdgeConfiguration, fingerprint: string): string {
  const { traffic, members } = configuration;
  const sections = [
    opening(configuration, fingerprint),
    ...traffic.rules.map((rule) => ruleText(rule, configuration)),
    ...traffic.nats.flatMap((nat) => natTexts(nat, members)),
  ];
  return `${sections.join("\n\n")}\n`;
}

function opening({ loadBalancerId, traffic }: EdgeConfiguration, fingerprint: string): string {
  const notCarried = traffic.notCarried.map(({ property, because }) => haproxyComment(`Not carried: ${property}. ${because}`));
  return [
    "# HAProxy as the edge of a load balancer. The local region writes this file anew with every change; nothing else is read from it.",
    haproxyComment(loadBalancerId),
    ...notCarried,
    "",
    "global",
    "  # Names this configuration, so that the region can ask which one runs.",
    `  description ${fingerprint}`,
    "  # Connections on their way from one thread to another are reset where HAProxy just takes a new configuration.",
    "  tune.listener.multi-queue off",
    "  # There is no maxconn: HAProxy takes as many connections as it may open files for.",
    "",
    `defaults ${ruleDefaults}`,
    "  mode tcp",
    "  # A client whose instance is silent waits, as with its SYN repeated: each second the instance is chosen anew from those that get",
    "  # new connections by then. Where it refuses, all the retries are made at once, and the client's connection ends.",
    "  timeout connect 1s",
    "  retries 30",
    "  option redispatch 1",
    "  hash-type map-based crc32",
    "",
    `defaults ${natDefaults}`,
    "  mode tcp",
    "  # There is no other instance. A silent one is waited for; where it refuses, the client's connection ends.",
    "  timeout connect 30s",
    "  retries 0",
  ].join("\n");
}

function ruleText(rule: CarriedRule, configuration: EdgeConfiguration): string {
  const { name, property, frontendPort, backendPort, backendAddressPools, probe, loadDistribution } = rule;
  const members = membersOf(rule, configuration.members);
  const heading = [
    haproxyComment(`${property} "${name}": port ${frontendPort} to port ${backendPort} of the pool ${backendAddressPools.join(", ")}.`),
    haproxyComment(`Probe: ${probe ?? "none"}. ${idleText(rule)}`),
  ];
  const closed = members.filter(({ closedPorts }) => closedPorts[backendPort] !== undefined);
  if (members.length > 0 && closed.length === members.length) {
    return [...heading, haproxyComment(`Closed: ${closed[0].closedPorts[backendPort]}.`)].join("\n");
  }
  const distribution = own(configuration.distributions, name);
  const section = ruleSection(rule);
  const servers = serversOf(rule, configuration);
  return [
    ...heading,
    ...(distribution ? [haproxyComment(`New connections: ${distribution.reason}.`)] : []),
    `listen ${section} from ${ruleDefaults}`,
    `  bind :${frontendPort}`,
    ...idleTimeouts(rule),
    "  # Nobody for new connections: they are reset.",
    `  tcp-request connection reject if { nbsrv(${section}) eq 0 }`,
    ...balance(loadDistribution),
    ...members.map((member) => serverText(member, backendPort, servers)),
  ].join("\n");
}

function serverText(member: EdgeMember, backendPort: number, servers: readonly RuleServer[]): string {
  const { name, address, zone, closedPorts } = member;
  const isOut = servers.some(({ server, getsNewConnections }) => server === haproxyName(name) && !getsNewConnections);
  const remarks = [zone && `zone ${zone}`, closedPorts[backendPort] && `closed: ${closedPorts[backendPort]}`].filter(Boolean);
  const remark = remarks.length > 0 ? ` ${haproxyComment(remarks.join("; "))}` : "";
  return `  server ${haproxyName(name)} ${address}:${backendPort}${isOut ? " disabled" : ""}${remark}`;
}

function serversOf(rule: CarriedRule, { members, distributions }: EdgeConfiguration): RuleServer[] {
  const newConnections = own(distributions, rule.name)?.newConnections ?? [];
  return membersOf(rule, members).map(({ name, closedPorts }) => ({
    section: ruleSection(rule),
    server: haproxyName(name),
    getsNewConnections: newConnections.includes(name) && closedPorts[rule.backendPort] === undefined,
  }));
}

function membersOf({ backendAddressPools }: CarriedRule, members: readonly EdgeMember[]): EdgeMember[] {
  return members.filter((member) => member.backendAddressPools.some((pool) => backendAddressPools.includes(pool.toLowerCase())));
}

/** The instance is chosen by a hash of what tells flows apart on one frontend port: the source's address, with or without its port. */
function balance(loadDistribution: LoadDistribution): string[] {
  return loadDistribution === "Default"
    ? [
        "  # loadDistribution Default: by the flow's five values, of which only the source's address and port differ here.",
        "  tcp-request connection set-var(sess.source_port) src_port",
        "  balance hash src,concat(:,sess.source_port)",
      ]
    : [
        `  # loadDistribution ${loadDistribution}: by the source's address. All visitors from this computer have one.`,
        "  balance hash src",
      ];
}

function natTexts(nat: CarriedNat, members: readonly EdgeMember[]): string[] {
  const { name, property, firstPort, lastPort, backendPort } = nat;
  const heading = [
    haproxyComment(`${property} "${name}": each port from ${firstPort} to ${lastPort} to port ${backendPort} of one instance.`),
    haproxyComment(idleText(nat)),
  ];
  const mapped = members.filter(({ natPorts }) => own(natPorts, name) !== undefined);
  return [heading.join("\n"), ...mapped.map((member) => natText(nat, member))];
}

function natText(nat: CarriedNat, member: EdgeMember): string {
  const port = own(member.natPorts, nat.name) ?? 0;
  const closed = member.closedPorts[nat.backendPort];
  if (closed !== undefined) {
    return haproxyComment(`Port ${port} to ${member.name} is closed: ${closed}.`);
  }
  return [
    `listen ${natSection(nat, port)} from ${natDefaults}`,
    `  bind :${port}`,
    ...idleTimeouts(nat),
    `  server ${haproxyName(member.name)} ${member.address}:${nat.backendPort}`,
  ].join("\n");
}

function idleTimeouts({ idleTimeoutInMinutes }: CarriedRule | CarriedNat): string[] {
  const milliseconds = Math.round(idleTimeoutInMinutes * 60_000);
  return [`  timeout client ${milliseconds}ms`, `  timeout server ${milliseconds}ms`];
}

function idleText({ idleTimeoutInMinutes, enableTcpReset }: CarriedRule | CarriedNat): string {
  const onAzure = enableTcpReset ? "reset" : "dropped silently";
  return `Idle for ${idleTimeoutInMinutes} min, a connection is closed (on Azure ${onAzure}).`;
}
