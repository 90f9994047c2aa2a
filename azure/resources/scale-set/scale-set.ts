import * as crypto from "node:crypto";
import { Properties, UNKNOWN } from "../../properties/value";
import { referencesExist } from "../../rules/references";
import { instancesJoinNoAddresses } from "../load-balancer/rules/pools";
import { noBasicAddressesBesideNat } from "../network/rules/basic-beside-nat";
import type { OutputContext, ResourceType } from "../resource-type";
import { scaleSetChanges } from "./rules/changes";
import { scaleSetRules } from "./rules/scale-set";

const nic = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*]";

function outputs({ before, preview, now }: OutputContext): Properties {
  return {
    uniqueId: before?.uniqueId ?? (preview ? UNKNOWN : crypto.randomUUID()),
    timeCreated: before?.timeCreated ?? (preview ? UNKNOWN : now.toISOString()),
  };
}

const references = [
  `${nic}.networkSecurityGroup.id`,
  `${nic}.ipConfigurations[*].subnet.id`,
  `${nic}.ipConfigurations[*].loadBalancerBackendAddressPools[*].id`,
  `${nic}.ipConfigurations[*].loadBalancerInboundNatPools[*].id`,
  "virtualMachineProfile.networkProfile.healthProbe.id",
];

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
    referencesExist(references),
    referencesExist(identities, {
      id: "R339",
      code: "FailedIdentityOperation",
      codeIsAssumed: true,
      grade: "assumed",
      source:
        "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-configure-managed-identities-scale-sets",
    }),
  ],
  changes: scaleSetChanges,
};
