import * as crypto from "node:crypto";
import { Properties, UNKNOWN } from "../../properties/value";
import type { OutputContext, ResourceType } from "../resource-type";

const nic = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[*]";

function outputs({ before, preview, now }: OutputContext): Properties {
  return {
    uniqueId: before?.uniqueId ?? (preview ? UNKNOWN : crypto.randomUUID()),
    timeCreated: before?.timeCreated ?? (preview ? UNKNOWN : now.toISOString()),
  };
}

export const scaleSet: ResourceType = {
  token: "azure-native:compute:VirtualMachineScaleSet",
  armType: "Microsoft.Compute/virtualMachineScaleSets",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/virtualMachineScaleSets/{vmScaleSetName}",
  nameProperty: "vmScaleSetName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: [
    `${nic}.networkSecurityGroup.id`,
    `${nic}.ipConfigurations[*].subnet.id`,
    `${nic}.ipConfigurations[*].loadBalancerBackendAddressPools[*].id`,
    `${nic}.ipConfigurations[*].loadBalancerInboundNatPools[*].id`,
    "virtualMachineProfile.networkProfile.healthProbe.id",
  ],
  carriedOutBy: "machines",
  keptBy: [],
  outputs,
};
