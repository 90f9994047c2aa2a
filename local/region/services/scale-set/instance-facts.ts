import { computerName } from "./instance-names";
import { hardwareAddress } from "../../podman/machines/machine-address";
import type { InstanceFacts } from "./metadata/facts";
import { localSubscription } from "../../../../azure/arm/id";
import { modelOf, type DeployedScaleSet } from "./deployed-scale-set";
import type { InstanceRecord } from "./scale-set-state";

/** What the instance metadata service tells an instance of itself: what the model has that it runs, and what is its own. */
export function instanceFacts(set: DeployedScaleSet, record: InstanceRecord): InstanceFacts {
  const { id } = set.resource;
  const { name } = set.service;
  const { metadata, ...model } = modelOf(set, record);
  return {
    name: record.name,
    vmId: record.vmId,
    resourceId: `${id}/virtualMachines/${record.id}`,
    subscriptionId: localSubscription,
    resourceGroupName: /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "",
    location: set.model.location,
    zone: record.zone,
    vmSize: model.size,
    scaleSet: { name, id, orchestrationMode: "Uniform" },
    faultDomain: 0,
    computerName: computerName(model.computerNamePrefix, record.id),
    adminUsername: model.adminUsername,
    // Azure takes no other path (rule R63).
    publicKeys: model.sshPublicKeys.map((keyData) => ({ keyData, path: `/home/${model.adminUsername}/.ssh/authorized_keys` })),
    userData: model.userData,
    networkInterfaces: [{ privateIpAddress: record.address, subnet: set.subnetPrefix, macAddress: hardwareAddress(record.address) }],
    ...metadata,
  };
}
