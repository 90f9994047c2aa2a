import * as fc from "fast-check";
import { assignNatPorts, natPortMappings } from "../../../region/podman/edge/nat-ports";
import { member, natRule, traffic } from "./specification";
import { proves } from "../../support/proves";

const [nat] = traffic({ inboundNatRules: [natRule({ frontendPortRangeStart: 50000, frontendPortRangeEnd: 50002 })] }).nats;

describe("the ports of inbound NAT", () => {
  it("An instance keeps its NAT port for as long as it is there, and a new one gets the lowest that is free", () => {
    proves("edge-nat-ports");
    const first = assignNatPorts(nat, ["web_0", "web_1", "web_2"], {});
    expect(first).toEqual({ web_0: 50000, web_1: 50001, web_2: 50002 });
    const scaledIn = assignNatPorts(nat, ["web_0", "web_2"], first);
    expect(scaledIn).toEqual({ web_0: 50000, web_2: 50002 });
    expect(assignNatPorts(nat, ["web_3", "web_2", "web_0"], scaledIn)).toEqual({ web_0: 50000, web_2: 50002, web_3: 50001 });
  });

  it("are left out of what they cannot be given to when the range is full", () => {
    expect(assignNatPorts(nat, ["a", "b", "c", "d"], {})).toEqual({ a: 50000, b: 50001, c: 50002 });
    expect(assignNatPorts(nat, ["a", "b", "d"], { a: 50000, b: 50001, c: 50002 })).toEqual({ a: 50000, b: 50001, d: 50002 });
  });

  it("are given anew where the range has moved away from them", () => {
    expect(assignNatPorts(nat, ["a", "b", "c"], { a: 49999, b: 50000, c: 50003 })).toEqual({ a: 50001, b: 50000, c: 50002 });
  });

  it("are each one's own and in the range, and stay, whatever comes and goes", () => {
    const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));
    fc.assert(
      fc.property(fc.array(names), (steps) => {
        let ports: Readonly<Record<string, number>> = {};
        for (const instances of steps) {
          const next = assignNatPorts(nat, instances, ports);
          const given = Object.values(next);
          expect(new Set(given).size).toBe(Math.min(instances.length, 3));
          expect(given.every((port) => port >= 50000 && port <= 50002)).toBe(true);
          for (const kept of instances.filter((name) => ports[name] !== undefined)) {
            expect(next[kept]).toBe(ports[kept]);
          }
          ports = next;
        }
      }),
    );
  });

  it("are shown in order, with the instance and the port that each leads to", () => {
    const members = [
      member("web_1", "10.0.1.5", { natPorts: { ssh: 50001 } }),
      member("web_0", "10.0.1.4", { natPorts: { ssh: 50000, other: 9 } }),
    ];
    expect(natPortMappings([nat], [...members, member("web_2", "10.0.1.6")])).toEqual([
      { inboundNatRuleName: "ssh", instance: "web_0", protocol: "Tcp", frontendPort: 50000, backendPort: 22 },
      { inboundNatRuleName: "ssh", instance: "web_1", protocol: "Tcp", frontendPort: 50001, backendPort: 22 },
    ]);
  });
});
