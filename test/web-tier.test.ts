import { isDeepStrictEqual } from "node:util";
import { WebTier } from "../src/web-tier";
import { deploy, idOf, valueOf, type Registered } from "./support/deploy";
import { remembered } from "./support/remembered";
import { argsOf, type Overrides } from "./support/settings";

const subnetId = "/subscriptions/0/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub/subnets/web";

const modes = [
  { mode: "update", preview: false },
  { mode: "preview", preview: true },
];

const tierOf = remembered((overrides: Overrides, preview: boolean) => deploy(() => new WebTier("web", argsOf(overrides)), { preview }));

/** Type and name of each resource, with its parent; the order in which they are registered means nothing. */
function tree(resources: readonly Registered[]): string[] {
  return resources.map(({ type, name, parent }) => `${parent ?? "stack"} > ${type} ${name}`).sort();
}

const tier = "web-tier:index:WebTier web";
const network = "web-tier:index:Network web-scale-set";
const monitoring = "web-tier:index:Monitoring web-scale-set";

const defaultTree = [
  `stack > ${tier}`,
  `${tier} > azure-native:resources:ResourceGroup web-resource-group`,
  `${tier} > web-tier:index:Network web-scale-set`,
  `${network} > azure-native:network:VirtualNetwork web-scale-set-vnet`,
  `${network} > azure-native:network:NetworkSecurityGroup web-scale-set-nsg`,
  `${network} > azure-native:network:Subnet web-scale-set-subnet`,
  `${network} > random:index/randomString:RandomString web-scale-set-dns-suffix`,
  `${network} > azure-native:network:PublicIPAddress web-scale-set-ip`,
  `${tier} > web-tier:index:LoadBalancer web-scale-set`,
  `web-tier:index:LoadBalancer web-scale-set > azure-native:network:LoadBalancer web-scale-set-lb`,
  `${tier} > web-tier:index:ScaleSet web-scale-set`,
  `web-tier:index:ScaleSet web-scale-set > azure-native:compute:VirtualMachineScaleSet web-scale-set`,
  `${tier} > web-tier:index:Autoscale web-scale-set`,
  `web-tier:index:Autoscale web-scale-set > azure-native:monitor:AutoscaleSetting web-scale-set-autoscale`,
  `${tier} > web-tier:index:Monitoring web-scale-set`,
  `${monitoring} > azure-native:monitor:ActionGroup web-scale-set-alerts`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-cpu-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-network-in-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-network-out-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-disk-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-instance-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-data-path-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-probe-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-capacity-alert`,
  `${monitoring} > azure-native:monitor:MetricAlert web-scale-set-credits-alert`,
  `${monitoring} > azure-native:monitor:ActivityLogAlert web-scale-set-repairs-alert`,
];

const without = (...types: string[]) => defaultTree.filter((line) => !types.some((type) => line.includes(`> ${type} `)));

describe.each(modes)("in a run of $mode", ({ preview }) => {
  it.each<{ options: Overrides; expected: string[] }>([
    { options: {}, expected: defaultTree },
    { options: { resourceGroupName: "shared" }, expected: without("azure-native:resources:ResourceGroup") },
    {
      options: { subnetId },
      expected: without("azure-native:network:VirtualNetwork", "azure-native:network:NetworkSecurityGroup", "azure-native:network:Subnet"),
    },
    {
      options: { outbound: "natGateway" },
      expected: [
        ...defaultTree,
        `${network} > azure-native:network:NatGateway web-scale-set-nat`,
        `${network} > azure-native:network:PublicIPAddress web-scale-set-nat-ip`,
      ],
    },
    { options: { inboundNat: "rules" }, expected: defaultTree },
    { options: { vmSize: "Standard_D2s_v5" }, expected: defaultTree.filter((line) => !line.endsWith("-credits-alert")) },
    {
      options: { minimumInstances: 3, defaultInstances: 3, maximumInstances: 3 },
      expected: defaultTree.filter((line) => !line.endsWith("-capacity-alert")),
    },
    { options: { notificationEmails: ["a@example.com"], terminateNotificationMinutes: 5 }, expected: defaultTree },
  ])("the resources with $options are these, each in its component", async ({ options, expected }) => {
    const { resources } = await tierOf(options, preview);
    expect(tree(resources)).toEqual([...expected].sort());
  });
});

describe("the tags", () => {
  const tags = { team: "shop", "cost-center": "1234" };

  it.each(modes)("are on everything that can have some, in a run of $mode", async ({ preview }) => {
    const { resources } = await tierOf({ tags, outbound: "natGateway" }, preview);
    const own = resources.filter(({ type }) => type.startsWith("azure-native:"));
    const untagged = own.filter(({ inputs }) => !isDeepStrictEqual(inputs.tags, tags));
    expect(untagged.map(({ type }) => type)).toEqual(["azure-native:network:Subnet"]);
  });

  it("are not there without the setting, so that no resource seems changed", async () => {
    const { resources } = await tierOf({}, false);
    expect(resources.filter(({ inputs }) => "tags" in inputs)).toEqual([]);
  });
});

describe("the parts", () => {
  it("lead to every resource", async () => {
    const { resources, result } = await tierOf({ outbound: "natGateway" }, false);
    const { resourceGroup, network, loadBalancer, scaleSet, autoscale, monitoring } = result;
    const reached = [
      resourceGroup,
      network.publicIpAddress,
      ...Object.values(network.ownSubnet ?? {}),
      loadBalancer.loadBalancer,
      scaleSet.scaleSet,
      autoscale.autoscaleSetting,
      monitoring.actionGroup,
      ...Object.values(monitoring.metricAlerts),
      monitoring.repairsAlert,
    ];
    const ids = await Promise.all(reached.map((resource) => valueOf(resource!.id)));
    const own = resources.filter(({ type }) => type.startsWith("azure-native:"));
    expect(ids.sort()).toEqual(own.map(({ type, name }) => idOf(type, name)).sort());
  });

  it("have no resource group or subnet where they exist already", async () => {
    const { result } = await tierOf({ resourceGroupName: "shared", subnetId }, false);
    expect(result.resourceGroup).toBeUndefined();
    expect(result.network.ownSubnet).toBeUndefined();
  });
});

describe("the resource group", () => {
  it("is the one that was created, for every other resource", async () => {
    const { resources } = await tierOf({}, false);
    const groups = resources.filter(({ inputs }) => "resourceGroupName" in inputs).map(({ inputs }) => inputs.resourceGroupName);
    expect(groups).toHaveLength(18);
    expect(new Set(groups)).toEqual(new Set(["web-resource-group"]));
  });

  it("is the existing one that was named", async () => {
    const { resources, result } = await tierOf({ resourceGroupName: "shared" }, false);
    const groups = resources.flatMap(({ inputs }) => inputs.resourceGroupName ?? []);
    expect(new Set(groups)).toEqual(new Set(["shared"]));
    expect(await valueOf(result.resourceGroupName)).toBe("shared");
  });

  it("decides the location of all but what is global", async () => {
    const { resources } = await tierOf({}, false);
    const located = resources.filter(({ inputs }) => "location" in inputs);
    expect(new Set(located.map(({ type }) => type))).toEqual(
      new Set(["azure-native:monitor:ActionGroup", "azure-native:monitor:MetricAlert", "azure-native:monitor:ActivityLogAlert"]),
    );
    expect(new Set(located.map(({ inputs }) => inputs.location))).toEqual(new Set(["global"]));
  });
});

describe("the names", () => {
  it("fit Azure's limits with the longest name and Pulumi's eight random characters", async () => {
    const { resources } = await deploy(() => new WebTier("a23456789012345", argsOf({ outbound: "natGateway" })));
    const limits: Record<string, number> = {
      "azure-native:compute:VirtualMachineScaleSet": 64,
      "azure-native:network:VirtualNetwork": 64,
      "azure-native:network:NatGateway": 80,
      "azure-native:network:LoadBalancer": 80,
      "azure-native:network:PublicIPAddress": 80,
      "azure-native:network:NetworkSecurityGroup": 80,
      "azure-native:network:Subnet": 80,
      "azure-native:resources:ResourceGroup": 90,
    };
    const tooLong = resources.filter(({ type, name }) => name.length + 8 > (limits[type] ?? 128));
    expect(tooLong).toEqual([]);
    expect(Object.keys(limits).filter((type) => !resources.some((resource) => resource.type === type))).toEqual([]);
  });
});

describe("the outputs", () => {
  it("lead to the site, to an instance and to the portal", async () => {
    const { result } = await tierOf({}, false);
    expect(await valueOf(result.url)).toBe("http://web-abcd1234.westeurope.cloudapp.azure.com");
    expect(await valueOf(result.publicIpAddress)).toBe("203.0.113.10");
    expect(await valueOf(result.sshCommand)).toBe("ssh -p 50000 adminuser@203.0.113.10");
    expect(await valueOf(result.sshPortsCommand)).toContain(" --resource-group web-resource-group --name web-scale-set ");
    expect(await valueOf(result.resourceGroupName)).toBe("web-resource-group");
    expect(await valueOf(result.scaleSetName)).toBe("web-scale-set");
    expect(await valueOf(result.loadBalancerName)).toBe("web-scale-set-lb");
    expect(await valueOf(result.portalUrl)).toBe(
      "https://portal.azure.com/#resource/subscriptions/0/resourceGroups/group/providers/compute/VirtualMachineScaleSet/web-scale-set/overview",
    );
  });

  it("name the site's port when it is not 80", async () => {
    const { result } = await tierOf({ frontendPort: 8080 }, false);
    expect(await valueOf(result.url)).toBe("http://web-abcd1234.westeurope.cloudapp.azure.com:8080");
  });
});
