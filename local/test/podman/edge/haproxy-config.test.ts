import { type EdgeConfiguration, haproxyConfiguration } from "../../../region/podman/edge/haproxy-config";
import { loadBalancerId, member, natRule, rule, to, traffic } from "./specification";

const members = [
  member("web_0", "10.0.1.4", { zone: "1", natPorts: { ssh: 50000 } }),
  member("web_1", "10.0.1.5", { zone: "2", natPorts: { ssh: 50001 } }),
];

function configuration(change: Partial<EdgeConfiguration> = {}): EdgeConfiguration {
  return { loadBalancerId, traffic: traffic(), members, distributions: { site: to("web_0", "web_1") }, ...change };
}

function text(change: Partial<EdgeConfiguration> = {}): string {
  return haproxyConfiguration(configuration(change)).text;
}

/** The lines of the section whose first line begins so. */
function section(start: string, change: Partial<EdgeConfiguration> = {}): string[] {
  const lines = text(change).split("\n");
  const first = lines.findIndex((line) => line.startsWith(start));
  const length = lines.slice(first).findIndex((line) => line === "");
  return first < 0 ? [] : lines.slice(first, first + length).map((line) => line.trim());
}

describe("the configuration of HAProxy", () => {
  it("listens on the rule's port and names every instance of its pool, whether it gets new connections or not", () => {
    const lines = section("listen loadBalancingRule:site", { distributions: { site: to("web_1") } });
    expect(lines).toContain("bind :8080");
    expect(lines.filter((line) => line.startsWith("server"))).toEqual([
      "server web_0 10.0.1.4:80 disabled # zone 1",
      "server web_1 10.0.1.5:80 # zone 2",
    ]);
  });

  it("has nobody for new connections as long as nothing was decided", () => {
    const { servers } = haproxyConfiguration(configuration({ distributions: {} }));
    expect(servers.map(({ getsNewConnections }) => getsNewConnections)).toEqual([false, false]);
  });

  it("leaves out the instances of other pools", () => {
    const other = member("db_0", "10.0.1.9", { backendAddressPools: ["databases"] });
    const inCapitals = member("web_2", "10.0.1.6", { backendAddressPools: ["Instances"] });
    const lines = section("listen loadBalancingRule:site", { members: [other, inCapitals] });
    expect(lines.filter((line) => line.startsWith("server"))).toEqual(["server web_2 10.0.1.6:80 disabled"]);
  });

  it("gives each instance's NAT port a section of its own, and none to an instance without a port", () => {
    const sections = text({ members: [...members, member("web_2", "10.0.1.6")] }).match(/^listen inboundNat.*$/gm);
    expect(sections).toEqual(["listen inboundNatRule:ssh:50000 from inboundNat", "listen inboundNatRule:ssh:50001 from inboundNat"]);
    expect(section("listen inboundNatRule:ssh:50001")).toEqual(
      expect.arrayContaining(["bind :50001", "server web_1 10.0.1.5:22", "timeout client 240000ms", "timeout server 240000ms"]),
    );
  });

  it("ends idle connections after the rule's time, on both sides", () => {
    const lines = section("listen loadBalancingRule:site", {
      traffic: traffic({ loadBalancingRules: [rule({ idleTimeoutInMinutes: 15 })] }),
    });
    expect(lines).toEqual(expect.arrayContaining(["timeout client 900000ms", "timeout server 900000ms"]));
  });

  it("chooses by the source's address and port, or by its address alone", () => {
    const balance = (loadDistribution: string) =>
      section("listen loadBalancingRule:site", { traffic: traffic({ loadBalancingRules: [rule({ loadDistribution })] }) }).find((line) =>
        line.startsWith("balance"),
      );
    expect(balance("Default")).toBe("balance hash src,concat(:,sess.source_port)");
    expect([balance("SourceIP"), balance("SourceIPProtocol")]).toEqual(["balance hash src", "balance hash src"]);
  });

  it("has no listener for a port that is closed to all, and says why", () => {
    const closed = members.map((one) => ({ ...one, closedPorts: { 80: "DenyAllInBound of web-nsg denies it" } }));
    expect(text({ members: closed })).not.toContain("bind :8080");
    expect(text({ members: closed })).toContain("# Closed: DenyAllInBound of web-nsg denies it.");
    expect(text({ members: closed })).toContain("bind :50000");
    expect(haproxyConfiguration(configuration({ members: closed })).servers.every(({ getsNewConnections }) => !getsNewConnections)).toBe(
      true,
    );
  });

  it("gives an instance no new connections whose port alone is closed, and no listener to its closed NAT port", () => {
    const [first, second] = members;
    const change = {
      members: [{ ...first, closedPorts: { 80: "deny-80 of web-nsg denies it", 22: "deny-22 of web-nsg denies it" } }, second],
    };
    expect(section("listen loadBalancingRule:site", change)).toContain(
      "server web_0 10.0.1.4:80 disabled # zone 1; closed: deny-80 of web-nsg denies it",
    );
    expect(text(change)).toContain("# Port 50000 to web_0 is closed: deny-22 of web-nsg denies it.");
    expect(text(change)).not.toContain("bind :50000");
  });

  it("names the Azure resource, the reason of each decision, and what is not carried", () => {
    const all = text({
      traffic: traffic({ inboundNatRules: [natRule({ protocol: "Udp" })] }),
      distributions: { site: { ...to("web_0"), reason: "the probe of instance web_1 is down" } },
    });
    expect(all).toContain(loadBalancerId);
    expect(all).toContain('# loadBalancingRules[0] "site": port 8080 to port 80 of the pool instances.');
    expect(all).toContain("# New connections: the probe of instance web_1 is down.");
    expect(all).toContain("# Not carried: inboundNatRules[0]. Its protocol is Udp; the edge carries Tcp only.");
  });

  it("has no section for a NAT rule that no instance has a port of, whatever the rule is called", () => {
    const names = ["constructor", "toString", "__proto__"];
    const texts = names.map((name) => text({ traffic: traffic({ inboundNatRules: [natRule({ name })] }) }));
    expect(texts.filter((one) => one.includes("listen inboundNatRule"))).toEqual([]);
  });

  it("says of which rules the standing connections end", () => {
    const ended = { site: { ...to(), standingConnectionsGoOn: false } };
    expect(haproxyConfiguration(configuration({ distributions: ended })).endedRules).toEqual(["loadBalancingRule:site"]);
    expect(haproxyConfiguration(configuration({ distributions: { site: to() } })).endedRules).toEqual([]);
  });

  it("has the same fingerprint whoever gets new connections, and another one for any other change", () => {
    const { fingerprint } = haproxyConfiguration(configuration());
    const changed = (change: Partial<EdgeConfiguration>) => haproxyConfiguration(configuration(change)).fingerprint !== fingerprint;
    expect(changed({ distributions: { site: { ...to(), reason: "all probes are down" } } })).toBe(false);
    expect(text()).toContain(`description ${fingerprint}`);
    expect(changed({ members: members.slice(1) })).toBe(true);
    expect(changed({ members: members.map((one) => ({ ...one, closedPorts: { 22: "closed" } })) })).toBe(true);
    expect(changed({ traffic: traffic({ loadBalancingRules: [rule({ idleTimeoutInMinutes: 5 })] }) })).toBe(true);
  });
});
