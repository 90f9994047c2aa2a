import { check, refusedPaths } from "../support/settings";

const subnetId = "/subscriptions/0/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub/subnets/web";

describe("the address ranges", () => {
  it.each(["10.0.0.0/16", "192.168.4.0/22", "200.0.0.0/8"])("may be %s", (prefix) => {
    const subnetAddressPrefix = prefix.replace(/\/\d+$/, "/24");
    expect(refusedPaths({ virtualNetworkAddressPrefix: prefix, subnetAddressPrefix })).toEqual([]);
  });

  it.each(["10.0.0.0", "10.0.0/16", "10.0.0.0/33", "10.0.0.256/16", "10.0.0.0/7", "fd00::/48", ""])(
    "of the network must not be %j",
    (virtualNetworkAddressPrefix) => {
      expect(refusedPaths({ virtualNetworkAddressPrefix })).toEqual(["virtualNetworkAddressPrefix"]);
    },
  );

  it("say how to write a block that has bits after its prefix", () => {
    const { problems } = check({ subnetAddressPrefix: "10.0.3.7/24" });
    expect(problems).toMatchObject([{ path: "web-tier:subnetAddressPrefix", given: '"10.0.3.7/24"', fix: "write 10.0.3.0/24" }]);
  });

  it("must have the subnet inside the network", () => {
    expect(refusedPaths({ subnetAddressPrefix: "10.0.255.0/24" })).toEqual([]);
    expect(refusedPaths({ subnetAddressPrefix: "10.1.0.0/24" })).toEqual(["subnetAddressPrefix"]);
    expect(refusedPaths({ subnetAddressPrefix: "10.0.0.0/15", virtualNetworkAddressPrefix: "10.0.0.0/16" })).toEqual([
      "subnetAddressPrefix",
    ]);
  });

  it("must have room for all instances and an upgrade, beside Azure's five addresses", () => {
    // A /28 has 16 addresses, 11 of them for instances; 8 instances become 11 during an upgrade.
    const small = { subnetAddressPrefix: "10.0.0.0/28", scaleInCpuPercent: 20 };
    expect(refusedPaths({ ...small, maximumInstances: 8 })).toEqual([]);
    expect(refusedPaths({ ...small, maximumInstances: 9 })).toEqual(["subnetAddressPrefix"]);
  });
});

describe("the sources of SSH", () => {
  it.each(["203.0.113.7/32", "198.51.100.0/24", "0.0.0.0/1"])("may be %s", (source) => {
    expect(refusedPaths({ sshSourceAddressPrefixes: [source] })).toEqual([]);
  });

  it.each(["*", "Internet", "0.0.0.0/0", "203.0.113.7", "203.0.113.7/24", "::/0", ""])("must not be %j", (source) => {
    expect(refusedPaths({ sshSourceAddressPrefixes: ["203.0.113.7/32", source] })).toEqual(["sshSourceAddressPrefixes[1]"]);
  });

  it("say how to write a single address", () => {
    expect(check({ sshSourceAddressPrefixes: ["203.0.113.7"] }).problems[0].fix).toBe("write 203.0.113.7/32 for this one address");
  });
});

describe("an existing subnet", () => {
  it("is named by its id, in any case", () => {
    expect(refusedPaths({ subnetId })).toEqual([]);
    expect(refusedPaths({ subnetId: subnetId.toLowerCase() })).toEqual([]);
  });

  it.each(["web", subnetId.replace("/subnets/web", ""), `${subnetId}/`, subnetId.slice(1)])("must not be %s", (id) => {
    expect(refusedPaths({ subnetId: id })).toEqual(["subnetId"]);
  });

  it("keeps its own security rules, so SSH sources have no place", () => {
    expect(refusedPaths({ subnetId, sshSourceAddressPrefixes: ["203.0.113.7/32"] })).toEqual(["sshSourceAddressPrefixes"]);
  });

  it("keeps its own NAT gateway, so the tier cannot attach one", () => {
    expect(refusedPaths({ subnetId, outbound: "natGateway" })).toEqual(["outbound"]);
  });

  it("need not have addresses of its own in the settings", () => {
    expect(refusedPaths({ subnetId, virtualNetworkAddressPrefix: "unused", subnetAddressPrefix: "unused" })).toEqual([]);
  });
});

describe("the outbound ports of an instance", () => {
  // With 3 instances there can be 5 at a time. Of 64,000 ports, 8 go to port 80 and 120 to SSH: 63,872 / 5 = 12,774, and 12,768 is
  // the next multiple of 8.
  it.each([8, 2048, 12_768])("may be %i", (allocatedOutboundPorts) => {
    expect(refusedPaths({ allocatedOutboundPorts })).toEqual([]);
  });

  it.each([0, -8, 2049, 12_776])("must not be %i", (allocatedOutboundPorts) => {
    expect(refusedPaths({ allocatedOutboundPorts })).toEqual(["allocatedOutboundPorts"]);
  });

  it("are fewer where there are more instances", () => {
    const { problems } = check({ maximumInstances: 24 });
    expect(problems).toMatchObject([{ path: "web-tier:allocatedOutboundPorts", given: "2048" }]);
    expect(problems[0].allowed).toContain("from 8 to 1992, for one address and the 32 instances");
  });

  it("count the instances of schedules too", () => {
    const sale = { name: "sale", minimum: 2, default: 2, maximum: 24, start: "2027-11-26T00:00", end: "2027-11-27T00:00" };
    expect(refusedPaths({ schedules: [sale] })).toEqual(["allocatedOutboundPorts"]);
  });

  it("do not matter with a NAT gateway", () => {
    expect(refusedPaths({ outbound: "natGateway", allocatedOutboundPorts: 1 })).toEqual([]);
  });
});
