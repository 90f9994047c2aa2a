import { bag } from "../../../../azure/test/support/bags";
import { Engine, Kept } from "../../support/engine";
import { proves } from "../../support/proves";
import { address, balancer, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";
import { networkSecurityGroup } from "../../../../azure/test/rules/valid/network-security-group";
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

describe("a scale set", () => {
  it("cannot have the name of one in another group, as machines are called after it; one that takes the place of the other can", async () => {
    const engine = Engine.at(folder.path);
    const { scaleSet, subnet, lb } = await deploy(engine);
    const named = scaleSetIn(subnet.id, `${lb.id}/backendAddressPools/servers`);
    await engine.create(types.resourceGroup, "second", bag({ resourceGroupName: "second", location: "westeurope" }));
    const second = bag({ ...named, resourceGroupName: "second", vmScaleSetName: "WEB" });
    for (const isPreview of [true, false]) {
      await expect(engine.create(types.scaleSet, "other", second, isPreview)).rejects.toThrow(
        `vmScaleSetName is "WEB", as it is of ${scaleSet.id}. Azure takes both; the local region has a name once`,
      );
    }
    engine.diff(scaleSet, second);
    await expect(engine.create(types.scaleSet, "set", second, true)).resolves.toBeDefined();
  });
});

/** A NAT gateway in the group of `deploy`, and its address. */
async function createNatGateway(engine: Engine, name = "nat"): Promise<[natGateway: Kept, ip: Kept]> {
  const ip = await engine.create(types.publicIpAddress, `${name}-ip`, bag(address()));
  const properties = inGroup({ sku: { name: "Standard" }, publicIpAddresses: [{ id: ip.id }] });
  return [await engine.create(types.natGateway, name, bag(properties)), ip];
}

async function expectKept(engine: Engine, { id, subject }: Kept, code: string): Promise<void> {
  await expect(engine.delete(id)).rejects.toThrow(`Code="${code}"`);
  expect(engine.session.read(subject, id, bag(), bag())).toBeDefined();
}

function scaleSetIn(subnet: string, pool: string, ofInterface: Properties = {}, ofAddress: Properties = {}): Properties {
  const properties = validScaleSet();
  const profile = properties.virtualMachineProfile as Properties;
  const [nic] = (profile.networkProfile as Properties).networkInterfaceConfigurations as Properties[];
  const [configuration] = nic.ipConfigurations as Properties[];
  delete configuration.loadBalancerInboundNatPools;
  const ipConfigurations: Value = [
    { ...configuration, subnet: { id: subnet }, loadBalancerBackendAddressPools: [{ id: pool }], ...ofAddress },
  ];
  const networkProfile = { networkInterfaceConfigurations: [{ ...nic, ipConfigurations, ...ofInterface }] };
  return { ...properties, virtualMachineProfile: { ...profile, networkProfile } };
}

describe("what is in use", () => {
  it("cannot be deleted while a scale set is behind it: a load balancer", async () => {
    proves("R22");
    const engine = Engine.at(folder.path);
    const { lb } = await deploy(engine);
    await expectKept(engine, lb, "LoadBalancerInUseByVirtualMachineScaleSet");
  });

  it("cannot be deleted while a global load balancer stands before it: a load balancer", async () => {
    proves("R22-global");
    const engine = Engine.at(folder.path);
    const { lb, scaleSet } = await deploy(engine);
    const anycast = await engine.create(types.publicIpAddress, "anycast", bag(address({ sku: { name: "Standard", tier: "Global" } })));
    const members = [{ name: "here", loadBalancerFrontendIPConfiguration: { id: `${lb.id}/frontendIPConfigurations/front` } }];
    const regions = { name: "regions", loadBalancerBackendAddresses: members };
    const globally = { sku: { name: "Standard", tier: "Global" }, backendAddressPools: [regions], loadBalancingRules: [] };
    await engine.create(types.loadBalancer, "global", bag(balancer(anycast.id, globally)));
    await engine.delete(scaleSet.id);
    await expectKept(engine, lb, "NotAllowedToDeleteLoadBalancerWithFrontendIpConfigurationInUseByGlobalLB");
  });

  it("is not behind a global load balancer because another one sends its traffic through it: a Gateway load balancer", async () => {
    const engine = Engine.at(folder.path);
    const { subnet } = await deploy(engine);
    const ip = await engine.create(types.publicIpAddress, "other-ip", bag(address()));
    const front = { name: "front", subnet: { id: subnet.id } };
    const gateway = await engine.create(
      types.loadBalancer,
      "gateway",
      bag(inGroup({ sku: { name: "Gateway" }, frontendIPConfigurations: [front] })),
    );
    const gatewayLoadBalancer = { id: `${gateway.id}/frontendIPConfigurations/front` };
    const chained = { name: "front", publicIPAddress: { id: ip.id }, gatewayLoadBalancer };
    await engine.create(types.loadBalancer, "chained", bag(balancer(ip.id, { frontendIPConfigurations: [chained] })));
    await engine.delete(gateway.id);
    expect(engine.session.read(gateway.subject, gateway.id, bag(), bag())).toBeUndefined();
  });

  it("cannot be deleted while a load balancer or a NAT gateway has it: a public IP address", async () => {
    proves("R92");
    const engine = Engine.at(folder.path);
    const { ip } = await deploy(engine);
    const [, natIp] = await createNatGateway(engine);
    await expectKept(engine, ip, "PublicIPAddressCannotBeDeleted");
    await expectKept(engine, natIp, "PublicIPAddressCannotBeDeleted");
  });

  it("cannot be deleted while a scale set is in it: a subnet, and its network", async () => {
    proves("R93");
    const engine = Engine.at(folder.path);
    const { subnet, network } = await deploy(engine);
    await expectKept(engine, subnet, "InUseSubnetCannotBeDeleted");
    await expectKept(engine, network, "InUseSubnetCannotBeDeleted");
  });

  it("cannot be deleted while a load balancer has an address of it: a subnet, and its network", async () => {
    proves("R93-frontend");
    const engine = Engine.at(folder.path);
    const { subnet, network, scaleSet, ip } = await deploy(engine);
    const inside = { frontendIPConfigurations: [{ name: "front", subnet: { id: subnet.id } }] };
    await engine.create(types.loadBalancer, "inner", bag(balancer(ip.id, inside)));
    await engine.delete(scaleSet.id);
    await expectKept(engine, subnet, "InUseSubnetCannotBeDeleted");
    await expectKept(engine, network, "InUseSubnetCannotBeDeleted");
  });

  it("cannot be deleted while a subnet has it, on its own or in its network: a network security group", async () => {
    proves("R94");
    const engine = Engine.at(folder.path);
    const { nsg } = await deploy(engine);
    const other = await engine.create(types.networkSecurityGroup, "other-nsg", bag(inGroup({})));
    const subnets = [{ name: "inside", addressPrefix: "10.1.1.0/24", networkSecurityGroup: { id: other.id } }];
    const space = { addressPrefixes: ["10.1.0.0/16"] };
    await engine.create(types.virtualNetwork, "other-net", bag(inGroup({ addressSpace: space, subnets })));
    await expectKept(engine, nsg, "InUseNetworkSecurityGroupCannotBeDeleted");
    await expectKept(engine, other, "InUseNetworkSecurityGroupCannotBeDeleted");
  });

  it("cannot be deleted while a scale set's network interface has it: a network security group", async () => {
    proves("R94-scale-set");
    const engine = Engine.at(folder.path);
    const { subnet, lb } = await deploy(engine);
    const own = await engine.create(types.networkSecurityGroup, "own-nsg", bag(inGroup({})));
    const set = scaleSetIn(subnet.id, `${lb.id}/backendAddressPools/servers`, { networkSecurityGroup: { id: own.id } });
    await engine.create(types.scaleSet, "guarded", bag({ ...set, vmScaleSetName: "guarded" }));
    await expectKept(engine, own, "NetworkSecurityGroupInUseByVirtualMachineScaleSet");
  });

  it("cannot be deleted while a subnet goes out through it, on its own or in its network: a NAT gateway", async () => {
    proves("D-nat-gateway");
    const engine = Engine.at(folder.path);
    const { network } = await deploy(engine);
    const [natGateway] = await createNatGateway(engine);
    const names: Properties = { virtualNetworkName: network.outputs.properties.name, subnetName: "outgoing" };
    const outgoing = inGroup({ ...names, addressPrefix: "10.0.2.0/24", natGateway: { id: natGateway.id } });
    await engine.create(types.subnet, "outgoing", bag(outgoing));
    await expectKept(engine, natGateway, "CannotDeleteNatGatewayAssociatedToSubnet");
    const [other] = await createNatGateway(engine, "other-nat");
    const subnets = [{ name: "inside", addressPrefix: "10.1.1.0/24", natGateway: { id: other.id } }];
    await engine.create(types.virtualNetwork, "other-net", bag(inGroup({ addressSpace: { addressPrefixes: ["10.1.0.0/16"] }, subnets })));
    await expectKept(engine, other, "CannotDeleteNatGatewayAssociatedToSubnet");
  });

  it("cannot be deleted while a public IP address is from it: a public IP prefix", async () => {
    proves("R484");
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const prefix = await engine.create(types.publicIpPrefix, "prefix", bag(inGroup({ prefixLength: 30 })));
    const ip = await engine.create(types.publicIpAddress, "ip", bag(address({ publicIPPrefix: { id: prefix.id } })));
    await expectKept(engine, prefix, "InUsePublicIpPrefixCannotBeDeleted");
    await engine.delete(ip.id);
    await expect(engine.delete(prefix.id)).resolves.toBeUndefined();
  });

  it("cannot be deleted while a NAT gateway, a load balancer or a scale set has it: a public IP prefix", async () => {
    proves("R484-others");
    const engine = Engine.at(folder.path);
    const { subnet, lb } = await deploy(engine);
    const [outgoing, balanced, own] = [
      await engine.create(types.publicIpPrefix, "outgoing", bag(inGroup({ prefixLength: 30 }))),
      await engine.create(types.publicIpPrefix, "balanced", bag(inGroup({ prefixLength: 30 }))),
      await engine.create(types.publicIpPrefix, "own", bag(inGroup({ prefixLength: 30 }))),
    ];
    const gateway = { sku: { name: "Standard" }, publicIpPrefixes: [{ id: outgoing.id }] };
    await engine.create(types.natGateway, "nat", bag(inGroup(gateway)));
    const frontendIPConfigurations = [{ name: "out", publicIPPrefix: { id: balanced.id } }];
    await engine.create(types.loadBalancer, "outbound", bag(inGroup({ sku: { name: "Standard" }, frontendIPConfigurations })));
    const publicIPAddressConfiguration = { name: "own", sku: { name: "Standard" }, publicIPPrefix: { id: own.id } };
    const reachable = scaleSetIn(subnet.id, `${lb.id}/backendAddressPools/servers`, {}, { publicIPAddressConfiguration });
    await engine.create(types.scaleSet, "reachable", bag({ ...reachable, vmScaleSetName: "reachable" }));
    for (const prefix of [outgoing, balanced, own]) {
      await expectKept(engine, prefix, "InUsePublicIpPrefixCannotBeDeleted");
    }
  });

  it("cannot be deleted while instances are in it: an application security group", async () => {
    proves("R492");
    const engine = Engine.at(folder.path);
    const { subnet, lb } = await deploy(engine);
    const group = await engine.create(types.applicationSecurityGroup, "members", bag(inGroup({})));
    const applicationSecurityGroups = [{ id: group.id }];
    const grouped = scaleSetIn(subnet.id, `${lb.id}/backendAddressPools/servers`, {}, { applicationSecurityGroups });
    const member = await engine.create(types.scaleSet, "grouped", bag({ ...grouped, vmScaleSetName: "grouped" }));
    await expectKept(engine, group, "ApplicationSecurityGroupInUse");
    await engine.delete(member.id);
    await expect(engine.delete(group.id)).resolves.toBeUndefined();
  });

  it("cannot be deleted while a security rule names it: an application security group", async () => {
    proves("R492-rule");
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const group = await engine.create(types.applicationSecurityGroup, "opened", bag(inGroup({})));
    const [site] = networkSecurityGroup().securityRules as Properties[];
    const toGroup: Properties = { ...site, destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id: group.id }] };
    await engine.create(types.networkSecurityGroup, "nsg", bag(inGroup({ securityRules: [toGroup] })));
    await expectKept(engine, group, "ApplicationSecurityGroupInUse");
  });

  it("cannot be deleted while somebody has it: a role", async () => {
    proves("I-role-in-use");
    const engine = Engine.at(folder.path);
    const { id: scope } = await createGroup(engine);
    const role = await engine.create(
      types.roleDefinition,
      "role",
      bag({ scope, roleName: "Builder", assignableScopes: [scope], permissions: [{ actions: ["Microsoft.Compute/images/read"] }] }),
    );
    const { outputs } = await engine.create(types.userAssignedIdentity, "builder", bag(inGroup({})));
    const principalId = String(outputs.properties.principalId);
    const assigned = { scope, roleDefinitionId: role.id, principalId, principalType: "ServicePrincipal" };
    const assignment = await engine.create(types.roleAssignment, "assignment", bag(assigned));
    await expectKept(engine, role, "RoleDefinitionHasAssignments");
    await engine.delete(assignment.id);
    await expect(engine.delete(role.id)).resolves.toBeUndefined();
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
    expect(engine.session.read(scaleSet.subject, scaleSet.id, bag(), bag())).toBeUndefined();
  });

  it("keeps its group where the user is in another one", async () => {
    const engine = Engine.at(folder.path);
    const group = await createGroup(engine);
    const ip = await engine.create(types.publicIpAddress, "ip", bag(address()));
    await engine.create(types.resourceGroup, "other", bag({ resourceGroupName: "other", location: "westeurope" }));
    await engine.create(types.loadBalancer, "lb", bag(balancer(ip.id, { resourceGroupName: "other" })));
    await expect(engine.delete(group.id)).rejects.toThrow("PublicIPAddressCannotBeDeleted");
    expect(engine.session.read(ip.subject, ip.id, bag(), bag())).toBeDefined();
  });
});

it("lets a load balancer under another name of its own take the address of the one that it replaces", async () => {
  const engine = Engine.at(folder.path);
  await createGroup(engine);
  const ip = await engine.create(types.publicIpAddress, "ip", bag(address()));
  const named = (loadBalancerName: string) => bag(balancer(ip.id, { loadBalancerName }));
  const former = await engine.create(types.loadBalancer, "lb", named("front"));
  expect(engine.diff(former, named("back")).deleteBeforeReplace).toBe(true);
  expect(engine.check(types.loadBalancer, "lb", named("back")).failures).toEqual([]);
  expect(engine.check(types.loadBalancer, "other", named("other")).failures).toHaveLength(1);
});
