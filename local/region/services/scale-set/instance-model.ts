import { readOnce } from "../../../../azure/properties/read-once";
import type { View } from "../../../../azure/properties/view";
import { is } from "../../../../azure/rules/lookups";
import { durationInSeconds } from "../../../../azure/facts/duration";
import { type HealthExtensionSettings, healthExtensionSettings, healthProtocols } from "./health/health-extension";
import { type TerminateNotificationProfile, terminateNotificationProfile } from "./terminate-notification";

/** What the health extension of a model asks, at localhost in the instance. */
export interface HealthProbe {
  readonly settings: HealthExtensionSettings;
  readonly port: number;
  readonly requestPath: string;
}

/** The part of a scale set that an instance is made from: a change of it is a new model. */
export interface InstanceModel {
  readonly size: string;
  /** The id of the image, or `publisher:offer:sku:version` of a marketplace image. */
  readonly image: string;
  readonly computerNamePrefix: string;
  readonly adminUsername: string;
  readonly sshPublicKeys: readonly string[];
  readonly userData?: string;
  readonly customData?: string;
  /** What the health extension asks; absent where the model has no such extension. */
  readonly healthProbe?: HealthProbe;
  /** The id of the load balancer's probe that tells the health, in place of the extension. */
  readonly loadBalancerProbeId?: string;
  readonly terminateNotification: TerminateNotificationProfile;
  /** Absent in a model that an earlier version of the region has kept. */
  readonly metadata?: ModelMetadata;
}

/** What the instance metadata service tells of a model, besides what a machine is made from; in Azure's words. */
export interface ModelMetadata {
  readonly priority: string;
  readonly evictionPolicy?: string;
  readonly disablePasswordAuthentication: boolean;
  readonly imageReference: Readonly<Partial<Record<ImageReferenceKey, string>>>;
  readonly osDisk: { readonly caching?: string; readonly diskSizeGB?: number; readonly storageAccountType?: string };
  readonly securityProfile: {
    readonly secureBootEnabled?: boolean;
    readonly vTpmEnabled?: boolean;
    readonly encryptionAtHost?: boolean;
    readonly securityType?: string;
  };
  /** Other tags alone are no new model: they reach the instances that have the latest one as they are. */
  readonly tags: Readonly<Record<string, string>>;
}

const imageReferenceKeys = [
  "id",
  "publisher",
  "offer",
  "sku",
  "version",
  "communityGalleryImageId",
  "sharedGalleryImageId",
  "exactVersion",
] as const;

type ImageReferenceKey = (typeof imageReferenceKeys)[number];

/** How the metadata service spells what a model may spell otherwise; a mere other spelling is no new model either. */
const words = {
  priority: ["Regular", "Low", "Spot"],
  evictionPolicy: ["Deallocate", "Delete"],
  caching: ["None", "ReadOnly", "ReadWrite"],
  storageAccountType: ["Standard_LRS", "StandardSSD_LRS", "StandardSSD_ZRS", "Premium_LRS", "Premium_ZRS", "PremiumV2_LRS", "UltraSSD_LRS"],
  securityType: ["Standard", "TrustedLaunch", "ConfidentialVM"],
} as const;

/** Azure's name of the health extension on Linux. */
const healthExtensionType = "ApplicationHealthLinux";

/** Reads what the instances of a scale set are made from, with Azure's defaults for what the program left open. */
export function readInstanceModel(scaleSet: View): InstanceModel & { readonly metadata: ModelMetadata } {
  const profile = scaleSet.at("virtualMachineProfile");
  const notification = profile.at("scheduledEventsProfile.terminateNotificationProfile");
  const timeout = notification.text("notBeforeTimeout");
  return {
    size: scaleSet.text("sku.name") ?? "",
    image: readImage(profile.at("storageProfile.imageReference")),
    computerNamePrefix: profile.text("osProfile.computerNamePrefix") ?? scaleSet.text("name") ?? "",
    adminUsername: profile.text("osProfile.adminUsername") ?? "",
    sshPublicKeys: profile.list("osProfile.linuxConfiguration.ssh.publicKeys").flatMap((key) => key.text("keyData") ?? []),
    userData: profile.text("userData"),
    customData: profile.text("osProfile.customData"),
    healthProbe: readHealthProbe(profile),
    loadBalancerProbeId: profile.text("networkProfile.healthProbe.id"),
    terminateNotification: terminateNotificationProfile({
      enable: notification.flag("enable"),
      notBeforeTimeoutSeconds: timeout === undefined ? undefined : durationInSeconds(timeout),
    }),
    metadata: readMetadata(scaleSet, profile),
  };
}

/** True where the model that is kept is the one that is declared, as far as the version of the region that kept it knew models. */
export function isSameModel(kept: InstanceModel, declared: InstanceModel): boolean {
  const known = kept.metadata === undefined ? { ...declared, metadata: undefined, loadBalancerProbeId: undefined } : declared;
  return identityOf(kept) === identityOf(known);
}

/** What makes a model another one, as text. */
export const identityOf = readOnce(({ metadata, ...made }: InstanceModel): string =>
  JSON.stringify({ ...made, metadata: { ...metadata, tags: undefined } }),
);

function readImage(reference: View): string {
  const id = reference.text("id") ?? reference.text("sharedGalleryImageId") ?? reference.text("communityGalleryImageId");
  return id ?? ["publisher", "offer", "sku", "version"].map((name) => reference.text(name) ?? "").join(":");
}

function readHealthProbe(profile: View): HealthProbe | undefined {
  const extension = profile.list("extensionProfile.extensions").find((candidate) => is(candidate.at("type"), healthExtensionType));
  if (!extension) {
    return undefined;
  }
  const settings = extension.at("settings");
  const protocol = settings.choice(healthProtocols, "protocol");
  return {
    settings: healthExtensionSettings(extension.text("typeHandlerVersion") ?? "1.0", {
      protocol,
      intervalInSeconds: settings.number("intervalInSeconds"),
      numberOfProbes: settings.number("numberOfProbes"),
      gracePeriod: settings.number("gracePeriod"),
    }),
    port: settings.number("port") ?? (protocol === "https" ? 443 : 80),
    requestPath: settings.text("requestPath") ?? "/",
  };
}

function readMetadata(scaleSet: View, profile: View): ModelMetadata {
  const image = profile.at("storageProfile.imageReference");
  const disk = profile.at("storageProfile.osDisk");
  const security = profile.at("securityProfile");
  return {
    priority: spelled(profile.at("priority"), words.priority) ?? "Regular",
    evictionPolicy: spelled(profile.at("evictionPolicy"), words.evictionPolicy),
    disablePasswordAuthentication: profile.flag("osProfile.linuxConfiguration.disablePasswordAuthentication") ?? false,
    imageReference: Object.fromEntries(imageReferenceKeys.map((key) => [key, image.text(key)])),
    osDisk: {
      caching: spelled(disk.at("caching"), words.caching),
      diskSizeGB: disk.number("diskSizeGB"),
      storageAccountType: spelled(disk.at("managedDisk.storageAccountType"), words.storageAccountType),
    },
    securityProfile: {
      secureBootEnabled: security.flag("uefiSettings.secureBootEnabled"),
      vTpmEnabled: security.flag("uefiSettings.vTpmEnabled"),
      encryptionAtHost: security.flag("encryptionAtHost"),
      securityType: spelled(security.at("securityType"), words.securityType),
    },
    tags: Object.fromEntries(scaleSet.entries("tags").map(([key, value]) => [key, value.text() ?? ""])),
  };
}

/** A word that Azure has got since the typings were made stays as it is declared. */
function spelled(place: View, known: readonly string[]): string | undefined {
  return place.choice(known) ?? place.text();
}
