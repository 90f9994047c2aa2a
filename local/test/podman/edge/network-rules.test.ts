import { inboundAccess, type InboundFlow, readSecurityGroup, type SecurityGroup } from "../../../region/podman/edge/network-rules";
import type { Properties } from "../../../../azure/properties/value";
import { proves } from "../../support/proves";

function group(name: string, ...securityRules: Properties[]): SecurityGroup {
  return readSecurityGroup({ name, securityRules });
}

/** A rule that opens port 80 to the internet, unless it is changed. */
function securityRule(change: Properties = {}): Properties {
  return {
    name: "allow-site",
    priority: 100,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: "Internet",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "80",
    ...change,
  };
}

const visitor: InboundFlow = { from: "visitor", address: "10.0.1.4", port: 80, applicationSecurityGroups: [] };
const probe: InboundFlow = { ...visitor, from: "probe" };

function opens(change: Properties, flow = visitor): boolean {
  return inboundAccess([group("web-nsg", securityRule(change))], flow).isAllowed;
}

describe("network security groups", () => {
  it("Security rules are tried in the order of their priorities, and the first that fits decides", () => {
    proves("security-order");
    const deny = securityRule({ name: "deny-all", access: "Deny", protocol: "*", sourceAddressPrefix: "*", destinationPortRange: "*" });
    const before = group("web-nsg", securityRule(), { ...deny, priority: 99 });
    const after = group("web-nsg", { ...deny, priority: 101 }, securityRule());
    expect(inboundAccess([before], visitor)).toEqual({ isAllowed: false, reason: "deny-all of web-nsg denies it" });
    expect(inboundAccess([after], visitor)).toEqual({ isAllowed: true, reason: "allow-site of web-nsg allows it" });
  });

  it("take the rules that are resources of their own among those of their group", () => {
    const deny = securityRule({ name: "deny-all", access: "Deny", priority: 99, sourceAddressPrefix: "*" });
    const own = [deny, securityRule({ priority: 98 }), securityRule({ direction: "Outbound", priority: 97 })];
    const declared = { name: "web-nsg", securityRules: [securityRule()] };
    const decided = (...rules: Properties[]) => inboundAccess([readSecurityGroup(declared, rules)], visitor).reason;
    expect(decided(deny)).toBe("deny-all of web-nsg denies it");
    expect(decided(...own)).toBe("allow-site of web-nsg allows it");
    expect(decided()).toBe("allow-site of web-nsg allows it");
  });

  it("A network security group without rules of its own keeps visitors out and lets probes in", () => {
    proves("security-defaults");
    expect(inboundAccess([group("web-nsg")], visitor)).toEqual({ isAllowed: false, reason: "DenyAllInBound of web-nsg denies it" });
    expect(inboundAccess([group("web-nsg")], probe).isAllowed).toBe(true);
  });

  it("Without a network security group visitors are kept out and probes are not", () => {
    proves("security-none");
    expect(inboundAccess([], visitor)).toEqual({ isAllowed: false, reason: "no network security group opens it" });
    expect(inboundAccess([], probe).isAllowed).toBe(true);
  });

  it("The groups of the subnet and of the network interface have to let a connection in both", () => {
    proves("security-both");
    const open = group("subnet-nsg", securityRule());
    expect(inboundAccess([open, group("interface-nsg", securityRule())], visitor).isAllowed).toBe(true);
    expect(inboundAccess([open, group("interface-nsg")], visitor)).toEqual({
      isAllowed: false,
      reason: "DenyAllInBound of interface-nsg denies it",
    });
    expect(inboundAccess([group("interface-nsg"), open], visitor).isAllowed).toBe(false);
  });

  it("A visitor is at 127.0.0.1, and comes from the internet", () => {
    proves("security-visitor");
    const sources = ["*", "Internet", "INTERNET", "0.0.0.0/0", "127.0.0.1", "127.0.0.1/32", "127.0.0.0/8", "126.0.0.0/7"];
    expect(sources.filter((sourceAddressPrefix) => !opens({ sourceAddressPrefix }))).toEqual([]);
    const others = ["203.0.113.0/24", "126.0.0.0/8", "127.0.0.2", "VirtualNetwork", "AzureLoadBalancer", "Storage", "::/0", ""];
    expect(others.filter((sourceAddressPrefix) => opens({ sourceAddressPrefix }))).toEqual([]);
  });

  it("deny the probes' source by its tag or with everything", () => {
    const denies = (sourceAddressPrefix: string) => !opens({ access: "Deny", sourceAddressPrefix, destinationPortRange: "*" }, probe);
    expect(["AzureLoadBalancer", "*", "168.63.129.16", "VirtualNetwork"].filter((source) => !denies(source))).toEqual([]);
    expect(["Internet", "127.0.0.1", "10.0.0.0/8"].filter(denies)).toEqual([]);
  });

  it("look at the instance's own port and address", () => {
    expect(opens({ destinationPortRange: "8080" })).toBe(false);
    const ranges = ["80", "80-80", "79-80", "80-81", "*", "0-65535"];
    expect(ranges.filter((destinationPortRange) => !opens({ destinationPortRange }))).toEqual([]);
    expect(["79", "81-90", "70-79"].filter((destinationPortRange) => opens({ destinationPortRange }))).toEqual([]);
    const places = ["10.0.1.4", "10.0.1.0/24", "VirtualNetwork", "*"];
    expect(places.filter((destinationAddressPrefix) => !opens({ destinationAddressPrefix }))).toEqual([]);
    expect(["10.0.1.5", "10.0.2.0/24", "Internet"].filter((destinationAddressPrefix) => opens({ destinationAddressPrefix }))).toEqual([]);
  });

  it("take lists of addresses and ports as well", () => {
    const lists = {
      sourceAddressPrefix: null,
      sourceAddressPrefixes: ["203.0.113.0/24", "127.0.0.1/32"],
      destinationPortRange: null,
      destinationPortRanges: ["443", "80"],
    };
    expect(opens(lists)).toBe(true);
    expect(opens({ ...lists, sourceAddressPrefixes: ["203.0.113.0/24"] })).toBe(false);
    expect(opens({ ...lists, destinationPortRanges: ["443"] })).toBe(false);
  });

  it("leave out rules of the other direction, of other protocols, and for a few source ports only", () => {
    expect(opens({ direction: "Outbound" })).toBe(false);
    expect(opens({ protocol: "Udp" })).toBe(false);
    expect([opens({ protocol: "TCP" }), opens({ protocol: "*" }), opens({ direction: "inbound", access: "allow" })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([opens({ sourcePortRange: "1024-65535" }), opens({ sourcePortRange: "32768-60999" })]).toEqual([true, true]);
    expect([opens({ sourcePortRange: "32769-65535" }), opens({ sourcePortRange: "1024-60998" })]).toEqual([false, false]);
  });

  it("A security rule for application security groups is for the instances that are in them, and for no other", () => {
    proves("security-application-groups");
    const member: InboundFlow = { ...visitor, applicationSecurityGroups: ["/groups/web", "/groups/all"] };
    const toGroups = (...names: string[]) => ({
      destinationAddressPrefix: null,
      destinationApplicationSecurityGroups: names.map((name) => ({ id: `/groups/${name}` })),
    });
    expect([opens(toGroups("Web"), member), opens(toGroups("data", "all"), member)]).toEqual([true, true]);
    expect([opens(toGroups("data"), member), opens(toGroups("web"), visitor)]).toEqual([false, false]);
    const denied = { ...toGroups("web"), access: "Deny", sourceAddressPrefix: "*", destinationPortRange: "*" };
    expect([opens(denied, { ...member, from: "probe" }), opens(denied, probe)]).toEqual([false, true]);
  });

  it("hold neither visitors nor probes in an application security group", () => {
    const fromGroup = { sourceAddressPrefix: null, sourceApplicationSecurityGroups: [{ id: "/groups/web" }] };
    const member: InboundFlow = { ...visitor, applicationSecurityGroups: ["/groups/web"] };
    expect(opens(fromGroup, member)).toBe(false);
    expect(opens({ ...fromGroup, access: "Deny", destinationPortRange: "*" }, { ...member, from: "probe" })).toBe(true);
  });
});
