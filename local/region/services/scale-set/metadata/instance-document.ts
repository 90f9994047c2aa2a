import type { MetadataDocument } from "./document";
import type { InstanceFacts, NetworkInterfaceFacts } from "./facts";

type Field = readonly [place: string, introduced: string, value: (facts: InstanceFacts) => MetadataDocument | undefined];

const nothing = () => undefined;

/**
 * The fields of `compute`, each with the version that brought it
 * (https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service, "Instance metadata").
 * What Azure tells of the hardware, and the region cannot know, is empty.
 */
const computeFields: readonly Field[] = [
  ["additionalCapabilities.hibernationEnabled", "2021-11-01", () => "false"],
  ["azEnvironment", "2018-10-01", () => "AzurePublicCloud"],
  ["customData", "2019-02-01", nothing],
  ["evictionPolicy", "2020-12-01", ({ evictionPolicy }) => evictionPolicy],
  ["extendedLocation.name", "2021-03-01", nothing],
  ["extendedLocation.type", "2021-03-01", nothing],
  ["host.id", "2021-11-15", nothing],
  ["hostGroup.id", "2021-11-15", nothing],
  ["isHostCompatibilityLayerVm", "2020-06-01", () => "false"],
  ["licenseType", "2020-09-01", nothing],
  ["location", "2017-04-02", ({ location }) => location],
  ["name", "2017-04-02", ({ name }) => name],
  ["offer", "2017-04-02", ({ imageReference }) => imageReference.offer],
  ["osProfile.adminUsername", "2020-07-15", ({ adminUsername }) => adminUsername],
  ["osProfile.computerName", "2020-07-15", ({ computerName }) => computerName],
  ["osProfile.disablePasswordAuthentication", "2020-10-01", (facts) => String(facts.disablePasswordAuthentication)],
  ["osType", "2017-04-02", () => "Linux"],
  ["physicalZone", "2023-11-15", nothing],
  ["placementGroupId", "2017-08-01", nothing],
  ["plan.name", "2018-04-02", nothing],
  ["plan.product", "2018-04-02", nothing],
  ["plan.publisher", "2018-04-02", nothing],
  ["platformFaultDomain", "2017-04-02", ({ faultDomain }) => String(faultDomain)],
  ["platformSubFaultDomain", "2021-10-01", nothing],
  ["platformUpdateDomain", "2017-04-02", () => "0"],
  ["priority", "2020-12-01", ({ priority }) => priority],
  ["provider", "2018-10-01", () => "Microsoft.Compute"],
  ["publicKeys", "2018-04-02", ({ publicKeys }) => publicKeys.map(({ keyData, path }) => ({ keyData, path }))],
  ["publisher", "2017-04-02", ({ imageReference }) => imageReference.publisher],
  ["resourceGroupName", "2017-08-01", ({ resourceGroupName }) => resourceGroupName],
  ["resourceId", "2019-03-11", ({ resourceId }) => resourceId],
  ["securityProfile.encryptionAtHost", "2021-11-01", ({ securityProfile }) => flag(securityProfile.encryptionAtHost)],
  ["securityProfile.secureBootEnabled", "2020-06-01", ({ securityProfile }) => flag(securityProfile.secureBootEnabled)],
  ["securityProfile.securityType", "2021-12-13", ({ securityProfile }) => securityProfile.securityType],
  ["securityProfile.virtualTpmEnabled", "2020-06-01", ({ securityProfile }) => flag(securityProfile.vTpmEnabled)],
  ["sku", "2017-04-02", ({ imageReference }) => imageReference.sku],
  ["storageProfile.dataDisks", "2019-06-01", () => []],
  ["storageProfile.imageReference.communityGalleryImageId", "2023-07-01", ({ imageReference }) => imageReference.communityGalleryImageId],
  ["storageProfile.imageReference.exactVersion", "2023-07-01", ({ imageReference }) => imageReference.exactVersion],
  ["storageProfile.imageReference.id", "2019-06-01", ({ imageReference }) => imageReference.id],
  ["storageProfile.imageReference.offer", "2019-06-01", ({ imageReference }) => imageReference.offer],
  ["storageProfile.imageReference.publisher", "2019-06-01", ({ imageReference }) => imageReference.publisher],
  ["storageProfile.imageReference.sharedGalleryImageId", "2023-07-01", ({ imageReference }) => imageReference.sharedGalleryImageId],
  ["storageProfile.imageReference.sku", "2019-06-01", ({ imageReference }) => imageReference.sku],
  ["storageProfile.imageReference.version", "2019-06-01", ({ imageReference }) => imageReference.version],
  ["storageProfile.osDisk.caching", "2019-06-01", ({ osDisk }) => osDisk.caching],
  ["storageProfile.osDisk.createOption", "2019-06-01", () => "FromImage"],
  ["storageProfile.osDisk.diffDiskSettings.option", "2019-06-01", nothing],
  ["storageProfile.osDisk.diskSizeGB", "2019-06-01", ({ osDisk }) => osDisk.diskSizeGB?.toString()],
  ["storageProfile.osDisk.encryptionSettings.enabled", "2019-06-01", () => "false"],
  ["storageProfile.osDisk.image.uri", "2019-06-01", nothing],
  ["storageProfile.osDisk.managedDisk.id", "2019-06-01", nothing],
  ["storageProfile.osDisk.managedDisk.storageAccountType", "2019-06-01", ({ osDisk }) => osDisk.storageAccountType],
  ["storageProfile.osDisk.name", "2019-06-01", nothing],
  ["storageProfile.osDisk.osType", "2019-06-01", () => "Linux"],
  ["storageProfile.osDisk.vhd.uri", "2019-06-01", nothing],
  ["storageProfile.osDisk.writeAcceleratorEnabled", "2019-06-01", () => "false"],
  ["storageProfile.resourceDisk.size", "2021-02-01", () => "0"],
  ["subscriptionId", "2017-08-01", ({ subscriptionId }) => subscriptionId],
  [
    "tags",
    "2017-08-01",
    ({ tags }) =>
      tagPairs(tags)
        .map((pair) => pair.join(":"))
        .join(";"),
  ],
  ["tagsList", "2019-06-04", ({ tags }) => tagPairs(tags).map(([name, value]) => ({ name, value }))],
  ["userData", "2021-01-01", ({ userData }) => userData],
  ["version", "2017-04-02", ({ imageReference }) => imageReference.version],
  // Told to instances of flexible scale sets alone.
  ["virtualMachineScaleSet.id", "2021-03-01", ({ scaleSet }) => (scaleSet.orchestrationMode === "Flexible" ? scaleSet.id : undefined)],
  ["vmId", "2017-04-02", ({ vmId }) => vmId],
  ["vmScaleSetName", "2017-12-01", ({ scaleSet }) => scaleSet.name],
  ["vmSize", "2017-04-02", ({ vmSize }) => vmSize],
  ["zone", "2017-12-01", ({ zone }) => zone],
];

/**
 * The document of `/metadata/instance` as a version has it.
 * @param version An API version that the endpoint supports.
 */
export function instanceDocument(facts: InstanceFacts, version: string): MetadataDocument {
  const compute: Branch = {};
  for (const [place, introduced, value] of computeFields) {
    if (introduced <= version) {
      put(compute, place.split("."), value(facts) ?? "");
    }
  }
  return { compute, network: { interface: facts.networkInterfaces.map(networkInterface) } };
}

interface Branch {
  [key: string]: Branch | MetadataDocument;
}

function put(branch: Branch, [step, ...rest]: string[], value: MetadataDocument): void {
  if (rest.length === 0) {
    branch[step] = value;
  } else {
    put((branch[step] ??= {}) as Branch, rest, value);
  }
}

function networkInterface({ privateIpAddress, publicIpAddress = "", subnet, macAddress }: NetworkInterfaceFacts): MetadataDocument {
  const [address, prefix] = subnet.split("/");
  return {
    ipv4: { ipAddress: [{ privateIpAddress, publicIpAddress }], subnet: [{ address, prefix }] },
    ipv6: { ipAddress: [] },
    macAddress: macAddress.replaceAll(":", "").toUpperCase(),
  };
}

function flag(isSet: boolean | undefined): string {
  return String(isSet ?? false);
}

function tagPairs(tags: InstanceFacts["tags"]): [string, string][] {
  return Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1));
}
