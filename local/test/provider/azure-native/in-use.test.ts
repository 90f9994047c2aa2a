import { bag } from "../../../../azure/test/support/bags";
import { Engine, Kept } from "../../support/engine";
import { address, balancer, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";
import { validScaleSet } from "../../../../azure/test/rules/valid/scale-set";
import type { Properties, Value } from "../../../../azure/properties/value";

const folder = temporaryFolder();
const inGroup = (others: Properties): Properties => ({ resourceGroupName: "web", ...others });

/** A network, a balancer and a scale set that uses parts of both, in a group of their own. */
async function deploy(engine: Engine): Promise<Record<"group" | "nsg" | "network" | "subnet" | "ip" | "lb" | "scaleSet", Kept>> {
  const group = await createGroup(engine);
  const nsg = await engine.create(types.networkSecurityGroup, "nsg", bag(inGroup({})));
  const network = await engine.create(types.virtualNetwork, "net", bag(inGroup({ addressSpace: { addressPrefixes: ["10.0.0.0/16"] } })));
  const subnet = await engine.create(
    types.subnet,
    "servers",
    bag(
      inGroup({
        virtualNetworkName: network.outputs.properties.name,
        addressPrefix: "10.0.1.0/24",
        defaultOutboundAccess: false,
        networkSecurityGroup: { id: nsg.id },
      }),
    ),
  );
  const ip = await engine.create(types.publicIpAddress, "ip", bag(address()));
  const lb = await engine.create(types.loadBalancer, "lb", bag(balancer(ip.id)));
  const scaleSet = await engine.create(types.scaleSet, "set", bag(scaleSetIn(subnet.id, `${lb.id}/backendAddressPools/servers`)));
  return { group, nsg, network, subnet, ip, lb, scaleSet };
}

function scaleSetIn(subnet: string, pool: string): Properties {
  const properties = validScaleSet();
  const profile = properties.virtualMachineProfile as Properties;
  const [nic] = (profile.networkProfile as Properties).networkInterfaceConfigurations as Properties[];
  const [configuration] = nic.ipConfigurations as Properties[];
  delete configuration.loadBalancerInboundNatPools;
  const ipConfigurations: Value = [{ ...configuration, subnet: { id: subnet }, loadBalancerBackendAddressPools: [{ id: pool }] }];
  const networkProfile = { networkInterfaceConfigurations: [{ ...nic, ipConfigurations }] };
  return { ...properties, virtualMachineProfile: { ...profile, networkProfile } };
}

describe("what is in use", () => {
  it.each([
    ["lb", "LoadBalancerInUseByVirtualMachineScaleSet"],
    ["ip", "PublicIPAddressCannotBeDeleted"],
    ["subnet", "InUseSubnetCannotBeDeleted"],
    ["network", "InUseSubnetCannotBeDeleted"],
    ["nsg", "InUseNetworkSecurityGroupCannotBeDeleted"],
  ] as const)("cannot be deleted, as ARM refuses it: %s", async (name, code) => {
    const engine = Engine.at(folder.path);
    const deployed = await deploy(engine);
    await expect(engine.delete(deployed[name].id)).rejects.toThrow(`Code="${code}"`);
    expect(engine.session.read(deployed[name].subject, deployed[name].id, bag())).toBeDefined();
  });

  it("can be deleted from the user to the used", async () => {
    const engine = Engine.at(folder.path);
    const { group, nsg, network, subnet, ip, lb, scaleSet } = await deploy(engine);
    for (const { id } of [scaleSet, lb, ip, subnet, network, nsg, group]) {
      await expect(engine.delete(id)).resolves.toBeUndefined();
    }
  });

  it("names the user in the refusal", async () => {
    const engine = Engine.at(folder.path);
    const { ip, lb } = await deploy(engine);
    await expect(engine.delete(ip.id)).rejects.toThrow(lb.id);
  });

  it("goes with its group where the user is in the group too", async () => {
    const engine = Engine.at(folder.path);
    const { group, scaleSet } = await deploy(engine);
    await engine.delete(group.id);
    expect(engine.session.read(scaleSet.subject, scaleSet.id, bag())).toBeUndefined();
  });

  it("keeps its group where the user is in another one", async () => {
    const engine = Engine.at(folder.path);
    const group = await createGroup(engine);
    const ip = await engine.create(types.publicIpAddress, "ip", bag(address()));
    await engine.create(types.resourceGroup, "other", bag({ resourceGroupName: "other", location: "westeurope" }));
    await engine.create(types.loadBalancer, "lb", bag(balancer(ip.id, { resourceGroupName: "other" })));
    await expect(engine.delete(group.id)).rejects.toThrow("PublicIPAddressCannotBeDeleted");
    expect(engine.session.read(ip.subject, ip.id, bag())).toBeDefined();
  });
});
