import type { Declaration } from "../programs/declared/declaration";
import { address, balancer, group, network, publicKey, scaleSet, securityGroup, subnet } from "../engine/support/declarations";
import { Sandbox } from "../engine/support/sandbox";
import { builtVersion, imageId } from "./running-tier";
import { until } from "./visitors";

const sandbox = new Sandbox();
delete sandbox.env.LOCAL_REGION_MACHINES;
sandbox.env.LOCAL_REGION_SPEED_FACTOR = "60";

const usual = scaleSet("set", {
  resourceGroupName: "${group.name}",
  subnetId: "${subnet.id}",
  poolId: "${balancer.id}/backendAddressPools/servers",
  securityGroupId: "${guard.id}",
});

/** A scale set that declares one instance, and an autoscale setting that wants two. */
function program(options: Declaration["options"]): Declaration[] {
  return [
    group("group"),
    network("net", { virtualNetworkName: "net", addressSpace: { addressPrefixes: ["10.213.0.0/16"] } }),
    subnet("subnet", "${net.name}", { addressPrefix: "10.213.9.0/24" }),
    securityGroup("guard"),
    address("ip"),
    balancer("balancer", "${ip.id}"),
    {
      ...usual,
      properties: {
        ...usual.properties,
        virtualMachineProfile: {
          ...(usual.properties?.virtualMachineProfile as object),
          osProfile: {
            computerNamePrefix: "set",
            adminUsername: "adminuser",
            linuxConfiguration: {
              disablePasswordAuthentication: true,
              ssh: { publicKeys: [{ path: "/home/adminuser/.ssh/authorized_keys", keyData: publicKey }] },
            },
          },
          storageProfile: {
            imageReference: { id: imageId("web-tier", builtVersion) },
            osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
          },
        },
      },
      options,
    },
    {
      name: "autoscale",
      type: "azure-native:monitor:AutoscaleSetting",
      properties: {
        resourceGroupName: "${group.name}",
        targetResourceUri: "${set.id}",
        enabled: true,
        profiles: [{ name: "two", capacity: { minimum: "2", maximum: "2", default: "2" }, rules: [] }],
      },
    },
  ];
}

const capacity = () => {
  const set = sandbox.region.resources().find(({ type }) => type === "azure-native:compute:VirtualMachineScaleSet");
  return (set?.outputs.sku as { capacity?: number } | undefined)?.capacity;
};

const untilAutoscale = () => until(capacity, (now) => now === 2, 30);

afterAll(async () => {
  await sandbox.known("insists").destroy();
  await sandbox.remove();
});

/** The tests of this file are one life of one program, in their order. */
describe("a deployment after autoscale has changed the capacity", () => {
  it("sets it back where the program insists on its own", async () => {
    const stack = await sandbox.declare("insists", program(undefined));
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await untilAutoscale();
    const { steps } = await stack.preview("--refresh");
    // The refresh of everything shows the load balancer's members too, as on Azure.
    const changed = steps.filter(({ op, name }) => op === "update" && name !== "balancer");
    expect(changed).toMatchObject([{ name: "set", differences: ["sku.capacity: update"] }]);
  });

  it("leaves it as it is where the program ignores changes of sku.capacity", async () => {
    const stack = sandbox.known("insists");
    stack.declare(program({ ignoreChanges: ["sku.capacity"] }));
    expect(await stack.up("--refresh")).toMatchObject({ status: 0, errors: [] });
    expect(capacity()).toBe(2);
  });
});
