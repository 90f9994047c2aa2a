import type { Declaration } from "../programs/declared/declaration";
import { address, balancer, group, network, scaleSet, securityGroup } from "./support/declarations";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();
const { region } = sandbox;
const shared = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shared";
const inShared = (type: string, name: string) => `${shared}/providers/Microsoft.Network/${type}/${name}`;

afterAll(() => sandbox.remove());

describe("a preview refuses by name", () => {
  const wrong: [string, Declaration, RegExp][] = [
    [
      "a resource type that the region does not have",
      { name: "vault", type: "azure-native:keyvault:Vault", properties: { resourceGroupName: "${group.name}" } },
      /'vault' has a problem: the local region has no resource type azure-native:keyvault:Vault\. It has .*azure-native:network:LoadBalancer/,
    ],
    [
      "a property that there is not",
      address("misspelt", { idleTimeoutInMinute: 5 }),
      /'misspelt' has a problem: idleTimeoutInMinute: .*no such property; did you mean idleTimeoutInMinutes\?/,
    ],
    [
      "a value of a wrong type",
      network("typed", { addressSpace: { addressPrefixes: "10.0.0.0/16" } }),
      /'typed' has a problem: addressSpace\.addressPrefixes: given "10\.0\.0\.0\/16"; allowed: a list/,
    ],
    [
      "a reference to what does not exist, with ARM's code",
      balancer("dangling", inShared("publicIPAddresses", "none")),
      /'dangling' has a problem: frontendIPConfigurations\[0\]\.publicIPAddress\.id: given ".*none".*InvalidResourceReference/,
    ],
    [
      "a resource in a group that does not exist",
      address("homeless", { resourceGroupName: "nowhere" }),
      /'homeless' has a problem: resourceGroupName: given "nowhere".*ResourceGroupNotFound/,
    ],
  ];

  it.each(wrong)("%s", async (_, declaration, message) => {
    const stack = await sandbox.declare(`wrong-${declaration.name}`, [group("group"), declaration]);
    const { status, errors } = await stack.preview();
    expect({ status, errors }).toEqual({ status: 1, errors: expect.arrayContaining([expect.stringMatching(message)]) });
  });
});

/** The tests that follow are one life of two deployments, in their order: the second uses what the first has. */
describe("two deployments in one region", () => {
  const owned = [
    group("group", { resourceGroupName: "shared" }),
    securityGroup("nsg", { networkSecurityGroupName: "shared-nsg" }),
    network("net", {
      virtualNetworkName: "shared-net",
      subnets: [{ name: "servers", addressPrefix: "10.7.1.0/24", defaultOutboundAccess: false }],
    }),
    address("lent", { publicIpAddressName: "lent" }),
    address("own", { publicIpAddressName: "own" }),
    balancer("lb", "${own.id}", { loadBalancerName: "shared-lb" }),
  ];
  const using = [
    group("group", { resourceGroupName: "using" }),
    balancer("lb", inShared("publicIPAddresses", "lent"), { loadBalancerName: "using-lb" }),
    scaleSet("set", {
      resourceGroupName: "${group.name}",
      subnetId: `${inShared("virtualNetworks", "shared-net")}/subnets/servers`,
      poolId: `${inShared("loadBalancers", "shared-lb")}/backendAddressPools/servers`,
      securityGroupId: inShared("networkSecurityGroups", "shared-nsg"),
    }),
  ];

  it("cannot create the same resource twice", async () => {
    const owner = await sandbox.declare("owner", owned);
    expect(await owner.up()).toMatchObject({ status: 0, errors: [] });
    const rival = await sandbox.declare("rival", [group("group", { resourceGroupName: "shared" })]);
    for (const refused of [await rival.preview(), await rival.up()]) {
      expect(refused.status).toBe(1);
      expect(refused.errors.join("\n")).toContain(`cannot create already existing resource '${shared}'`);
    }
  });

  it("cannot delete what the other one uses, each with the code of ARM", async () => {
    const owner = sandbox.known("owner");
    const user = await sandbox.declare("user", using);
    expect(await user.up()).toMatchObject({ status: 0, errors: [] });
    const before = region.ids();
    const { status, errors } = await owner.destroy("--continue-on-error");
    expect(status).toBe(1);
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Code="LoadBalancerInUseByVirtualMachineScaleSet"'),
        expect.stringContaining('Code="InUseSubnetCannotBeDeleted"'),
        expect.stringContaining('Code="NetworkSecurityGroupInUseByVirtualMachineScaleSet"'),
        expect.stringContaining('Code="PublicIPAddressCannotBeDeleted"'),
      ]),
    );
    expect(region.ids()).toEqual(before);
  });

  it("can be destroyed in the order that Azure accepts", async () => {
    for (const name of ["user", "owner"]) {
      expect(await sandbox.known(name).destroy()).toMatchObject({ status: 0, errors: [] });
    }
    expect(region.files()).toEqual([]);
  });
});
