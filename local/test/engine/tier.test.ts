import { publicKey } from "./support/declarations";
import { Sandbox } from "./support/sandbox";
import type { Settings, Stack } from "./support/stack";

const sandbox = new Sandbox();
const { region } = sandbox;

const settings: Settings = {
  "azure-native:location": "westeurope",
  "pulumi:autonaming": { mode: "verbatim" },
  "web-tier:name": "shop",
  "web-tier:frontendPort": "8080",
  "web-tier:sshPublicKeys": [publicKey],
  "web-tier:sshSourceAddressPrefixes": ["203.0.113.7/32"],
};

let stack: Stack;

beforeAll(async () => {
  stack = await sandbox.hostedStack("local", "local", settings);
});

afterAll(() => sandbox.remove());

/** The tests of this file are one life of the tier on the local region, in their order. */
describe("the tier", () => {
  it("is previewed without an error or a change to the region", async () => {
    const { status, errors, steps } = await stack.preview();
    expect({ status, errors, files: region.files() }).toEqual({ status: 0, errors: [], files: [] });
    expect(new Set(steps.map(({ op }) => op))).toEqual(new Set(["create"]));
  });

  it("is deployed under exactly the names that autonaming gives, verbatim", async () => {
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    expect(region.names()).toEqual([
      "ActionGroup shop-scale-set-alerts",
      "ActivityLogAlert shop-scale-set-repairs-alert",
      "AutoscaleSetting shop-scale-set-autoscale",
      "LoadBalancer shop-scale-set-lb",
      "MetricAlert shop-scale-set-capacity-alert",
      "MetricAlert shop-scale-set-cpu-alert",
      "MetricAlert shop-scale-set-credits-alert",
      "MetricAlert shop-scale-set-data-path-alert",
      "MetricAlert shop-scale-set-disk-alert",
      "MetricAlert shop-scale-set-instance-alert",
      "MetricAlert shop-scale-set-network-in-alert",
      "MetricAlert shop-scale-set-network-out-alert",
      "MetricAlert shop-scale-set-probe-alert",
      "NetworkSecurityGroup shop-scale-set-nsg",
      "PublicIPAddress shop-scale-set-ip",
      "ResourceGroup shop-resource-group",
      "Subnet shop-scale-set-subnet",
      "VirtualMachineScaleSet shop-scale-set",
      "VirtualNetwork shop-scale-set-vnet",
    ]);
  });

  it("has its outputs", async () => {
    expect(await stack.outputs()).toMatchObject({
      url: expect.stringMatching(/^http:\/\/shop-[a-z0-9]+\.westeurope\.cloudapp\.localhost:8080$/),
      publicIpAddress: "127.0.0.1",
      resourceGroupName: "shop-resource-group",
      scaleSetName: "shop-scale-set",
      loadBalancerName: "shop-scale-set-lb",
    });
  });

  it("changes nothing when it is deployed again, or its scale set refreshed", async () => {
    expect(await stack.up("--expect-no-changes")).toMatchObject({ status: 0, steps: [] });
    expect(await stack.refresh("--target", "**:VirtualMachineScaleSet::**", "--expect-no-changes")).toMatchObject({
      status: 0,
      errors: [],
    });
  });

  it("takes more instances in place, and keeps the number that autoscale has come to", async () => {
    stack.configure({ ...settings, "web-tier:minimumInstances": "3", "web-tier:defaultInstances": "3", "web-tier:maximumInstances": "6" });
    const { status, steps } = await stack.up();
    expect({ status, ops: new Set(steps.map(({ op }) => op)) }).toEqual({ status: 0, ops: new Set(["update"]) });
    expect(steps.map(({ name }) => name)).toContain("shop-scale-set-autoscale");
    expect(region.resources().find(({ type }) => type.endsWith("ScaleSet"))?.inputs.sku).toMatchObject({ capacity: 2 });
  });

  it("gets a new scale set, the old one first out of the way, where Azure refuses the change", async () => {
    stack.configure({ ...settings, "web-tier:adminUsername": "operator" });
    const { status, steps } = await stack.up();
    const ofScaleSet = steps.filter(({ name }) => name === "shop-scale-set");
    expect({ status, ops: ofScaleSet.map(({ op }) => op) }).toEqual({
      status: 0,
      ops: ["delete-replaced", "replace", "create-replacement"],
    });
    expect(ofScaleSet[2].differences.filter((difference) => difference.endsWith("-replace"))).toContain(
      "virtualMachineProfile.osProfile.adminUsername: update-replace",
    );
    expect(await stack.preview("--expect-no-changes")).toMatchObject({ status: 0 });
  });

  it("is destroyed to nothing", async () => {
    expect(await stack.destroy()).toMatchObject({ status: 0, errors: [] });
    expect(region.files()).toEqual([]);
    expect(await stack.kept()).toEqual([]);
  });
});
