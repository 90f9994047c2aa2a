import * as compute from "@pulumi/azure-native/compute";
import * as monitor from "@pulumi/azure-native/monitor";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

const config = new pulumi.Config();

const group = new resources.ResourceGroup("web-resource-group");
const resourceGroupName = group.name;

const suffix = new random.RandomString("web-scale-set-dns-suffix", { length: 8, special: false, upper: false });

const address = new network.PublicIPAddress("web-scale-set-ip", {
  resourceGroupName,
  sku: { name: "Standard", tier: "Regional" },
  publicIPAllocationMethod: "Static",
  publicIPAddressVersion: "IPv4",
  zones: ["1", "2", "3"],
  idleTimeoutInMinutes: 4,
  dnsSettings: { domainNameLabel: pulumi.interpolate`web-${suffix.result}` },
});

const virtualNetwork = new network.VirtualNetwork(
  "web-scale-set-vnet",
  { resourceGroupName, addressSpace: { addressPrefixes: ["10.0.0.0/16"] } },
  { ignoreChanges: ["subnets"] },
);

const securityGroup = new network.NetworkSecurityGroup("web-scale-set-nsg", {
  resourceGroupName,
  securityRules: [
    {
      name: "allow-site",
      priority: 100,
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      sourceAddressPrefix: "Internet",
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "80",
    },
  ],
});

const subnet = new network.Subnet("web-scale-set-subnet", {
  resourceGroupName,
  virtualNetworkName: virtualNetwork.name,
  addressPrefix: "10.0.0.0/24",
  defaultOutboundAccess: false,
  networkSecurityGroup: { id: securityGroup.id },
});

const frontend = { id: "$self/frontendIPConfigurations/site" };
const pool = { id: "$self/backendAddressPools/instances" };

const loadBalancer = new network.LoadBalancer("web-scale-set-lb", {
  resourceGroupName,
  sku: { name: "Standard", tier: "Regional" },
  frontendIPConfigurations: [{ name: "site", publicIPAddress: { id: address.id } }],
  backendAddressPools: [{ name: "instances" }],
  probes: [
    { name: "readiness", protocol: "Http", port: 80, requestPath: "/readyz", intervalInSeconds: 5, numberOfProbes: 2, probeThreshold: 2 },
  ],
  loadBalancingRules: [
    {
      name: "site",
      protocol: "Tcp",
      frontendPort: 80,
      backendPort: 80,
      frontendIPConfiguration: frontend,
      backendAddressPool: pool,
      probe: { id: "$self/probes/readiness" },
      loadDistribution: "Default",
      enableFloatingIP: false,
      idleTimeoutInMinutes: 4,
      enableTcpReset: true,
      disableOutboundSnat: true,
    },
  ],
  inboundNatPools: [
    {
      name: "ssh",
      protocol: "Tcp",
      frontendPortRangeStart: 50000,
      frontendPortRangeEnd: 50119,
      backendPort: 22,
      frontendIPConfiguration: frontend,
      idleTimeoutInMinutes: 4,
      enableTcpReset: true,
      enableFloatingIP: false,
    },
  ],
  outboundRules: [
    {
      name: "internet",
      protocol: "All",
      frontendIPConfigurations: [frontend],
      backendAddressPool: pool,
      allocatedOutboundPorts: 2048,
      idleTimeoutInMinutes: 4,
      enableTcpReset: true,
    },
  ],
});

const scaleSet = new compute.VirtualMachineScaleSet(
  "web-scale-set",
  {
    resourceGroupName,
    orchestrationMode: "Uniform",
    zones: ["1", "2", "3"],
    platformFaultDomainCount: 1,
    singlePlacementGroup: false,
    overprovision: false,
    sku: { name: "Standard_B1s", tier: "Standard", capacity: 2 },
    upgradePolicy: {
      mode: "Rolling",
      rollingUpgradePolicy: {
        maxBatchInstancePercent: 33,
        maxUnhealthyInstancePercent: 50,
        maxUnhealthyUpgradedInstancePercent: 20,
        maxSurge: true,
        pauseTimeBetweenBatches: "PT30S",
        prioritizeUnhealthyInstances: true,
        rollbackFailedInstancesOnPolicyBreach: true,
      },
      automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: false },
    },
    automaticRepairsPolicy: { enabled: true, gracePeriod: "PT10M", repairAction: "Replace" },
    virtualMachineProfile: {
      storageProfile: {
        imageReference: { publisher: "Debian", offer: "debian-13", sku: "13-gen2", version: "latest" },
        osDisk: { createOption: "FromImage", caching: "ReadWrite", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
      },
      osProfile: {
        computerNamePrefix: "web",
        adminUsername: "adminuser",
        linuxConfiguration: {
          disablePasswordAuthentication: true,
          provisionVMAgent: true,
          ssh: { publicKeys: [{ path: "/home/adminuser/.ssh/authorized_keys", keyData: config.require("sshPublicKey") }] },
        },
      },
      networkProfile: {
        networkInterfaceConfigurations: [
          {
            name: "primary",
            primary: true,
            ipConfigurations: [
              {
                name: "primary",
                primary: true,
                subnet: { id: subnet.id },
                loadBalancerBackendAddressPools: [{ id: pulumi.interpolate`${loadBalancer.id}/backendAddressPools/instances` }],
                loadBalancerInboundNatPools: [{ id: pulumi.interpolate`${loadBalancer.id}/inboundNatPools/ssh` }],
              },
            ],
          },
        ],
      },
      extensionProfile: {
        extensions: [
          {
            name: "HealthExtension",
            publisher: "Microsoft.ManagedServices",
            type: "ApplicationHealthLinux",
            typeHandlerVersion: "1.0",
            autoUpgradeMinorVersion: true,
            settings: { protocol: "http", port: 80, requestPath: "/healthz", intervalInSeconds: 5, numberOfProbes: 3 },
          },
        ],
      },
      securityProfile: { securityType: "TrustedLaunch", uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } },
      diagnosticsProfile: { bootDiagnostics: { enabled: true } },
      scheduledEventsProfile: { terminateNotificationProfile: { enable: false } },
      userData: Buffer.from("#!/bin/sh\napt-get update\napt-get install -y nginx-light\n").toString("base64"),
    },
  },
  { ignoreChanges: ["sku.capacity"] },
);

const cpu = {
  metricName: "Percentage CPU",
  metricResourceUri: scaleSet.id,
  statistic: "Average",
  timeAggregation: "Average",
  timeGrain: "PT1M",
  timeWindow: "PT5M",
  dividePerInstance: false,
} as const;

const autoscale = new monitor.AutoscaleSetting("web-scale-set-autoscale", {
  resourceGroupName,
  targetResourceUri: scaleSet.id,
  enabled: true,
  profiles: [
    {
      name: "usual",
      capacity: { minimum: "2", default: "2", maximum: "3" },
      rules: [
        {
          metricTrigger: { ...cpu, operator: "GreaterThan", threshold: 75 },
          scaleAction: { direction: "Increase", type: "ChangeCount", value: "1", cooldown: "PT5M" },
        },
        {
          metricTrigger: { ...cpu, operator: "LessThan", threshold: 20 },
          scaleAction: { direction: "Decrease", type: "ChangeCount", value: "1", cooldown: "PT5M" },
        },
      ],
    },
  ],
});

const operators = new monitor.ActionGroup("web-scale-set-alerts", {
  resourceGroupName,
  location: "global",
  groupShortName: "web",
  enabled: true,
});

const alerts = [
  ["cpu", scaleSet, "Percentage CPU", "GreaterThan", 80, "PT5M", "PT1M"],
  ["network-in", scaleSet, "Network In Total", "GreaterThan", 700e6, "PT15M", "PT5M"],
  ["network-out", scaleSet, "Network Out Total", "GreaterThan", 700e6, "PT15M", "PT5M"],
  ["disk", scaleSet, "OS Disk IOPS Consumed Percentage", "GreaterThan", 95, "PT1H", "PT30M"],
  ["instance", scaleSet, "VmAvailabilityMetric", "LessThan", 1, "PT5M", "PT1M"],
  ["data-path", loadBalancer, "VipAvailability", "LessThan", 90, "PT5M", "PT1M"],
  ["probe", loadBalancer, "DipAvailability", "LessThan", 90, "PT15M", "PT1M"],
  ["capacity", autoscale, "ObservedCapacity", "GreaterThanOrEqual", 3, "PT1H", "PT5M"],
  ["credits", scaleSet, "CPU Credits Remaining", "LessThan", 20, "PT15M", "PT5M"],
] as const;

const namespaces = new Map<pulumi.Resource, string>([
  [scaleSet, "Microsoft.Compute/virtualMachineScaleSets"],
  [loadBalancer, "Microsoft.Network/loadBalancers"],
  [autoscale, "Microsoft.Insights/autoscalesettings"],
]);

for (const [name, scope, metricName, operator, threshold, windowSize, evaluationFrequency] of alerts) {
  new monitor.MetricAlert(`web-scale-set-${name}-alert`, {
    resourceGroupName,
    location: "global",
    enabled: true,
    autoMitigate: true,
    severity: 2,
    scopes: [scope.id],
    windowSize,
    evaluationFrequency,
    criteria: {
      odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
      allOf: [
        {
          criterionType: "StaticThresholdCriterion",
          name: "threshold",
          metricNamespace: namespaces.get(scope),
          metricName,
          operator,
          threshold,
          timeAggregation: "Average",
        },
      ],
    },
    actions: [{ actionGroupId: operators.id }],
  });
}

new monitor.ActivityLogAlert("web-scale-set-repairs-alert", {
  resourceGroupName,
  location: "global",
  enabled: true,
  scopes: [scaleSet.id],
  condition: {
    allOf: [
      { field: "category", equals: "Administrative" },
      { field: "operationName", equals: "Microsoft.Compute/virtualMachineScaleSets/setOrchestrationServiceState/action" },
      { field: "status", equals: "Succeeded" },
    ],
  },
  actions: { actionGroups: [{ actionGroupId: operators.id }] },
});

export const url = address.dnsSettings.apply((dnsSettings) => `http://${dnsSettings?.fqdn}`);
