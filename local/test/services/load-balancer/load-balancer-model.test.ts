import { readLoadBalancer } from "../../../region/services/load-balancer/load-balancer-model";

function probe(change: { protocol?: string; noHealthyBackendsBehavior?: string }) {
  const declared = { name: "readiness", protocol: "Http", port: 80, requestPath: "/", ...change };
  return readLoadBalancer({ probes: [declared] }).probes.get("readiness");
}

describe("a load balancer's probe", () => {
  it.each(["AllProbedDown", "AllProbedUp"])("may spell %s in any case", (behavior) => {
    expect(probe({ noHealthyBackendsBehavior: behavior.toLowerCase() })?.whenAllAreDown).toBe(behavior);
  });

  it.each(["Tcp", "Http", "Https"])("may spell the protocol %s in any case", (protocol) => {
    expect(probe({ protocol: protocol.toUpperCase() })?.settings.protocol).toBe(protocol);
  });
});
