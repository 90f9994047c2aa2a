/**
 * Every setting of the tier: its type, its default and what it means. This table is the only place where they are written by hand;
 * `Pulumi.yaml` and the table in `README.md` repeat it, and tests keep them equal to it.
 *
 * A declared setting without a default is required by the Pulumi CLI on every stack, so an optional one has an empty default.
 */

/** The types that Pulumi knows for a setting, and for the items of a list. */
export type SettingType = "string" | "integer" | "boolean" | "array";
export type ItemType = "string" | "object";

export interface Declaration {
  readonly type: SettingType;
  /** The type of the items; only for `array`. */
  readonly items?: ItemType;
  readonly default: string | number | boolean | readonly string[];
  readonly description: string;
}

/** The Pulumi project's name, and so the namespace of the settings: `web-tier:name` and so on. */
export const settingsNamespace = "web-tier";

const text = (defaultValue: string, description: string) => ({ type: "string", default: defaultValue, description }) as const;
const integer = (defaultValue: number, description: string) => ({ type: "integer", default: defaultValue, description }) as const;
const flag = (defaultValue: boolean, description: string) => ({ type: "boolean", default: defaultValue, description }) as const;
const texts = (defaultValue: readonly string[], description: string) =>
  ({ type: "array", items: "string", default: defaultValue, description }) as const;
const objects = (description: string) => ({ type: "array", items: "object", default: [] as readonly string[], description }) as const;

export const declarations = {
  name: text("web", "First part of every name, and of the instances' host names. 1 to 15 lower-case letters, digits and hyphens."),
  resourceGroupName: text("", "An existing resource group to deploy into. Empty: one is created in azure-native:location."),

  virtualNetworkAddressPrefix: text("10.0.0.0/16", "Address range of the virtual network, as a CIDR block."),
  subnetAddressPrefix: text("10.0.0.0/24", "Address range of the instances' subnet, inside the virtual network's."),
  subnetId: text(
    "",
    "Resource id of an existing subnet for the instances. Its owner looks after its security rules. Empty: one is created.",
  ),
  sshSourceAddressPrefixes: texts([], "CIDR blocks that may reach the instances by SSH. Empty: nobody may."),
  frontendPort: integer(80, "Port of the site on the public IP address."),
  backendPort: integer(80, "Port of the site on the instances; both health paths are asked for here too."),
  inboundNat: text(
    "pools",
    "How SSH reaches an instance: pools (inbound NAT pools, which Azure retires on 2027-09-30) or rules (inbound NAT rules, version 2). " +
      "A deployed tier goes from pools to rules by way of detachedPools, one update each: Azure refuses to remove a pool that instances use.",
  ),
  outbound: text("outboundRule", "How instances reach the internet: outboundRule (of the load balancer) or natGateway."),
  allocatedOutboundPorts: integer(2048, "Outbound (SNAT) ports of each instance with outboundRule, a multiple of 8."),

  vmSize: text("Standard_B1s", "Size of the instances."),
  imageId: text(
    "",
    "Resource id of the tested image: a managed image or a version of a gallery image. Empty: Debian 12 from the marketplace, made into a web server by user data.",
  ),
  userDataFile: text(
    "",
    "File with the instances' user data, at most 64 KB, no secrets. Empty: none with imageId, image/marketplace-user-data.sh without.",
  ),
  adminUsername: text("adminuser", "Name of the administrator on the instances."),
  sshPublicKeys: texts(
    [],
    "SSH public keys of the administrator, at least one: the keys themselves, or files that hold one. RSA from 2048 bits, or Ed25519.",
  ),
  zones: texts(["1", "2", "3"], "Availability zones of the instances. Zones can be added later; Azure refuses to take one away."),
  maxSurge: flag(true, "Whether an upgrade first adds new instances and then removes old ones. It needs quota for a third more instances."),
  terminateNotificationMinutes: integer(0, "Minutes that an instance is given to finish its work before it is deleted, 5 to 15. 0: none."),

  readinessPath: text("/readyz", "Path that answers 200 while an instance wants traffic; the load balancer's probe asks for it."),
  readinessIntervalInSeconds: integer(5, "Seconds between two readiness probes, from 5."),
  readinessThreshold: integer(2, "Readiness probes in a row that take an instance out of, or back into, rotation."),
  livenessPath: text(
    "/healthz",
    "Path that answers 200 while an instance works; repairs and upgrades go by it, through the health extension.",
  ),
  livenessIntervalInSeconds: integer(5, "Seconds between two liveness probes, 5 to 60."),
  livenessNumberOfProbes: integer(3, "Liveness probes in a row that make an instance healthy or unhealthy, 1 to 24."),
  repairGracePeriod: text(
    "PT10M",
    "Time after a change of an instance in which it is not repaired, PT10M to PT90M. Boot and installation must fit in.",
  ),

  minimumInstances: integer(2, "Fewest instances."),
  defaultInstances: integer(2, "Instances at first, and when autoscale has no metrics."),
  maximumInstances: integer(3, "Most instances."),
  scaleOutCpuPercent: integer(75, "Average CPU above which an instance is added."),
  scaleInCpuPercent: integer(20, "Average CPU below which an instance is removed."),
  autoscaleWindow: text("PT5M", "Time over which the CPU is averaged, PT5M to PT12H."),
  autoscaleCooldown: text("PT5M", "Time after a scale action in which there is no other, PT1M to P7D."),
  schedules: objects(
    "Times with other instance counts. Each has name, minimum, default and maximum, and either days, start and end (weekly, times like 08:00) " +
      "or start and end alone (once, like 2027-12-24T08:00).",
  ),
  scheduleTimeZone: text("UTC", "Time zone of the schedules, by its Windows name, such as W. Europe Standard Time."),
  predictiveScaling: text(
    "Disabled",
    "Predictive autoscale: Disabled, ForecastOnly (forecasts are shown, nothing is scaled; begin here) or Enabled.",
  ),
  predictiveLookAhead: text("PT10M", "How long before a forecast need predictive autoscale adds instances, PT1M to PT1H."),

  notificationEmails: texts([], "E-mail addresses told of scale actions and alerts."),
  cpuAlertPercent: integer(80, "Average CPU above which there is an alert, scaleOutCpuPercent or more."),
  networkAlertBytes: integer(
    700_000_000,
    "Bytes a minute in or out of an instance, on average of a quarter hour and all instances, above which there is an alert.",
  ),
} satisfies Record<string, Declaration>;

export type SettingKey = keyof typeof declarations;

/** What a declared type is in the program. List items that are objects are checked where they are used. */
type ValueOf<D extends Declaration> = D extends { type: "integer" }
  ? number
  : D extends { type: "boolean" }
    ? boolean
    : D extends { items: "string" }
      ? readonly string[]
      : D extends { items: "object" }
        ? readonly unknown[]
        : string;

/** The settings with their types, but not yet checked against each other or against Azure's limits. */
export type Values = { readonly [K in SettingKey]: ValueOf<(typeof declarations)[K]> };

export const settingKeys = Object.keys(declarations) as SettingKey[];
