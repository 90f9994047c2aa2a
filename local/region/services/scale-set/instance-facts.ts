import { computerName } from "./instance-names";
import { hardwareAddress } from "../../podman/machines/machine-address";
import type { InstanceFacts } from "./metadata/facts";
import type { View } from "../../../../azure/properties/view";
import { localSubscription } from "../../../../azure/arm/id";
import type { InstanceRecord } from "./scale-set-state";

/** A scale set in its place, for what its instances are told of themselves. */
export interface SetInPlace {
  readonly id: string;
  readonly name: string;
  readonly resourceGroupName: string;
  readonly properties: View;
  /** The range of the subnet, as a CIDR block. */
  readonly subnet: string;
}

/** What the instance metadata service tells an instance of itself. */
export function instanceFacts({ id, name, resourceGroupName, properties, subnet }: SetInPlace, record: InstanceRecord): InstanceFacts {
  const profile = properties.at("virtualMachineProfile");
  const os = profile.at("osProfile");
  const disk = profile.at("storageProfile.osDisk");
  const security = profile.at("securityProfile");
  return {
    name: record.name,
    vmId: record.vmId,
    resourceId: `${id}/virtualMachines/${record.id}`,
    subscriptionId: localSubscription,
    resourceGroupName,
    location: properties.text("location") ?? "",
    ...(record.zone !== undefined && { zone: record.zone }),
    vmSize: properties.text("sku.name") ?? "",
    scaleSet: { name, id, orchestrationMode: "Uniform" },
    faultDomain: 0,
    priority: (profile.text("priority") as InstanceFacts["priority"] | undefined) ?? "Regular",
    ...text("evictionPolicy", profile),
    tags: Object.fromEntries(properties.entries("tags").map(([key, value]) => [key, value.text() ?? ""])),
    computerName: computerName(os.text("computerNamePrefix") ?? name, record.id),
    adminUsername: os.text("adminUsername") ?? "",
    disablePasswordAuthentication: os.flag("linuxConfiguration.disablePasswordAuthentication") ?? false,
    publicKeys: os
      .list("linuxConfiguration.ssh.publicKeys")
      .map((key) => ({ keyData: key.text("keyData") ?? "", path: key.text("path") ?? "" })),
    ...text("userData", profile),
    imageReference: Object.assign(
      {},
      ...["id", "publisher", "offer", "sku", "version", "communityGalleryImageId", "sharedGalleryImageId", "exactVersion"].map((key) =>
        text(key, profile.at("storageProfile.imageReference")),
      ),
    ) as InstanceFacts["imageReference"],
    osDisk: {
      ...text("caching", disk),
      ...(disk.number("diskSizeGB") !== undefined && { diskSizeGB: disk.number("diskSizeGB") }),
      ...(disk.text("managedDisk.storageAccountType") !== undefined && {
        storageAccountType: disk.text("managedDisk.storageAccountType"),
      }),
    },
    securityProfile: {
      ...flag("secureBootEnabled", security.at("uefiSettings")),
      ...flag("vTpmEnabled", security.at("uefiSettings")),
      ...flag("encryptionAtHost", security),
      ...text("securityType", security),
    },
    networkInterfaces: [{ privateIpAddress: record.address, subnet, macAddress: hardwareAddress(record.address) }],
  };
}

function text(key: string, place: View): Record<string, string> {
  const value = place.text(key);
  return value === undefined ? {} : { [key]: value };
}

function flag(key: string, place: View): Record<string, boolean> {
  const value = place.flag(key);
  return value === undefined ? {} : { [key]: value };
}
