import { podmanImage } from "./images";
import { computerName } from "./instance-names";
import { sizeLimits } from "../../../../azure/facts/size-limits";
import type { ProbePorts } from "../../podman/machines/guest-units";
import type { Machine } from "../../podman/machines/machine";
import type { MachineSpecification } from "../../podman/machines/machine-options";
import type { Clock } from "../../foundation/clock";
import type { HealthProbe, InstanceModel } from "./instance-model";
import type { InstanceRecord, ScaleSetState } from "./scale-set-state";

/** Labels of a machine, by which its instance is found again. */
const setLabel = "azure-web-tier.scale-set";
const diskLabel = "azure-web-tier.disk";

/** True for a machine of the scale set, whether an instance still has it or not. */
export function isOfSet({ labels }: Machine, set: string): boolean {
  return labels[setLabel] === set;
}

/** True where the machine has the disk that the record asks for. */
export function isCurrent({ labels }: Machine, record: InstanceRecord): boolean {
  return labels[diskLabel] === `${record.vmId}/${record.disk}`;
}

/**
 * True for a machine that has not been started since its instance was to be restarted. Podman tells times in whole seconds, so a machine
 * that was started in the second of the decision counts as started after it; it would boot twice otherwise.
 */
export function isBeforeRestart({ startedAt }: Machine, record: InstanceRecord, clock: Clock): boolean {
  const second = Math.floor(clock.toDate(record.stateChangedAt).getTime() / 1000) * 1000;
  return record.provisioningState === "Updating" && (startedAt === undefined || startedAt.getTime() < second);
}

/** True for a machine that shut itself down to boot again, and for one whose daemon ended between making and starting it. */
export function isToBeStarted({ state, startedAt }: Machine): boolean {
  return state.kind === "rebooting" || (state.kind === "creating" && startedAt === undefined);
}

/** True for an instance that is to have a machine, or another one. */
export function isToBeMade(record: InstanceRecord, machine: Machine | undefined): boolean {
  const isOpen = record.provisioningState === "Creating" || record.provisioningState === "Updating";
  return isOpen && (machine === undefined || !isCurrent(machine, record));
}

/**
 * What the machine of an instance is made from.
 * @param set The scale set's name.
 * @param network The network of the subnet in Podman.
 * @param probePorts The ports that the probes of all load balancers ask.
 * @throws ArmError NotFound (rule R53) for an image that this computer cannot have.
 */
export function machineSpecification(
  record: InstanceRecord,
  state: ScaleSetState,
  set: string,
  network: string,
  probePorts: ProbePorts,
): MachineSpecification {
  const model = state.models[record.model];
  const { vCpus, memoryGiB } = sizeLimits(model.size);
  return {
    name: record.name,
    image: podmanImage(model.image),
    network,
    address: record.address,
    vCpus,
    memoryGiB,
    probePorts: withPortOf(model, probePorts),
    vmId: `${record.vmId}-${record.disk}`,
    computerName: computerName(model.computerNamePrefix, record.id),
    adminUsername: model.adminUsername,
    sshPublicKeys: model.sshPublicKeys,
    ...(model.userData !== undefined && { userData: model.userData }),
    ...(model.customData !== undefined && { customData: model.customData }),
    labels: { [setLabel]: set, [diskLabel]: `${record.vmId}/${record.disk}` },
  };
}

function withPortOf({ healthProbe }: InstanceModel, { http, tcp }: ProbePorts): ProbePorts {
  const extension = healthProbe === undefined ? { http: [], tcp: [] } : extensionPorts(healthProbe);
  return { http: [...http, ...extension.http], tcp: [...tcp, ...extension.tcp] };
}

/** The port that a health extension asks, by how it asks. */
export function extensionPorts({ port, settings }: HealthProbe): ProbePorts {
  return settings.protocol === "tcp" ? { http: [], tcp: [port] } : { http: [port], tcp: [] };
}
