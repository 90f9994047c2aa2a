import { shortDigest } from "../../../../azure/arm/id";
import { type HealthExtensionSettings, healthExtensionSettings } from "./health/health-extension";
import { type AutomaticRepairsPolicy, automaticRepairsPolicy } from "./repair/repairs";
import type { ScaleInRule } from "./scale-in";
import { type TerminateNotificationProfile, terminateNotificationProfile } from "./terminate-notification";
import { type RollingUpgradePolicy, rollingUpgradePolicy, type UpgradePolicy } from "./upgrade/upgrade-policy";
import type { ZoneModel } from "./zones";
import { readOnce } from "../../../../azure/properties/read-once";
import { type View, viewOf } from "../../../../azure/properties/view";
import { durationInSeconds } from "../../../../azure/facts/duration";

/** What the health extension of a model asks, at localhost in the instance. */
export interface HealthProbe {
  readonly settings: HealthExtensionSettings;
  readonly port: number;
  readonly requestPath: string;
}

/** The part of a scale set that an instance is made from: a change of it is a new model. */
export interface InstanceModel {
  readonly size: string;
  /** The id of the image, or `publisher:offer:sku` of a marketplace image. */
  readonly image: string;
  readonly computerNamePrefix: string;
  readonly adminUsername: string;
  readonly sshPublicKeys: readonly string[];
  readonly userData?: string;
  readonly customData?: string;
  readonly healthProbe?: HealthProbe;
  readonly terminateNotification: TerminateNotificationProfile;
}

/** How a scale set is attached to the network. */
export interface ScaleSetNetwork {
  readonly subnetId: string;
  readonly backendPoolIds: readonly string[];
  readonly natPoolIds: readonly string[];
  readonly securityGroupId?: string;
}

/** A scale set as its services see it. */
export interface ScaleSetModel {
  readonly capacity: number;
  readonly zones: ZoneModel;
  readonly instance: InstanceModel;
  /** Names the instance model: the same model has the same name. */
  readonly modelName: string;
  readonly network: ScaleSetNetwork;
  readonly upgradePolicy: UpgradePolicy;
  readonly repairs: AutomaticRepairsPolicy;
  readonly scaleInRule: ScaleInRule;
}

/** Azure's name of the health extension on Linux. */
const healthExtensionType = "ApplicationHealthLinux";

/** Reads a scale set's properties, with Azure's defaults for what the program left open. */
export const readScaleSet = readOnce((properties): ScaleSetModel => {
  const scaleSet = viewOf(properties);
  const instance = readInstanceModel(scaleSet);
  return {
    capacity: scaleSet.number("sku.capacity") ?? 0,
    zones: { zones: scaleSet.texts("zones"), zoneBalance: scaleSet.flag("zoneBalance") ?? false },
    instance,
    modelName: shortDigest(JSON.stringify(instance), 12),
    network: readNetwork(scaleSet),
    upgradePolicy: readUpgradePolicy(scaleSet.at("upgradePolicy")),
    repairs: readRepairs(scaleSet.at("automaticRepairsPolicy")),
    scaleInRule: (scaleSet.texts("scaleInPolicy.rules")[0] as ScaleInRule | undefined) ?? "Default",
  };
});

function readInstanceModel(scaleSet: View): InstanceModel {
  const profile = scaleSet.at("virtualMachineProfile");
  const notification = profile.at("scheduledEventsProfile.terminateNotificationProfile");
  return {
    size: scaleSet.text("sku.name") ?? "",
    image: readImage(profile.at("storageProfile.imageReference")),
    computerNamePrefix: profile.text("osProfile.computerNamePrefix") ?? scaleSet.text("name") ?? "",
    adminUsername: profile.text("osProfile.adminUsername") ?? "",
    sshPublicKeys: profile.list("osProfile.linuxConfiguration.ssh.publicKeys").flatMap((key) => key.text("keyData") ?? []),
    userData: profile.text("userData"),
    customData: profile.text("osProfile.customData"),
    healthProbe: readHealthProbe(profile),
    terminateNotification: terminateNotificationProfile({
      ...(notification.has("enable") && { enable: notification.flag("enable") }),
      ...seconds("notBeforeTimeoutSeconds", notification.at("notBeforeTimeout")),
    }),
  };
}

function readImage(reference: View): string {
  const id = reference.text("id") ?? reference.text("sharedGalleryImageId") ?? reference.text("communityGalleryImageId");
  return id ?? ["publisher", "offer", "sku"].map((name) => reference.text(name) ?? "").join(":");
}

function readHealthProbe(profile: View): HealthProbe | undefined {
  const extension = profile.list("extensionProfile.extensions").find((candidate) => candidate.text("type") === healthExtensionType);
  if (!extension) {
    return undefined;
  }
  const settings = extension.at("settings");
  const protocol = settings.text("protocol") as HealthExtensionSettings["protocol"];
  return {
    settings: healthExtensionSettings(extension.text("typeHandlerVersion") ?? "1.0", {
      ...(protocol !== undefined && { protocol }),
      ...defined("intervalInSeconds", settings.number("intervalInSeconds")),
      ...defined("numberOfProbes", settings.number("numberOfProbes")),
      ...defined("gracePeriod", settings.number("gracePeriod")),
    }),
    port: settings.number("port") ?? (protocol === "https" ? 443 : 80),
    requestPath: settings.text("requestPath") ?? "/",
  };
}

function readNetwork(scaleSet: View): ScaleSetNetwork {
  const interfaces = scaleSet.list("virtualMachineProfile.networkProfile.networkInterfaceConfigurations");
  const primary = interfaces.find((one) => one.flag("primary")) ?? interfaces[0];
  const addresses = primary?.list("ipConfigurations") ?? [];
  const address = addresses.find((one) => one.flag("primary")) ?? addresses[0];
  const ids = (list: string) => address?.list(list).flatMap((reference) => reference.text("id") ?? []) ?? [];
  return {
    subnetId: address?.text("subnet.id") ?? "",
    backendPoolIds: ids("loadBalancerBackendAddressPools"),
    natPoolIds: ids("loadBalancerInboundNatPools"),
    securityGroupId: primary?.text("networkSecurityGroup.id"),
  };
}

function readUpgradePolicy(policy: View): UpgradePolicy {
  const rolling = policy.at("rollingUpgradePolicy");
  const percentages = ["maxBatchInstancePercent", "maxUnhealthyInstancePercent", "maxUnhealthyUpgradedInstancePercent"] as const;
  const flags = ["prioritizeUnhealthyInstances", "maxSurge", "rollbackFailedInstancesOnPolicyBreach", "enableCrossZoneUpgrade"] as const;
  const declared: Partial<RollingUpgradePolicy> = {
    ...Object.assign({}, ...percentages.map((name) => defined(name, rolling.number(name)))),
    ...Object.assign({}, ...flags.map((name) => defined(name, rolling.flag(name)))),
    ...seconds("pauseTimeBetweenBatchesSeconds", rolling.at("pauseTimeBetweenBatches")),
  };
  return { mode: (policy.text("mode") as UpgradePolicy["mode"] | undefined) ?? "Manual", rolling: rollingUpgradePolicy(declared) };
}

function readRepairs(policy: View): AutomaticRepairsPolicy {
  return automaticRepairsPolicy({
    ...defined("enabled", policy.flag("enabled")),
    ...defined("repairAction", policy.text("repairAction") as AutomaticRepairsPolicy["repairAction"] | undefined),
    ...seconds("gracePeriodSeconds", policy.at("gracePeriod")),
  });
}

/** A property for a spread, left out where there is no value, so that the default of the reader applies. */
function defined<Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { [K in Name]?: T });
}

function seconds<Name extends string>(name: Name, duration: View): { [K in Name]?: number } {
  const text = duration.text();
  return defined(name, text === undefined ? undefined : durationInSeconds(text));
}
