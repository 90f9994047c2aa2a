/** What Azure Monitor knows of a resource type that has metrics. */
export interface MeteredType {
  /** The type, which is also the namespace of its metrics. */
  readonly armType: string;
  /** The names of its metrics, each with the dimensions that it has; the first is the one that most look at. */
  readonly metrics: ReadonlyMap<string, readonly string[]>;
}

/** The lengths that Azure Monitor's metrics are measured in (https://learn.microsoft.com/azure/azure-monitor/metrics/data-platform-metrics). */
export const metricGrains = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H"];

const instance = ["VMName"];
const disk = ["LUN", "VMName"];

const diskMetrics = (kind: "Data Disk" | "OS Disk") =>
  [
    ...["Bandwidth Consumed Percentage", "IOPS Consumed Percentage", "Max Burst Bandwidth", "Max Burst IOPS", "Target Bandwidth"],
    ...["Target IOPS", "Used Burst BPS Credits Percentage", "Used Burst IO Credits Percentage", "Queue Depth", "Latency"],
    ...["Read Bytes/sec", "Read Operations/Sec", "Write Bytes/sec", "Write Operations/Sec"],
  ].map((name) => `${kind} ${name}`);

const instanceMetrics = [
  ...["Percentage CPU", "Available Memory Bytes", "Available Memory Percentage", "VmAvailabilityMetric"],
  ...["Disk Read Bytes", "Disk Read Operations/Sec", "Disk Write Bytes", "Disk Write Operations/Sec"],
  ...["Inbound Flows", "Inbound Flows Maximum Creation Rate", "Outbound Flows", "Outbound Flows Maximum Creation Rate"],
  ...["Network In", "Network In Total", "Network Out", "Network Out Total"],
  ...["Premium OS Disk Cache Read Hit", "Premium OS Disk Cache Read Miss"],
  ...["Cached", "Uncached"].flatMap((kind) => [`VM ${kind} Bandwidth Consumed Percentage`, `VM ${kind} IOPS Consumed Percentage`]),
  ...["Local", "Remote"].flatMap((kind) => [`VM ${kind} Used Burst BPS Credits Percentage`, `VM ${kind} Used Burst IO Credits Percentage`]),
  ...["Max Burst Bandwidth", "Max Burst IOPS", "Latency", "Queue Depth"].map((name) => `Temp Disk ${name}`),
  ...["Read Bytes/sec", "Read Operations/Sec", "Write Bytes/sec", "Write Operations/Sec"].map((name) => `Temp Disk ${name}`),
];

function named(names: readonly string[], dimensions: readonly string[]): [string, readonly string[]][] {
  return names.map((name) => [name, dimensions]);
}

const frontend = ["FrontendIPAddress", "FrontendPort"];
const ports = ["FrontendIPAddress", "BackendIPAddress", "ProtocolType", "IsAwaitingRemoval"];

/**
 * From the pages of the types below https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index. Metrics that single machines
 * have already, and scale sets are about to get, are among those of scale sets.
 */
const meteredTypes: readonly MeteredType[] = [
  {
    armType: "Microsoft.Compute/virtualMachineScaleSets",
    metrics: new Map([
      ...named(instanceMetrics, instance),
      ...named([...diskMetrics("Data Disk"), ...diskMetrics("OS Disk")], disk),
      ...named(["Premium Data Disk Cache Read Hit", "Premium Data Disk Cache Read Miss"], disk),
      ...named(["CPU Credits Consumed", "CPU Credits Remaining"], instance),
    ]),
  },
  {
    armType: "Microsoft.Network/loadBalancers",
    metrics: new Map([
      ["VipAvailability", frontend],
      ["DipAvailability", [...frontend, "ProtocolType", "BackendPort", "BackendIPAddress"]],
      ["GlobalBackendAvailability", [...frontend, "BackendIPAddress", "ProtocolType", "FrontendRegion", "BackendRegion"]],
      ...named(["ByteCount", "PacketCount", "SYNCount"], [...frontend, "Direction"]),
      ["SnatConnectionCount", ["FrontendIPAddress", "BackendIPAddress", "ConnectionState"]],
      ...named(["AllocatedSnatPorts", "UsedSnatPorts"], ports),
    ]),
  },
  {
    armType: "Microsoft.Network/natGateways",
    metrics: new Map([
      ...named(["ByteCount", "PacketCount"], ["Protocol", "Direction"]),
      ...named(["DatapathAvailability", "PacketDropCount"], []),
      ["SNATConnectionCount", ["Protocol", "ConnectionState"]],
      ["TotalConnectionCount", ["Protocol"]],
    ]),
  },
];

/** What is known of a resource type, in any case; undefined where nothing is. */
export function meteredType(armType: string): MeteredType | undefined {
  return meteredTypes.find((type) => type.armType.toLowerCase() === armType.toLowerCase());
}

/** Types that are on none of those pages, and neither is anything in them. */
const typesWithoutMetrics = [
  ...["actionGroups", "activityLogAlerts", "metricAlerts"].map((name) => `Microsoft.Insights/${name}`),
  "Microsoft.ManagedIdentity/userAssignedIdentities",
  ...["applicationSecurityGroups", "networkSecurityGroups", "routeTables"].map((name) => `Microsoft.Network/${name}`),
  ...["backendAddressPools", "frontendIPConfigurations", "inboundNatRules", "loadBalancingRules", "outboundRules", "probes"].map(
    (part) => `Microsoft.Network/loadBalancers/${part}`,
  ),
  "Microsoft.Network/virtualNetworks/subnets",
].map((type) => type.toLowerCase());

/** True where Azure Monitor is known to measure nothing of a resource type. */
export function hasNoMetrics(armType: string): boolean {
  return typesWithoutMetrics.includes(armType.toLowerCase());
}

/** True for the counter of a diagnostics extension, which is a metric of the instance without being one of Azure's: `/builtin/memory/percentusedmemory`. */
export function isGuestCounter(name: string): boolean {
  return /^[\\/]/.test(name);
}

/** The dimensions of a metric, whose name Azure Monitor takes in any case; undefined where the type has no such metric. */
export function dimensionsOf({ metrics }: MeteredType, name: string): readonly string[] | undefined {
  return [...metrics].find(([candidate]) => candidate.toLowerCase() === name.toLowerCase())?.[1];
}

/**
 * The types of which one alert watches several resources
 * (https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types, and
 * https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-metric-near-real-time).
 */
const typesOfSeveral = [
  ...["Microsoft.Cache/redis", "Microsoft.Compute/virtualMachines", "Microsoft.DataBoxEdge/dataBoxEdgeDevices"],
  ...["Microsoft.DataProtection/backupVaults", "Microsoft.DBforPostgreSQL/flexibleServers", "Microsoft.KeyVault/vaults"],
  ...["Microsoft.Insights/dataCollectionRules"],
  ...["Microsoft.NetApp/netAppAccounts/capacityPools", "Microsoft.NetApp/netAppAccounts/capacityPools/volumes"],
  ...["bareMetalMachines", "clusters", "l2Networks", "l3Networks", "storageAppliances"].map((name) => `Microsoft.NetworkCloud/${name}`),
  ...["Microsoft.RecoveryServices/vaults", "Microsoft.Sql/servers/databases", "Microsoft.Sql/servers/elasticPools"],
].map((type) => type.toLowerCase());

/** True where one metric alert can watch several resources of a type. */
export function canWatchSeveral(armType: string): boolean {
  return typesOfSeveral.includes(armType.toLowerCase());
}
