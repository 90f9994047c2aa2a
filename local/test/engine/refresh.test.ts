import type { Declaration } from "../programs/declared/declaration";
import { proves } from "../support/proves";
import { address, balancer, group, network, scaleSet, securityGroup, subnet } from "./support/declarations";
import { Sandbox } from "./support/sandbox";
import type { Stack } from "./support/stack";

const sandbox = new Sandbox();
const member = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/) as string;

let stack: Stack;

beforeAll(async () => {
  stack = await sandbox.declare("shop", program(2));
  expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
});

afterAll(() => sandbox.remove());

/** A load balancer with a scale set behind it. */
function program(capacity: number): Declaration[] {
  const around = {
    resourceGroupName: "${group.name}",
    subnetId: "${subnet.id}",
    poolId: "${lb.id}/backendAddressPools/servers",
    securityGroupId: "${nsg.id}",
  };
  const set = scaleSet("set", around);
  return [
    group("group", { resourceGroupName: "shop" }),
    address("ip"),
    securityGroup("nsg"),
    network("net"),
    subnet("subnet", "${net.name}"),
    balancer("lb", "${ip.id}"),
    { ...set, properties: { ...set.properties, sku: { name: "Standard_B2s", tier: "Standard", capacity } } },
  ];
}

async function pools() {
  const kept = (await stack.kept()).find(({ type }) => type === "azure-native:network:LoadBalancer");
  return { inputs: kept?.inputs.backendAddressPools, outputs: kept?.outputs.backendAddressPools };
}

async function urnOf(type: string): Promise<string> {
  return (await stack.kept()).find((one) => one.type === type)?.urn ?? "";
}

/** The tests of this file are one life of one region, in their order. */
describe("a load balancer with a scale set behind it", () => {
  const noMembers = {
    op: "update",
    name: "lb",
    type: "azure-native:network:LoadBalancer",
    differences: ["backendAddressPools[0].id: delete", "backendAddressPools[0].loadBalancerBackendAddresses: delete"],
  };

  it("is left alone by a refresh of the scale set alone", async () => {
    const target = await urnOf("azure-native:compute:VirtualMachineScaleSet");
    expect(await stack.refresh("--target", target, "--expect-no-changes")).toMatchObject({ status: 0 });
    expect((await stack.preview("--expect-no-changes")).steps).toEqual([]);
  });

  it("has its members in the inputs after a refresh of everything, and no program has declared them", async () => {
    proves("backends-read-back");
    expect(await stack.refresh()).toMatchObject({ status: 0, changes: { update: 1 } });
    const { inputs, outputs } = await pools();
    const addresses = [{ name: member }, { name: member }];
    expect(inputs).toEqual([
      { name: "servers", id: expect.stringContaining("/servers") as string, loadBalancerBackendAddresses: addresses },
    ]);
    expect(JSON.stringify(outputs)).toContain("/virtualMachines/1/networkInterfaces/main/ipConfigurations/main");
    expect((await stack.preview()).steps).toEqual([noMembers]);
  });

  it("is put right by an update, and a refresh finds nothing new as long as the instances are the same", async () => {
    expect((await stack.up("--refresh")).steps).toContainEqual(noMembers);
    expect(await stack.refresh("--expect-no-changes")).toMatchObject({ status: 0 });
    expect((await stack.preview("--expect-no-changes")).steps).toEqual([]);
  });

  it("shows the change again once an instance has come, and not where the scale set alone is refreshed", async () => {
    stack.declare(program(3));
    await stack.up();
    const target = await urnOf("azure-native:compute:VirtualMachineScaleSet");
    await stack.refresh("--target", target);
    expect((await stack.preview("--expect-no-changes")).steps).toEqual([]);
    expect((await stack.up("--refresh")).steps).toContainEqual(noMembers);
  });
});
