import { cooldownLimits, lookAheadLimits, timeWindowLimits } from "../../azure/facts/autoscale-limits";
import { durationInSeconds } from "../../azure/facts/duration";
import { maximumFrontendPort, maximumPort, probeIntervalLimits } from "../../azure/facts/load-balancer-limits";
import { availabilityZones } from "../../azure/facts/regions";
import {
  healthIntervalLimits,
  healthProbesLimits,
  maximumUserDataBytes,
  repairGracePeriodLimits,
  terminateNotificationLimits,
} from "../../azure/facts/scale-set-limits";
import { minimumRsaBits } from "../../azure/facts/ssh-public-key";
import { choice, duration, flag, integer, namedTexts, objects, text, texts, type Declaration, type ValuesOf } from "./declaration";

/**
 * Every setting of the tier: its type, its default, its limits and what it means. This table is the only place where they are written by
 * hand; `make settings` writes them into `Pulumi.yaml` and the table in `README.md`.
 *
 * A declared setting without a default is required by the Pulumi CLI on every stack, so an optional one has an empty default.
 */

/** The Pulumi project's name, and so the namespace of the settings: `web-tier:name` and so on. */
export const settingsNamespace = "web-tier";

/** Thresholds of 0 and 100 would never be passed. */
const percentLimits = { minimum: 1, maximum: 99 };

const terminateNotificationMinutes = {
  minimum: durationInSeconds(terminateNotificationLimits.minimum) / 60,
  maximum: durationInSeconds(terminateNotificationLimits.maximum) / 60,
  or: { value: 0, meaning: "none" },
};

export const declarations = {
  name: text(
    "web",
    "First part of every name, and of the instances' host names. 1 to 15 lower-case letters, digits and hyphens, a letter first and no hyphen last.",
  ),
  resourceGroupName: text(
    "",
    "An existing resource group to deploy into. Empty: one is created. The tier is in azure-native:location, wherever the group is.",
  ),
  tags: namedTexts("Tags of every resource that can have some, which is all but the subnet. They are no place for secrets."),

  virtualNetworkAddressPrefix: text("10.0.0.0/16", "Address range of the virtual network, as a CIDR block."),
  subnetAddressPrefix: text("10.0.0.0/24", "Address range of the instances' subnet, inside the virtual network's."),
  subnetId: text(
    "",
    "Resource id of an existing subnet for the instances. In azure-native:location; its owner looks after its security rules. Empty: one is created.",
  ),
  sshSourceAddressPrefixes: texts(
    [],
    "CIDR blocks that may reach the instances by SSH. Empty: nobody may from outside; machines of one virtual network reach each other " +
      "at every port.",
  ),
  frontendPort: integer(80, { minimum: 1, maximum: maximumFrontendPort }, "Port of the site on the public IP address."),
  backendPort: integer(80, { minimum: 1, maximum: maximumPort }, "Port on the instances, of the site and of both health paths."),
  inboundNat: choice(
    "pools",
    {
      pools: "inbound NAT pools, which Azure retires on 2027-09-30",
      detachedPools: "pools that no instance uses",
      rules: "inbound NAT rules, version 2",
    },
    "How SSH reaches an instance. A deployed tier goes from pools to rules by way of detachedPools, one update each: Azure refuses to remove " +
      "a pool that instances use.",
  ),
  outbound: choice(
    "outboundRule",
    { outboundRule: "of the load balancer", natGateway: "of the subnet" },
    "How instances reach the internet.",
  ),
  allocatedOutboundPorts: integer(2048, undefined, "Outbound (SNAT) ports of each instance with outboundRule, a multiple of 8."),

  vmSize: text("Standard_B1s", "Size of the instances."),
  imageId: text(
    "",
    "Resource id of the tested image: a managed image or a version of a gallery image. Empty: Debian 13 from the marketplace, made into a web server by user data.",
  ),
  securityType: text(
    "",
    "TrustedLaunch (secure boot and vTPM) or Standard. Empty: TrustedLaunch where size and image take it. A managed image never does; a version " +
      "of a gallery image does if its image definition says so, which the tier cannot see: set Standard where it does not. Back to Standard " +
      "takes a new scale set.",
  ),
  encryptionAtHost: flag(
    false,
    "Whether the host encrypts temporary disks and disk caches too. The subscription needs the feature Microsoft.Compute/EncryptionAtHost. " +
      "Back to false takes a new scale set.",
  ),
  identityId: text(
    "",
    "Resource id of a user-assigned identity that the instances act under, so that user data can fetch secrets from a key vault. Empty: none.",
  ),
  userDataFile: text(
    "",
    `File with the instances' user data, at most ${maximumUserDataBytes / 1024} KB, no secrets: identityId says how to get at those. ` +
      "Empty: none with imageId, image/marketplace-user-data.sh without.",
  ),
  adminUsername: text("adminuser", "Name of the administrator on the instances."),
  sshPublicKeys: texts(
    [],
    "SSH public keys of the administrator, at least one: the keys themselves, or files that hold one. " +
      `RSA from ${minimumRsaBits} bits, or Ed25519.`,
  ),
  zones: texts(availabilityZones, "Availability zones of the instances. Zones can be added later; Azure refuses to take one away."),
  maxSurge: flag(true, "Whether an upgrade first adds new instances and then removes old ones. It needs quota for a third more instances."),
  terminateNotificationMinutes: integer(
    0,
    terminateNotificationMinutes,
    "Minutes that an instance is given to finish its work before it is deleted.",
  ),

  readinessPath: text("/readyz", "Path that answers 200 while an instance wants traffic; the load balancer's probe asks for it."),
  readinessIntervalInSeconds: integer(5, probeIntervalLimits, "Seconds between two readiness probes."),
  readinessThreshold: integer(
    2,
    { minimum: 1 },
    "Readiness probes in a row that an instance leaves unanswered before it is taken out of rotation, or answers before it is back. " +
      "An answer other than 200, or a connection refused, takes it out at once.",
  ),
  livenessPath: text(
    "/healthz",
    "Path that answers 200 while an instance works; repairs and upgrades go by it, through the health extension.",
  ),
  livenessIntervalInSeconds: integer(5, healthIntervalLimits, "Seconds between two liveness probes."),
  livenessNumberOfProbes: integer(3, healthProbesLimits, "Liveness probes in a row that make an instance healthy or unhealthy."),
  repairGracePeriod: duration(
    "PT10M",
    repairGracePeriodLimits,
    "Time after a change of an instance in which it is not repaired. Boot and installation must fit in.",
  ),

  minimumInstances: integer(2, undefined, "Fewest instances."),
  defaultInstances: integer(2, undefined, "Instances at first, and when autoscale has no metrics."),
  maximumInstances: integer(3, undefined, "Most instances."),
  scaleOutCpuPercent: integer(75, percentLimits, "Average CPU above which an instance is added."),
  scaleInCpuPercent: integer(20, percentLimits, "Average CPU below which an instance is removed."),
  autoscaleWindow: duration("PT5M", timeWindowLimits, "Time over which the CPU is averaged."),
  autoscaleCooldown: duration("PT5M", cooldownLimits, "Time after a scale action in which there is no other."),
  schedules: objects(
    "Times with other instance counts. Each has name, minimum, default and maximum, and either days, start and end (weekly, times like 08:00) " +
      "or start and end alone (once, like 2027-12-24T08:00).",
  ),
  scheduleTimeZone: text("UTC", "Time zone of the schedules, by its Windows name, such as W. Europe Standard Time."),
  predictiveScaling: choice(
    "Disabled",
    {
      Disabled: "no forecasts",
      ForecastOnly: "forecasts are shown, nothing is scaled; begin here",
      Enabled: "instances are added before a forecast need",
    },
    "Predictive autoscale.",
  ),
  predictiveLookAhead: duration("PT10M", lookAheadLimits, "How long before a forecast need predictive autoscale adds instances."),

  notificationEmails: texts([], "E-mail addresses told of scale actions and alerts."),
  cpuAlertPercent: integer(80, percentLimits, "Average CPU above which there is an alert. Not less than scaleOutCpuPercent."),
  networkAlertBytes: integer(
    700_000_000,
    { minimum: 1 },
    "Bytes a minute in or out of an instance, on average of a quarter hour and all instances, above which there is an alert.",
  ),
} satisfies Record<string, Declaration>;

export type SettingKey = keyof typeof declarations;

/** The tier's settings with their types, but not yet checked against each other or against Azure's limits. */
export type Values = ValuesOf<typeof declarations>;

export const tierSettings = { namespace: settingsNamespace, declarations };

export const settingKeys = Object.keys(declarations) as SettingKey[];
