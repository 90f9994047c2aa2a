import { publishedPorts } from "../../../region/podman/edge/traffic";
import type { Properties } from "../../../../azure/properties/value";
import { natRule, rule, traffic } from "./specification";
import { proves } from "../../support/proves";

/** The properties that are not carried. */
function notCarried(change: Parameters<typeof traffic>[0]): string[] {
  return traffic(change).notCarried.map(({ property }) => property);
}

const frontendIPConfigurations: Properties[] = [
  { name: "site", publicIPAddress: { id: "/…/publicIPAddresses/one" } },
  { name: "other", publicIPAddress: { id: "/…/publicIPAddresses/two" } },
  { name: "inside", subnet: { id: "/…/subnets/instances" } },
];
const onOther = { frontendIPConfiguration: { id: "/…/frontendIPConfigurations/other" } };

describe("the traffic of a load balancer", () => {
  it("is read with Azure's defaults where nothing is given", () => {
    expect(traffic({ loadBalancingRules: [rule({ enableTcpReset: null, probe: null })] }).rules).toEqual([
      {
        property: "loadBalancingRules[0]",
        name: "site",
        frontendPort: 8080,
        backendPort: 80,
        backendAddressPools: ["instances"],
        loadDistribution: "Default",
        idleTimeoutInMinutes: 4,
        enableTcpReset: false,
      },
    ]);
  });

  it("is read as it is declared, whatever the case of a value", () => {
    const [read] = traffic({
      loadBalancingRules: [rule({ protocol: "TCP", loadDistribution: "sourceIPProtocol", idleTimeoutInMinutes: 30 })],
    }).rules;
    expect(read).toMatchObject({
      probe: "readiness",
      loadDistribution: "SourceIPProtocol",
      idleTimeoutInMinutes: 30,
      enableTcpReset: true,
    });
  });

  it("includes NAT rules of a backend pool and NAT pools alike", () => {
    expect(traffic().nats).toMatchObject([{ kind: "inboundNatRule", name: "ssh", pool: "instances", firstPort: 50000, lastPort: 50003 }]);
    const pool = natRule({ name: "SSH", backendAddressPool: null });
    expect(traffic({ inboundNatRules: null, inboundNatPools: [pool] }).nats).toMatchObject([
      { kind: "inboundNatPool", name: "SSH", pool: "ssh", firstPort: 50000, lastPort: 50003 },
    ]);
  });

  it("has every frontend port of its rules and ranges published, once and in order", () => {
    const rules = [rule({ frontendPort: 8443, name: "tls" }), rule()];
    expect(publishedPorts(traffic({ loadBalancingRules: rules }))).toEqual([8080, 8443, 50000, 50001, 50002, 50003]);
  });

  it("What the edge does not carry is named: UDP, internal frontends, NAT rules of one machine, one port on two frontends, large NAT ranges", () => {
    proves("edge-not-carried");
    expect(
      notCarried({ loadBalancingRules: [rule({ protocol: "Udp" }), rule({ name: "any", protocol: "All", frontendPort: 0 })] }),
    ).toEqual(["loadBalancingRules[0]", "loadBalancingRules[1]"]);
    const inside = rule({ frontendIPConfiguration: { id: "/…/frontendIPConfigurations/INSIDE" } });
    expect(notCarried({ frontendIPConfigurations, loadBalancingRules: [inside] })).toEqual(["loadBalancingRules[0]"]);
    const ofOneMachine = { name: "one", protocol: "Tcp", frontendPort: 2222, backendPort: 22, ...onOther };
    expect(notCarried({ frontendIPConfigurations, inboundNatRules: [ofOneMachine] })).toEqual(["inboundNatRules[0]"]);
    const again = rule({ name: "again", ...onOther });
    expect(traffic({ frontendIPConfigurations, loadBalancingRules: [rule(), again] }).notCarried).toEqual([
      {
        property: "loadBalancingRules[1]",
        because:
          "loadBalancingRules[0] has port 8080 of another frontend already, and all public frontends are 127.0.0.1 on this computer.",
      },
    ]);
    expect(notCarried({ frontendIPConfigurations, loadBalancingRules: [rule({ frontendPort: 50003, ...onOther })] })).toEqual([
      "inboundNatRules[0]",
    ]);
    expect(notCarried({ inboundNatRules: [natRule({ frontendPortRangeEnd: 50064 })] })).toEqual([
      "inboundNatRules[0].frontendPortRangeEnd",
    ]);
  });

  it("is carried whole where there is nothing of that kind, up to 64 ports of a NAT range", () => {
    expect(notCarried({})).toEqual([]);
    const whole = traffic({ inboundNatRules: [natRule({ frontendPortRangeEnd: 50063 })] });
    expect(whole).toMatchObject({ notCarried: [], nats: [{ lastPort: 50063 }] });
    const cut = traffic({ inboundNatRules: [natRule({ frontendPortRangeEnd: 50119 })] });
    expect(publishedPorts(cut)).toHaveLength(1 + 64);
    expect(notCarried({ frontendIPConfigurations, loadBalancingRules: [rule({ frontendPort: 50004, ...onOther })] })).toEqual([]);
  });
});
