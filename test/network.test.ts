import { Network, type NetworkArgs, type NewSubnet } from "../src/network";
import { deploy, idOf, valueOf } from "./support/deploy";
import { remembered } from "./support/remembered";

const newSubnet: NewSubnet = {
  existing: false,
  virtualNetworkAddressPrefix: "10.0.0.0/16",
  addressPrefix: "10.0.1.0/24",
  backendPort: 8080,
  sshSourceAddressPrefixes: [],
  natGateway: false,
};

const networkOf = remembered((subnet: NetworkArgs["subnet"], preview: boolean) => {
  const args = { resourceGroupName: "group", subnet, domainNameLabelPrefix: "web" };
  return deploy(() => new Network("web", args), { preview });
});

const modes = [
  { mode: "update", preview: false },
  { mode: "preview", preview: true },
];

describe.each(modes)("in a run of $mode, the network", ({ preview }) => {
  it("has a subnet with no way to the internet but the declared ones", async () => {
    const { find } = await networkOf(newSubnet, preview);
    const { inputs, replaceOnChanges } = find("azure-native:network:Subnet");
    expect(inputs).toMatchObject({ addressPrefix: "10.0.1.0/24", defaultOutboundAccess: false });
    expect(inputs).not.toHaveProperty("natGateway");
    expect(replaceOnChanges).toContain("defaultOutboundAccess");
  });

  it("leaves the subnets to resources of their own", async () => {
    const { inputs, ignoreChanges } = (await networkOf(newSubnet, preview)).find("azure-native:network:VirtualNetwork");
    expect(inputs).toMatchObject({ resourceGroupName: "group", addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
    expect(inputs).not.toHaveProperty("subnets");
    expect(ignoreChanges).toEqual(["subnets"]);
  });

  it("lets in the site's port from the internet and nothing else", async () => {
    const { inputs } = (await networkOf(newSubnet, preview)).find("azure-native:network:NetworkSecurityGroup");
    expect(inputs.securityRules).toEqual([
      {
        name: "allow-site",
        priority: 100,
        direction: "Inbound",
        access: "Allow",
        protocol: "Tcp",
        sourceAddressPrefix: "Internet",
        sourcePortRange: "*",
        destinationAddressPrefix: "*",
        destinationPortRange: "8080",
      },
    ]);
  });

  it("lets in SSH from the given networks only", async () => {
    const sources = ["203.0.113.7/32", "198.51.100.0/24"];
    const { inputs } = (await networkOf({ ...newSubnet, sshSourceAddressPrefixes: sources }, preview)).find(
      "azure-native:network:NetworkSecurityGroup",
    );
    expect((inputs.securityRules as unknown[])[1]).toEqual({
      name: "allow-ssh",
      priority: 110,
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      sourceAddressPrefixes: sources,
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "22",
    });
    expect(inputs.securityRules).toHaveLength(2);
  });

  it("has a static address in all zones", async () => {
    const { inputs, replaceOnChanges } = (await networkOf(newSubnet, preview)).find("azure-native:network:PublicIPAddress");
    expect(inputs).toMatchObject({
      sku: { name: "Standard", tier: "Regional" },
      publicIPAllocationMethod: "Static",
      publicIPAddressVersion: "IPv4",
      zones: ["1", "2", "3"],
    });
    expect(replaceOnChanges).toEqual(["zones", "publicIPAllocationMethod"]);
  });
});

it("gives the subnet the security group and the network that it created", async () => {
  const { find, result } = await networkOf(newSubnet, false);
  expect(find("azure-native:network:Subnet").inputs).toMatchObject({
    virtualNetworkName: "web-vnet",
    networkSecurityGroup: { id: idOf("azure-native:network:NetworkSecurityGroup", "web-nsg") },
  });
  expect(await valueOf(result.subnetId)).toBe(idOf("azure-native:network:Subnet", "web-subnet"));
});

describe("the DNS name", () => {
  it("is unique by a random part that Azure takes in a label", async () => {
    const { find, result } = await networkOf(newSubnet, false);
    const { inputs } = find("random:index/randomString:RandomString");
    expect(inputs).toEqual({ length: 8, special: false, upper: false, keepers: { resourceGroupName: "group" } });
    const { dnsSettings } = find("azure-native:network:PublicIPAddress").inputs as { dnsSettings: { domainNameLabel: string } };
    expect(dnsSettings.domainNameLabel).toBe("web-abcd1234");
    expect(await valueOf(result.hostName)).toBe("web-abcd1234.westeurope.cloudapp.azure.com");
  });

  it("is not known before the address is there", async () => {
    const { find } = await networkOf(newSubnet, true);
    const { dnsSettings } = find("azure-native:network:PublicIPAddress").inputs as { dnsSettings: object };
    expect(Object.keys(dnsSettings)).toEqual(["domainNameLabel"]);
  });
});

describe("an existing subnet", () => {
  it("is used as it is", async () => {
    const { result, resources } = await networkOf({ existing: true, id: "/subnets/web" }, false);
    expect(await valueOf(result.subnetId)).toBe("/subnets/web");
    expect(resources.map(({ type }) => type).sort()).toEqual([
      "azure-native:network:PublicIPAddress",
      "random:index/randomString:RandomString",
      "web-tier:index:Network",
    ]);
  });
});

describe("a NAT gateway", () => {
  it("is the subnet's way out, with an address of its own and no DNS name", async () => {
    const { find } = await networkOf({ ...newSubnet, natGateway: true }, false);
    expect(find("azure-native:network:Subnet").inputs.natGateway).toEqual({ id: idOf("azure-native:network:NatGateway", "web-nat") });
    expect(find("azure-native:network:NatGateway").inputs).toMatchObject({
      sku: { name: "Standard" },
      publicIpAddresses: [{ id: idOf("azure-native:network:PublicIPAddress", "web-nat-ip") }],
    });
    const { inputs } = find("azure-native:network:PublicIPAddress", "web-nat-ip");
    expect(inputs).toMatchObject({ sku: { name: "Standard" }, publicIPAllocationMethod: "Static", zones: ["1", "2", "3"] });
    expect(inputs).not.toHaveProperty("dnsSettings");
  });
});
