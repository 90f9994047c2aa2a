import { LoadBalancer, type LoadBalancerArgs } from "../src/load-balancer";
import { deploy, idOf, valueOf } from "./support/deploy";
import { remembered } from "./support/remembered";

const args: LoadBalancerArgs = {
  resourceGroupName: "group",
  publicIpAddressId: "/addresses/site",
  frontendPort: 80,
  backendPort: 8080,
  readiness: { requestPath: "/readyz", intervalInSeconds: 5, threshold: 2 },
  inboundNat: "pools",
  sshPorts: { start: 50_000, end: 50_119 },
  allocatedOutboundPorts: 2048,
};

const loadBalancerOf = remembered((overrides: Partial<LoadBalancerArgs>, preview: boolean) =>
  deploy(() => new LoadBalancer("web", { ...args, ...overrides }), { preview }),
);

const ssh = {
  name: "ssh",
  protocol: "Tcp",
  frontendPortRangeStart: 50_000,
  frontendPortRangeEnd: 50_119,
  backendPort: 22,
  frontendIPConfiguration: { id: "$self/frontendIPConfigurations/site" },
  idleTimeoutInMinutes: 4,
  enableTcpReset: true,
  enableFloatingIP: false,
};

describe.each([
  { mode: "update", preview: false },
  { mode: "preview", preview: true },
])("in a run of $mode, the load balancer", ({ preview }) => {
  const inputsOf = async (overrides: Partial<LoadBalancerArgs> = {}) =>
    (await loadBalancerOf(overrides, preview)).find("azure-native:network:LoadBalancer").inputs;

  it("is a Standard one, with the public address and no zones of its own", async () => {
    const inputs = await inputsOf();
    expect(inputs.sku).toEqual({ name: "Standard", tier: "Regional" });
    expect(inputs.frontendIPConfigurations).toEqual([{ name: "site", publicIPAddress: { id: "/addresses/site" } }]);
    expect(inputs.backendAddressPools).toEqual([{ name: "instances" }]);
  });

  it("leads the site's port to the instances that are ready, and to no outbound connection", async () => {
    expect((await inputsOf({ frontendPort: 8081 })).loadBalancingRules).toEqual([
      {
        name: "site",
        protocol: "Tcp",
        frontendPort: 8081,
        backendPort: 8080,
        frontendIPConfiguration: { id: "$self/frontendIPConfigurations/site" },
        backendAddressPool: { id: "$self/backendAddressPools/instances" },
        probe: { id: "$self/probes/readiness" },
        loadDistribution: "Default",
        enableFloatingIP: false,
        idleTimeoutInMinutes: 4,
        enableTcpReset: true,
        disableOutboundSnat: true,
      },
    ]);
  });

  it("asks for the readiness path where the site is", async () => {
    const readiness = { requestPath: "/ready", intervalInSeconds: 7, threshold: 3 };
    expect((await inputsOf({ readiness })).probes).toEqual([
      {
        name: "readiness",
        protocol: "Http",
        port: 8080,
        requestPath: "/ready",
        intervalInSeconds: 7,
        numberOfProbes: 3,
        probeThreshold: 3,
      },
    ]);
  });

  it("gives each instance its share of the outbound ports", async () => {
    expect((await inputsOf({ allocatedOutboundPorts: 1024 })).outboundRules).toEqual([
      {
        name: "internet",
        protocol: "All",
        frontendIPConfigurations: [{ id: "$self/frontendIPConfigurations/site" }],
        backendAddressPool: { id: "$self/backendAddressPools/instances" },
        allocatedOutboundPorts: 1024,
        idleTimeoutInMinutes: 4,
        enableTcpReset: true,
      },
    ]);
  });

  it("is no way out where instances have another", async () => {
    expect(await inputsOf({ allocatedOutboundPorts: undefined })).not.toHaveProperty("outboundRules");
  });

  it("leads SSH ports to instances by a pool", async () => {
    const inputs = await inputsOf();
    expect(inputs.inboundNatPools).toEqual([ssh]);
    expect(inputs).not.toHaveProperty("inboundNatRules");
  });

  it("leads SSH ports to instances by a rule of version 2 over the backend pool", async () => {
    const inputs = await inputsOf({ inboundNat: "rules" });
    expect(inputs.inboundNatRules).toEqual([{ ...ssh, backendAddressPool: { id: "$self/backendAddressPools/instances" } }]);
    expect(inputs).not.toHaveProperty("inboundNatPools");
  });
});

describe("the ids for the scale set", () => {
  const id = idOf("azure-native:network:LoadBalancer", "web-lb");

  it("are in the load balancer that was created", async () => {
    const { result } = await loadBalancerOf({}, false);
    expect(await valueOf(result.id)).toBe(id);
    expect(await valueOf(result.backendAddressPoolId)).toBe(`${id}/backendAddressPools/instances`);
    expect(result.inboundNatPoolId && (await valueOf(result.inboundNatPoolId))).toBe(`${id}/inboundNatPools/ssh`);
  });

  it("have no NAT pool on the way from pools to rules, while the load balancer still has one", async () => {
    const { result, find } = await loadBalancerOf({ inboundNat: "detachedPools" }, false);
    expect(result.inboundNatPoolId).toBeUndefined();
    expect(find("azure-native:network:LoadBalancer").inputs.inboundNatPools).toEqual([ssh]);
  });

  it("have no NAT pool with rules", async () => {
    expect((await loadBalancerOf({ inboundNat: "rules" }, false)).result.inboundNatPoolId).toBeUndefined();
  });
});
