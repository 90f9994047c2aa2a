/**
 * The service tags of security rules, without the region or part that may follow after a period, in lower case: Microsoft's list
 * (https://learn.microsoft.com/azure/virtual-network/service-tags-overview) and the tags of its weekly file for the US Government cloud
 * (https://www.microsoft.com/download/details.aspx?id=57063), as of July 2026.
 */
const serviceTags: ReadonlySet<string> = new Set(
  [
    "ActionGroup ApiManagement AppConfiguration ApplicationInsightsAvailability AppService AppServiceManagement",
    "AutonomousDevelopmentPlatform BatchNodeManagement ChaosStudio CognitiveServicesFrontend CognitiveServicesManagement DataFactory",
    "DataFactoryManagement EOPExternalPublishedIPs EventHub GatewayManager GuestAndHybridManagement HDInsight Internet KustoAnalytics",
    "LogicApps LogicAppsManagement Marketplace OneDsCollector SCCservice Scuba SerialConsole ServiceBus ServiceFabric Sql SqlManagement",
    "Storage StorageMover StorageSyncService SystemServiceAzureSpringAppsResourceProvider TrafficManager VideoIndexer VirtualDesktop",
    "VirtualNetwork",
  ].flatMap((line) => line.toLowerCase().split(" ")),
);

/** What the names of the other tags begin with; new ones come every few months, so no list of them stays complete. */
const families = /^(azure|microsoft|m365|dynamics365|power|windows|defender|office)/;

/**
 * True for the name of a service tag, or for one that may have become one. The reserved names of subnets are none, though people take
 * them for tags; no tag has an underscore, as those of the classic deployment model had.
 */
export function isServiceTag(text: string): boolean {
  const [name, ...parts] = text.toLowerCase().split(".");
  const isWellFormed = /^[a-z][a-z0-9]*$/.test(name) && parts.every((part) => /^[a-z0-9]+$/.test(part));
  return isWellFormed && (serviceTags.has(name) || (families.test(name) && !name.endsWith("subnet")));
}

/** Tags of what every machine needs, which a rule can only deny; in lower case. */
export const deniedOnly: ReadonlySet<string> = new Set(["azureplatformdns", "azureplatformimds", "azureplatformlkm"]);
