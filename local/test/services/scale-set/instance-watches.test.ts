import { setTimeout as wait } from "node:timers/promises";
import type { Properties } from "../../../../azure/properties/value";
import { edits, remove, set } from "../../../../azure/test/rules/edits";
import { loadBalancer, loadBalancerId, natPool } from "../../../../azure/test/rules/valid/load-balancer";
import { readSecurityGroup } from "../../../region/podman/edge/network-rules";
import type { Resource } from "../../../region/store/resource";
import type { ScaleSetState } from "../../../region/services/scale-set/scale-set-state";
import { minute } from "./instances";
import { probeId } from "../../../region/services/load-balancer/load-balancer-model";
import { proves } from "../../support/proves";
import { PlannedSet } from "./planned-set";
import { WatchedSet } from "./watched-set";

const userData = "virtualMachineProfile.userData";
const ip = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0]";
const imageId = "virtualMachineProfile.storageProfile.imageReference.id";
const inPlace = set("upgradePolicy.rollingUpgradePolicy.maxSurge", false);
const takesBack = set("upgradePolicy.rollingUpgradePolicy.rollbackFailedInstancesOnPolicyBreach", true);
const toleratesNone = set("upgradePolicy.rollingUpgradePolicy.maxUnhealthyUpgradedInstancePercent", 0);

const watched = new WatchedSet();
const inFront = (properties: Properties) => [{ id: loadBalancerId, outputs: properties } as unknown as Resource];
const told = (name: string, place: string) => watched.read(name, `instance/compute/${place}`);

describe("the metadata service of an instance", () => {
  it("tells an instance of its own model while the next one is on its way to the others, and after it was rolled back", async () => {
    proves("metadata-own-model");
    const web = new PlannedSet();
    web.declare(inPlace, takesBack, toleratesNone, set(userData, "b2xk"), set(imageId, "/galleries/tested/images/web/versions/1.0.0"));
    web.change(set(userData, "bmV3"), set("sku.name", "Standard_B2s"), set(imageId, "/galleries/tested/images/web/versions/2.0.0"));
    web.turn();
    expect(web.record("web_0").model).toBe(web.state.latestModel);
    await watched.watch(web);
    expect(await told("web_0", "userData")).toBe("bmV3");
    expect(await told("web_0", "vmSize")).toBe("Standard_B2s");
    expect(await told("web_1", "userData")).toBe("b2xk");
    expect(await told("web_1", "vmSize")).toBe("Standard_B2ats_v2");

    web.health.set("web_0", "Unhealthy");
    web.run(6 * minute);
    expect(web.notes.join("\n")).toContain("takes instance 0 back to the model before");
    await watched.watch(web);
    expect(await told("web_0", "userData")).toBe("b2xk");
    expect(await told("web_0", "storageProfile/imageReference/id")).toBe("/galleries/tested/images/web/versions/1.0.0");
  });

  it("tells an instance of the tags that its model has had last, and other tags alone upgrade nothing", async () => {
    const web = new PlannedSet();
    web.declare(inPlace, set("tags", { stage: "test" }));
    web.declare(set("tags", { stage: "live" }));
    expect(web.state.instances.map(({ disk }) => disk)).toEqual([0, 0]);
    await watched.watch(web);
    expect(await told("web_0", "tags")).toBe("stage:live");
  });

  it("goes on from a state that an earlier version of the region has kept, and takes what that lacks from what is declared", async () => {
    const web = new PlannedSet();
    web.declare(set(userData, "b2xk"), set("tags", { stage: "test" }));
    const models = Object.fromEntries(
      Object.entries(web.state.models).map(([, model]) => ["named-by-an-earlier-version", { ...model, metadata: undefined }]),
    );
    const earlier: ScaleSetState = {
      ...web.state,
      models,
      latestModel: "named-by-an-earlier-version",
      instances: web.state.instances.map((record) => ({ ...record, model: "named-by-an-earlier-version" })),
    };
    const { placed } = await watched.watch({ ...web, state: earlier });
    expect(await told("web_0", "userData")).toBe("b2xk");
    expect(await told("web_0", "tags")).toBe("stage:test");
    const upgraded = new PlannedSet(web.properties, placed.service.view);
    upgraded.run();
    expect(upgraded.state.latestModel).toBe("named-by-an-earlier-version");
    expect(upgraded.state.instances.map(({ disk }) => disk)).toEqual([0, 0]);
  });
});

describe("the load balancer's metadata", () => {
  const target = "loadbalancer";
  const pool = `${loadBalancerId}/backendAddressPools/instances`;

  it("names the frontends and ports of the rules that lead to the instance, and the outbound rules that it goes by", async () => {
    proves("metadata-load-balancer-rules");
    const web = new PlannedSet();
    web.declare();
    await watched.watch(web, inFront(loadBalancer()), { ssh: { web_0: 50000, web_1: 50001 } });
    const address = { frontendIpAddress: "127.0.0.1", privateIpAddress: web.record("web_1").address };
    expect(JSON.parse(await watched.read("web_1", target))).toEqual({
      loadbalancer: {
        publicIpAddresses: [],
        inboundRules: [
          { ...address, protocol: "tcp", frontendPort: 80, backendPort: 80 },
          { ...address, protocol: "tcp", frontendPort: 50001, backendPort: 22 },
        ],
        outboundRules: [address],
      },
    });
  });

  it("has the frontend port of a NAT pool, and the rules of those backend pools alone that the instance is in", async () => {
    const web = new PlannedSet();
    web.declare(remove(`${ip}.loadBalancerBackendAddressPools`));
    await watched.watch(web, inFront({ ...loadBalancer(), inboundNatRules: [], inboundNatPools: [natPool()] }), { ssh: { web_0: 50000 } });
    const read = JSON.parse(await watched.read("web_0", target)) as { loadbalancer: { inboundRules: unknown[]; outboundRules: unknown[] } };
    expect(read.loadbalancer.inboundRules).toEqual([expect.objectContaining({ frontendPort: 50000, backendPort: 22 })]);
    expect(read.loadbalancer.outboundRules).toEqual([]);
  });

  it.each([
    [
      "that is in no pool",
      edits(remove(`${ip}.loadBalancerBackendAddressPools`), remove(`${ip}.loadBalancerInboundNatPools`)),
      loadBalancer(),
    ],
    ["whose load balancer has SKU Basic", set(`${ip}.loadBalancerBackendAddressPools`, [{ id: pool }]), { ...loadBalancer(), sku: {} }],
    ["whose load balancer has SKU basic, in any case", edits(), { ...loadBalancer(), sku: { name: "basic" } }],
  ])("is not found for an instance %s", async (_, edit, properties) => {
    const web = new PlannedSet();
    web.declare(edit);
    await watched.watch(web, inFront(properties));
    expect(await watched.read("web_0", target)).toContain("No load balancer metadata is found");
  });
});

describe("the probes of the load balancers", () => {
  const readiness = probeId(loadBalancerId, "readiness");

  it("are those of the load balancers in front of the instance, and not one of the same name at another", async () => {
    const web = new PlannedSet();
    web.declare();
    await watched.answer("web_0", 200);
    const other = {
      ...inFront({ ...loadBalancer(), probes: [{ name: "readiness", protocol: "Tcp", port: 1 }] })[0],
      id: `${loadBalancerId}-2`,
    };
    const { watches } = await watched.watch(web, [...inFront(loadBalancer()), other]);
    while (!watches.isKnown(web.record("web_0"))) {
      await wait(5);
    }
    expect(watches.isUp({ name: "web_0" }, readiness)).toBe(true);
    expect(watches.isUp({ name: "web_0" }, probeId(other.id, "readiness"))).toBeUndefined();
  });

  it("A rule that denies the probes' source, by its tag or with everything, keeps probes out", async () => {
    proves("security-probe");
    const web = new PlannedSet();
    web.declare();
    await watched.answer("web_0", 200);
    const up: (boolean | undefined)[] = [];
    for (const sourceAddressPrefix of ["AzureLoadBalancer", "*", "10.1.0.0/16"]) {
      const rule = { name: "deny", priority: 4000, access: "Deny", direction: "Inbound", protocol: "*", destinationAddressPrefix: "*" };
      const everywhere = { ...rule, sourceAddressPrefix, sourcePortRange: "*", destinationPortRange: "*" };
      watched.securityGroups = [readSecurityGroup({ name: "web-nsg", securityRules: [everywhere] })];
      const { watches } = await watched.watch(web, inFront(loadBalancer()));
      while (!watches.isKnown(web.record("web_0"))) {
        await wait(5);
      }
      up.push(watches.isUp({ name: "web_0" }, readiness));
    }
    expect(up).toEqual([false, false, true]);
  });

  it("are kept from the instances of an application security group that a rule denies them, and from no others", async () => {
    const groupOf = (name: string) => [{ id: `/groups/${name}` }];
    const deny = { name: "deny", priority: 100, access: "Deny", direction: "Inbound", protocol: "*", sourceAddressPrefix: "*" };
    const toGroup = { ...deny, sourcePortRange: "*", destinationApplicationSecurityGroups: groupOf("Closed"), destinationPortRange: "*" };
    await watched.answer("web_0", 200);
    const up: (boolean | undefined)[] = [];
    for (const name of ["closed", "open"]) {
      const web = new PlannedSet();
      web.declare(set(`${ip}.applicationSecurityGroups`, groupOf(name)));
      watched.securityGroups = [readSecurityGroup({ name: "web-nsg", securityRules: [toGroup] })];
      const { watches } = await watched.watch(web, inFront(loadBalancer()));
      while (!watches.isKnown(web.record("web_0"))) {
        await wait(5);
      }
      up.push(watches.isUp({ name: "web_0" }, readiness));
    }
    expect(up).toEqual([false, true]);
  });
});
