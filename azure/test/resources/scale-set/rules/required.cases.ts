import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { identityId } from "../../../rules/valid/identity";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible, loadBalancerId } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const network = `${profile}.networkProfile`;
const interfaces = `${network}.networkInterfaceConfigurations`;
const addressId = armId("Microsoft.Network/publicIPAddresses", "web");
const debian = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };

/** Without repairs and upgrades, which need health that only a model has. */
const empty = edits(remove(profile), remove("sku"), remove("upgradePolicy"), remove("automaticRepairsPolicy"));

export const requirementCases: RuleCases[] = [
  {
    rule: "R180",
    refused: [{ name: "no upgrade policy", change: remove("upgradePolicy"), at: "upgradePolicy" }],
    accepted: [
      { name: "a Flexible set without one", change: edits(inFlexible, remove("upgradePolicy")) },
      { name: "a policy that is not known yet", change: unknown("upgradePolicy") },
    ],
  },
  {
    rule: "R181",
    refused: [
      {
        name: "a Flexible set without a number",
        change: edits(inFlexible, remove("platformFaultDomainCount")),
        at: "platformFaultDomainCount",
      },
    ],
    accepted: [
      { name: "a Flexible set with one fault domain", change: inFlexible },
      { name: "a Uniform set without a number", change: remove("platformFaultDomainCount") },
    ],
  },
  {
    rule: "R182",
    refused: [
      {
        name: "a Flexible set with a network interface and no version",
        change: edits(inFlexible, remove(`${network}.networkApiVersion`)),
        at: `${network}.networkApiVersion`,
      },
    ],
    accepted: [
      { name: "a Flexible set with a version", change: inFlexible },
      { name: "a Flexible set without a model", change: edits(inFlexible, empty) },
    ],
  },
  {
    rule: "R183",
    refused: [
      { name: "no size", change: remove("sku.name"), at: "sku.name" },
      { name: "no model in a Uniform set", change: edits(empty, set("upgradePolicy", { mode: "Manual" })), at: profile },
      { name: "no network", change: remove(network), at: network },
      {
        name: "no administrator for a marketplace image",
        change: edits(set(`${profile}.storageProfile.imageReference`, debian), remove(`${profile}.osProfile.adminUsername`)),
        at: `${profile}.osProfile.adminUsername`,
      },
    ],
    accepted: [
      { name: "a specialized image of a gallery, which has its administrator", change: remove(`${profile}.osProfile`) },
      { name: "a Flexible set that machines join later", change: edits(inFlexible, empty) },
      { name: "a network that is not known yet", change: unknown(network) },
    ],
  },
  {
    rule: "R422",
    refused: [
      { name: "an empty list of network interfaces", change: set(interfaces, []), at: interfaces },
      { name: "a network profile without network interfaces", change: remove(interfaces), at: interfaces },
    ],
    accepted: [
      { name: "network interfaces that are not known yet", change: unknown(interfaces) },
      { name: "a Flexible set that machines join later", change: edits(inFlexible, empty) },
    ],
  },
  {
    rule: "R184",
    refused: [
      {
        name: "an identity of the Flexible set's own",
        change: edits(inFlexible, set("identity", { type: "SystemAssigned, UserAssigned", userAssignedIdentities: [identityId] })),
        at: "identity.type",
      },
    ],
    accepted: [
      {
        name: "identities that a Flexible set is given",
        change: edits(inFlexible, set("identity", { type: "UserAssigned", userAssignedIdentities: [identityId] })),
      },
      { name: "an identity of a Uniform set's own", change: set("identity", { type: "SystemAssigned" }) },
    ],
  },
  {
    rule: "R185",
    refused: [
      {
        name: "a probe for a Flexible set",
        change: edits(inFlexible, remove(`${profile}.extensionProfile`), set(`${network}.healthProbe.id`, `${loadBalancerId}/probes/http`)),
        at: `${network}.healthProbe`,
      },
    ],
    accepted: [
      {
        name: "a probe for a Uniform set",
        change: edits(remove(`${profile}.extensionProfile`), set(`${network}.healthProbe.id`, `${loadBalancerId}/probes/http`)),
      },
      { name: "the extension for a Flexible set", change: edits(inFlexible, nothing) },
    ],
  },
  {
    rule: "R361",
    refused: [
      {
        name: "the id of a public IP address",
        change: set("identity", { type: "UserAssigned", userAssignedIdentities: [addressId] }),
        others: [regionResource("azure-native:network:PublicIPAddress", addressId, {})],
        at: "identity.userAssignedIdentities[0]",
      },
      {
        name: "the client id of an identity",
        change: set("identity", { type: "UserAssigned", userAssignedIdentities: ["6f9619ff-8b86-4d01-b42d-00cf4fc964ff"] }),
        at: "identity.userAssignedIdentities[0]",
      },
    ],
    accepted: [
      {
        name: "the id of an identity, in small letters",
        change: set("identity", { type: "UserAssigned", userAssignedIdentities: [identityId.toLowerCase()] }),
        others: [regionResource("azure-native:managedidentity:UserAssignedIdentity", identityId, {})],
      },
      {
        name: "an identity that is not known yet",
        change: edits(set("identity.type", "UserAssigned"), unknown("identity.userAssignedIdentities[0]")),
      },
    ],
  },
  {
    rule: "R501",
    refused: [
      {
        name: "identities beside the scale set's own, which the type leaves out",
        change: set("identity", { type: "SystemAssigned", userAssignedIdentities: [identityId] }),
        others: [regionResource("azure-native:managedidentity:UserAssignedIdentity", identityId, {})],
        at: "identity.userAssignedIdentities",
      },
    ],
    accepted: [
      { name: "an empty list of identities", change: set("identity", { type: "SystemAssigned", userAssignedIdentities: [] }) },
      {
        name: "both kinds of identities",
        change: set("identity", { type: "SystemAssigned, UserAssigned", userAssignedIdentities: [identityId] }),
        others: [regionResource("azure-native:managedidentity:UserAssignedIdentity", identityId, {})],
      },
      {
        name: "identities that are not known yet",
        change: edits(set("identity.type", "SystemAssigned"), unknown("identity.userAssignedIdentities")),
      },
    ],
  },
  {
    rule: "R339",
    refused: [
      {
        name: "an identity that does not exist",
        change: set("identity", {
          type: "UserAssigned",
          userAssignedIdentities: [armId("Microsoft.ManagedIdentity/userAssignedIdentities", "gone")],
        }),
        at: "identity.userAssignedIdentities[0]",
      },
    ],
    accepted: [
      {
        name: "an identity that exists",
        change: set("identity", { type: "UserAssigned", userAssignedIdentities: [identityId] }),
      },
    ],
  },
];
