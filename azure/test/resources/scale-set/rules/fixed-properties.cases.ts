import { armId } from "../../../rules/fake-region";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const profile = "virtualMachineProfile";
const disk = `${profile}.storageProfile.osDisk`;
const image = `${profile}.storageProfile.imageReference`;
const nic = `${profile}.networkProfile.networkInterfaceConfigurations[0]`;
const agent = `${profile}.osProfile.linuxConfiguration.provisionVMAgent`;
const windowsAgent = `${profile}.osProfile.windowsConfiguration.provisionVMAgent`;
const encryption = `${disk}.managedDisk.securityProfile.securityEncryptionType`;
const allow = `${profile}.osProfile.allowExtensionOperations`;
const eviction = `${profile}.evictionPolicy`;
const ultra = "additionalCapabilities.ultraSSDEnabled";
const unattend = `${profile}.osProfile.windowsConfiguration.additionalUnattendContent`;
const listeners = `${profile}.osProfile.windowsConfiguration.winRM.listeners`;
const prefix = `${profile}.osProfile.computerNamePrefix`;

const regional = remove("zones");
const debian = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };
const plan = { publisher: "debian", product: "debian-12", name: "12-gen2" };
const one = armId("Microsoft.Compute/things", "one");
const another = armId("Microsoft.Compute/things", "another");

/** A property that holds the id of something, and must go on holding it. */
function keepsId(rule: string, path: string): RuleCases {
  return {
    rule,
    refused: [{ name: "another one", before: set(path, one), change: set(path, another), at: path }],
    accepted: [
      { name: "the same one in another case", before: set(path, one), change: set(path, one.toUpperCase()) },
      { name: "one that is not known yet", before: set(path, one), change: unknown(path) },
    ],
  };
}

export const fixedPropertyCases: RuleCases[] = [
  {
    rule: "R37",
    refused: [
      { name: "Flexible in the place of Uniform", change: set("orchestrationMode", "Flexible"), at: "orchestrationMode" },
      {
        name: "Flexible where nothing was said",
        before: remove("orchestrationMode"),
        change: set("orchestrationMode", "Flexible"),
        at: "orchestrationMode",
      },
    ],
    accepted: [
      { name: "Uniform where nothing was said", before: remove("orchestrationMode"), change: nothing },
      { name: "a mode that is not known yet", change: unknown("orchestrationMode") },
    ],
  },
  {
    rule: "C-fault-domains",
    refused: [
      { name: "5 fault domains in the place of 1", change: set("platformFaultDomainCount", 5), at: "platformFaultDomainCount" },
      {
        name: "1 fault domain where Azure chose 5, without zones",
        before: edits(regional, remove("platformFaultDomainCount")),
        change: regional,
        at: "platformFaultDomainCount",
      },
    ],
    accepted: [
      { name: "the number in words that Azure chose with zones", before: remove("platformFaultDomainCount"), change: nothing },
      {
        name: "the number in words that Azure chose without zones",
        before: edits(regional, remove("platformFaultDomainCount")),
        change: edits(regional, set("platformFaultDomainCount", 5)),
      },
    ],
  },
  {
    rule: "C-zone-balance",
    refused: [{ name: "strict balance", change: set("zoneBalance", true), at: "zoneBalance" }],
    accepted: [{ name: "best-effort balance in words", change: set("zoneBalance", false) }],
  },
  {
    rule: "C-host-name-prefix",
    refused: [{ name: "another prefix", change: set(prefix, "app"), at: prefix }],
    accepted: [{ name: "the same prefix in another case", change: set(prefix, "WEB") }],
  },
  {
    rule: "C-extension-operations",
    refused: [{ name: "no extensions any more", change: set(allow, false), at: allow }],
    accepted: [{ name: "the default in words", change: set(allow, true) }],
  },
  {
    rule: "C-agent",
    refused: [{ name: "no agent any more", change: set(agent, false), at: agent }],
    accepted: [{ name: "the default left unsaid", change: remove(agent) }],
  },
  {
    rule: "C-windows-agent",
    refused: [
      { name: "no agent any more", before: set(windowsAgent, true), change: set(windowsAgent, false), at: windowsAgent },
      { name: "an agent where there was none", before: set(windowsAgent, false), change: nothing, at: windowsAgent },
    ],
    accepted: [{ name: "the default in words", change: set(windowsAgent, true) }],
  },
  {
    rule: "C-image-publisher",
    refused: [
      {
        name: "another publisher",
        before: set(image, debian),
        change: set(image, { ...debian, publisher: "Canonical" }),
        at: `${image}.publisher`,
      },
    ],
    accepted: [{ name: "another version", before: set(image, debian), change: set(image, { ...debian, version: "0.20260101.1" }) }],
  },
  {
    rule: "C-image-offer",
    refused: [
      { name: "another offer", before: set(image, debian), change: set(image, { ...debian, offer: "debian-13" }), at: `${image}.offer` },
    ],
    accepted: [
      {
        name: "another image of one's own",
        change: set(`${image}.id`, armId("Microsoft.Compute/galleries", "tested/images/web/versions/2.0.0")),
      },
      { name: "the same offer in other letters", before: set(image, debian), change: set(image, { ...debian, offer: "Debian-12" }) },
    ],
  },
  {
    rule: "C-disk-type",
    refused: [
      {
        name: "Premium_LRS in the place of StandardSSD_LRS",
        change: set(`${disk}.managedDisk.storageAccountType`, "Premium_LRS"),
        at: `${disk}.managedDisk.storageAccountType`,
      },
    ],
    accepted: [{ name: "the type in words where Azure chose it", before: remove(`${disk}.managedDisk`), change: nothing }],
  },
  {
    rule: "C-ephemeral-disk",
    refused: [
      {
        name: "another place for an ephemeral disk",
        before: set(`${disk}.diffDiskSettings`, { option: "Local", placement: "CacheDisk" }),
        change: set(`${disk}.diffDiskSettings`, { option: "Local", placement: "ResourceDisk" }),
        at: `${disk}.diffDiskSettings`,
      },
    ],
    accepted: [
      {
        name: "the same ephemeral disk",
        before: set(`${disk}.diffDiskSettings`, { option: "Local" }),
        change: set(`${disk}.diffDiskSettings`, { option: "Local" }),
      },
      {
        name: "a place that is not known yet",
        before: set(`${disk}.diffDiskSettings`, { option: "Local", placement: "CacheDisk" }),
        change: edits(set(`${disk}.diffDiskSettings`, { option: "Local" }), unknown(`${disk}.diffDiskSettings.placement`)),
      },
    ],
  },
  keepsId("C-disk-encryption-set", `${disk}.managedDisk.diskEncryptionSet.id`),
  {
    rule: "C-disk-security",
    refused: [
      {
        name: "the whole disk in the place of the guest state",
        before: set(encryption, "VMGuestStateOnly"),
        change: set(encryption, "DiskWithVMGuestState"),
        at: encryption,
      },
    ],
    accepted: [{ name: "the guest state still", before: set(encryption, "VMGuestStateOnly"), change: set(encryption, "VMGuestStateOnly") }],
  },
  {
    rule: "C-priority",
    refused: [{ name: "Spot in the place of regular instances", change: set(`${profile}.priority`, "Spot"), at: `${profile}.priority` }],
    accepted: [{ name: "Regular in words", change: set(`${profile}.priority`, "Regular") }],
  },
  {
    rule: "C-eviction",
    refused: [
      { name: "Delete in the place of Deallocate", before: set(eviction, "Deallocate"), change: set(eviction, "Delete"), at: eviction },
    ],
    accepted: [{ name: "the same in other letters", before: set(eviction, "Delete"), change: set(eviction, "delete") }],
  },
  {
    rule: "C-ultra",
    refused: [{ name: "Ultra disks where there were none", change: set(ultra, true), at: ultra }],
    accepted: [{ name: "no Ultra disks in words", change: set(ultra, false) }],
  },
  {
    rule: "C-unattend",
    refused: [
      { name: "other content", before: set(unattend, [{ content: "one" }]), change: set(unattend, [{ content: "two" }]), at: unattend },
      { name: "content where there was none", change: set(unattend, [{ content: "one" }]), at: unattend },
    ],
    accepted: [{ name: "the same content", before: set(unattend, [{ content: "one" }]), change: set(unattend, [{ content: "one" }]) }],
  },
  {
    rule: "C-winrm",
    refused: [
      {
        name: "another protocol",
        before: set(listeners, [{ protocol: "Http" }]),
        change: set(listeners, [{ protocol: "Https" }]),
        at: listeners,
      },
    ],
    accepted: [{ name: "no listener any more and none before", change: set(listeners, []) }],
  },
  {
    rule: "C-plan",
    refused: [{ name: "another plan", before: set("plan", plan), change: set("plan", { ...plan, name: "12" }), at: "plan" }],
    accepted: [{ name: "the same plan", before: set("plan", plan), change: set("plan", plan) }],
  },
  keepsId("C-host-group", "hostGroup.id"),
  keepsId("C-capacity-reservation", `${profile}.capacityReservation.capacityReservationGroup.id`),
  keepsId("C-proximity", "proximityPlacementGroup.id"),
  {
    rule: "C-network-interface-name",
    refused: [{ name: "another name", change: set(`${nic}.name`, "first"), at: `${nic}.name` }],
    accepted: [{ name: "the same name", change: set(`${nic}.name`, "primary") }],
  },
  {
    rule: "C-single-placement-group",
    refused: [{ name: "a single group again", change: set("singlePlacementGroup", true), at: "singlePlacementGroup" }],
    accepted: [
      { name: "several groups in the place of one", before: set("singlePlacementGroup", true), change: nothing },
      { name: "a single group where nothing was said", before: remove("singlePlacementGroup"), change: set("singlePlacementGroup", true) },
    ],
  },
];
