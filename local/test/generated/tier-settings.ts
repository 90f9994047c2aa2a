import * as fc from "fast-check";
import type { Allowed, Declaration } from "../../../src/settings/declaration";
import { declarations, settingKeys, type SettingKey } from "../../../src/settings/declarations";
import { ed25519Key, rsaKey } from "../../../azure/test/support/ssh-keys";
import { durationBetween, textOf, zones } from "./texts";

/** A stack's settings, in which the types are right and the values are mostly ones that somebody could want. */
export type Settings = Partial<Record<SettingKey, unknown>>;

const lower = "abcdefghijklmnopqrstuvwxyz";
const image = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute";

/** Where a stack may be: all of it, what it is put into too. */
export const locations = ["westeurope", "West Europe", "eastus2", "uksouth", "North Central US"];

/** The name of the virtual network that is there already, in each location. */
export function existingNetwork(location: string): string {
  return `network-${location.replaceAll(" ", "").toLowerCase()}`;
}

function existingSubnet(location: string): string {
  const network = `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/existing/providers/Microsoft.Network/virtualNetworks/${existingNetwork(location)}`;
  return `${network}/subnets/instances`;
}

/** Stands for the subnet that is there already where the stack is. */
const inLocation = "in location";

const existingIdentity =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/existing/providers/Microsoft.ManagedIdentity/userAssignedIdentities/web";

/** Sizes of today, of yesterday and of tomorrow. */
const size = fc.constantFrom(
  ...["B2ats_v2", "D2s_v5", "D4as_v6", "E2s_v5", "D2ps_v5", "B1s", "A2_v2", "A2m_v2", "D2", "DS13-4_v2", "F4s_v2", "G1", "L8s_v2"].map(
    inFull,
  ),
  ...["NC6s_v3", "NV12s_v3", "NV8as_v4", "NC4as_T4_v3", "M192idms_v2", "FX4mds", "Z1s_v9"].map(inFull),
);

function inFull(size: string): string {
  return `Standard_${size}`;
}

const few = fc.integer({ min: 1, max: 6 });
const count = fc.oneof({ weight: 4, arbitrary: few }, fc.integer({ min: 0, max: 1000 }));
const percent = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom(10, 20, 75, 80, 90));
const port = fc.oneof(fc.constantFrom(80, 443, 8080, 22, 50_000, 49_999, 50_120, 65_534), fc.integer({ min: 1, max: 65_535 }));
const path = fc.constantFrom("/", "/healthz", "/readyz", "/a/b?c=d");

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const day = fc.integer({ min: 1, max: 28 });
const capacity = fc.tuple(few, few, few).map((counts) => {
  const [minimum, preset, maximum] = [...counts].sort((one, other) => one - other);
  return { minimum, default: preset, maximum };
});

const schedule = fc.oneof(
  fc.record({ days: fc.subarray(["Monday", "Tuesday", "Saturday", "Sunday"], { minLength: 1 }), start: time, end: time }),
  fc.record({
    start: fc.tuple(day, time).map(([date, at]) => `2027-01-${two(date)}T${at}`),
    end: fc.tuple(day, time).map(([date, at]) => `2027-0${(date % 9) + 1}-${two(date)}T${at}`),
  }),
);

const schedules = fc
  .array(fc.tuple(schedule, capacity), { maxLength: 3 })
  .map((list) => list.map(([times, counts], index) => ({ name: `schedule ${index}`, ...counts, ...times })));

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** By setting, what its declaration allows. */
const declared = Object.fromEntries(
  settingKeys.flatMap((key) => {
    const { allowed }: Declaration = declarations[key];
    return allowed ? [[key, allowedValue(allowed)]] : [];
  }),
);

function allowedValue(allowed: Allowed): fc.Arbitrary<unknown> {
  switch (allowed.kind) {
    case "number": {
      const { minimum, maximum = 1e9, or } = allowed;
      return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum, ...(or ? [or.value] : [])));
    }
    case "duration":
      return durationBetween(allowed.minimum, allowed.maximum);
    case "choice":
      return fc.constantFrom(...Object.keys(allowed.choices));
  }
}

/** By setting, where the declaration does not say it all; the ones that are in neither have their default. */
const values: { readonly [K in SettingKey]?: fc.Arbitrary<unknown> } = {
  ...declared,
  name: textOf(lower, `${lower}019-`, `${lower}019`, 1, 15),
  resourceGroupName: fc.constantFrom("", "existing"),
  tags: fc.dictionary(textOf(`${lower}äÖ `, `${lower}019_.-: `, `${lower}019`, 1, 512), fc.string({ maxLength: 256 }), { maxKeys: 5 }),
  virtualNetworkAddressPrefix: fc.constantFrom("10.0.0.0/16", "10.0.0.0/8", "10.0.0.0/20"),
  subnetAddressPrefix: fc.constantFrom("10.0.0.0/24", "10.0.4.0/22", "10.0.0.0/28"),
  subnetId: fc.constantFrom("", inLocation),
  sshSourceAddressPrefixes: fc.subarray(["203.0.113.7/32", "198.51.100.0/24"]),
  frontendPort: port,
  backendPort: port,
  allocatedOutboundPorts: fc.oneof(
    fc.integer({ min: 1, max: 8000 }).map((blocks) => 8 * blocks),
    fc.constantFrom(8, 1024, 2048, 64_000),
  ),
  vmSize: size,
  imageId: fc.constantFrom("", `${image}/images/web`, `${image}/galleries/tested/images/web/versions/1.2.3`),
  securityType: fc.constantFrom("", "TrustedLaunch", "Standard"),
  encryptionAtHost: fc.boolean(),
  identityId: fc.constantFrom("", existingIdentity),
  userDataFile: fc.constantFrom("", "own.sh"),
  adminUsername: fc.oneof(
    fc.constantFrom("adminuser", "azureuser", "operator", "admin1", "test"),
    textOf(`${lower}_`, `${lower}019_-`, `${lower}019`, 1, 32),
  ),
  sshPublicKeys: fc.subarray([ed25519Key(), rsaKey(2048), rsaKey(4096)], { minLength: 1 }),
  zones: zones(1, 3),
  maxSurge: fc.boolean(),
  readinessPath: path,
  livenessPath: path,
  scaleOutCpuPercent: percent,
  scaleInCpuPercent: percent,
  schedules,
  notificationEmails: fc.subarray(["operations@example.com", "second@example.com"]),
  cpuAlertPercent: percent,
};

const counts = fc.oneof(capacity, fc.record({ minimum: count, default: count, maximum: count }));

/** Some of the settings, and the location of the stack. */
export const anySettings: fc.Arbitrary<{ settings: Settings; location: string }> = fc
  .record({
    some: fc
      .subarray(Object.entries(values), { maxLength: 8 })
      .chain((chosen) => fc.tuple(...chosen.map(([key, value]) => value.map((drawn) => [key, drawn] as const)))),
    counts: fc.option(counts, { nil: undefined }),
    location: fc.constantFrom(...locations),
  })
  .map(({ some, counts: instances, location }) => ({
    location,
    settings: {
      ...(instances && { minimumInstances: instances.minimum, defaultInstances: instances.default, maximumInstances: instances.maximum }),
      ...Object.fromEntries(some.map(([key, drawn]) => [key, drawn === inLocation ? existingSubnet(location) : drawn])),
    },
  }));
