import * as crypto from "node:crypto";
import { Properties, UNKNOWN } from "../../properties/value";
import { resourceStandsInARegion } from "../../rules/locations";
import { identitiesAreNamed } from "../../rules/identities";
import { referencesHaveTheirType } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import { instancesJoinNoAddresses } from "../load-balancer/rules/pools";
import { noBasicAddressesBesideNat } from "../network/rules/basic-beside-nat";
import type { OutputContext, ResourceType } from "../resource-type";
import { scaleSetChanges } from "./rules/changes";
import { scaleSetRules } from "./rules/scale-set";

const nic = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*]";
const ip = `${nic}.ipConfigurations[*]`;

function outputs({ before, preview, now }: OutputContext): Properties {
  return {
    uniqueId: before?.uniqueId ?? (preview ? UNKNOWN : crypto.randomUUID()),
    timeCreated: before?.timeCreated ?? (preview ? UNKNOWN : now.toISOString()),
  };
}

const references = [
  `${nic}.networkSecurityGroup.id`,
  `${ip}.subnet.id`,
  `${ip}.loadBalancerBackendAddressPools[*].id`,
  `${ip}.loadBalancerInboundNatPools[*].id`,
  `${ip}.publicIPAddressConfiguration.publicIPPrefix.id`,
  `${ip}.applicationSecurityGroups[*].id`,
  "virtualMachineProfile.networkProfile.healthProbe.id",
];

const referencedTypes = {
  [`${nic}.networkSecurityGroup`]: "Microsoft.Network/networkSecurityGroups",
  [`${ip}.subnet`]: "Microsoft.Network/virtualNetworks/subnets",
  [`${ip}.publicIPAddressConfiguration.publicIPPrefix`]: "Microsoft.Network/publicIPPrefixes",
  [`${ip}.applicationSecurityGroups[*]`]: "Microsoft.Network/applicationSecurityGroups",
  [`${ip}.applicationGatewayBackendAddressPools[*]`]: "Microsoft.Network/applicationGateways/backendAddressPools",
  [`${ip}.loadBalancerBackendAddressPools[*]`]: "Microsoft.Network/loadBalancers/backendAddressPools",
  [`${ip}.loadBalancerInboundNatPools[*]`]: "Microsoft.Network/loadBalancers/inboundNatPools",
  "virtualMachineProfile.networkProfile.healthProbe": "Microsoft.Network/loadBalancers/probes",
};

const identities = ["identity.userAssignedIdentities[*]"];

export const scaleSet: ResourceType = {
  token: "azure-native:compute:VirtualMachineScaleSet",
  armType: "Microsoft.Compute/virtualMachineScaleSets",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/virtualMachineScaleSets/{vmScaleSetName}",
  nameProperty: "vmScaleSetName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: [...references, ...identities],
  carriedOutBy: "machines",
  keptBy: [],
  outputs,
  rules: [
    ...scaleSetRules,
    noBasicAddressesBesideNat,
    instancesJoinNoAddresses,
    referencesHaveTheirType(referencedTypes),
    referencesExist(references),
    referencesExist(identities, {
      id: "R339",
      code: "FailedIdentityOperation",
      codeIsAssumed: true,
      grade: "assumed",
      source:
        "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-configure-managed-identities-scale-sets",
    }),
    resourceStandsInARegion,
    identitiesAreNamed,
    ...tagRules,
  ],
  changes: scaleSetChanges,
};
