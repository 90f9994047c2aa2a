/**
 * From settings that were checked to the arguments of the tier's components.
 */
import { cpuCreditsOf } from "../../azure/facts/size-credits";
import type { AlertThresholds } from "../alerts";
import type { InboundNat } from "../load-balancer";
import type { PredictiveScaling } from "../autoscale";
import { highestMaximum, type Schedules } from "../schedules";
import type { Image, SecurityType } from "../virtual-machine-profile";
import type { WebTierArgs } from "../web-tier";
import { isScaled, usualCapacity } from "./checks/instances";
import type { Values } from "./declarations";

/** Debian 13 of the second generation, which newer sizes want and older ones take. */
const debian: Image = { publisher: "debian", offer: "debian-13", sku: "13-gen2" };

/** What was read from settings that hold more than a plain value. */
export interface ReadSettings {
  readonly schedules: Schedules;
  /** OpenSSH public keys, one line each. */
  readonly sshPublicKeys: readonly string[];
  /** File of the private half of one of them, where the settings tell. */
  readonly sshIdentityFile: string | undefined;
  /** In base64. */
  readonly userData: string | undefined;
  readonly securityType: SecurityType;
}

export function tierArgs(values: Values, read: ReadSettings): WebTierArgs {
  return {
    resourceGroupName: values.resourceGroupName || undefined,
    subnet: subnet(values),
    loadBalancer: {
      frontendPort: values.frontendPort,
      backendPort: values.backendPort,
      readiness: {
        requestPath: values.readinessPath,
        intervalInSeconds: values.readinessIntervalInSeconds,
        threshold: values.readinessThreshold,
      },
      inboundNat: values.inboundNat as InboundNat,
      allocatedOutboundPorts: values.outbound === "outboundRule" ? values.allocatedOutboundPorts : undefined,
    },
    scaleSet: {
      zones: [...values.zones].sort(),
      vmSize: values.vmSize,
      image: values.imageId === "" ? debian : { id: values.imageId },
      securityType: read.securityType,
      encryptionAtHost: values.encryptionAtHost,
      identityId: values.identityId || undefined,
      userData: read.userData,
      adminUsername: values.adminUsername,
      sshPublicKeys: read.sshPublicKeys,
      liveness: {
        port: values.backendPort,
        requestPath: values.livenessPath,
        intervalInSeconds: values.livenessIntervalInSeconds,
        numberOfProbes: values.livenessNumberOfProbes,
      },
      repairGracePeriod: values.repairGracePeriod,
      maxSurge: values.maxSurge,
      terminateNotificationMinutes: values.terminateNotificationMinutes,
    },
    autoscale: {
      capacity: usualCapacity(values),
      cpu: {
        scaleOutCpuPercent: values.scaleOutCpuPercent,
        scaleInCpuPercent: values.scaleInCpuPercent,
        window: values.autoscaleWindow,
        cooldown: values.autoscaleCooldown,
      },
      schedules: read.schedules,
      predictive: { mode: values.predictiveScaling as PredictiveScaling["mode"], lookAhead: values.predictiveLookAhead },
    },
    alerts: alerts(values, read.schedules),
    sshIdentityFile: read.sshIdentityFile,
    notificationEmails: values.notificationEmails,
    tags: Object.keys(values.tags).length > 0 ? values.tags : undefined,
  };
}

/** The alert on credits comes while there are some for a quarter of an hour at full load; a new instance has twice as many. */
function alerts(values: Values, schedules: Schedules): AlertThresholds {
  const initialCredits = cpuCreditsOf(values.vmSize)?.initial;
  return {
    cpuPercent: values.cpuAlertPercent,
    networkBytes: values.networkAlertBytes,
    maximumInstances: isScaled(values, schedules) ? highestMaximum(usualCapacity(values), schedules) : undefined,
    cpuCredits: initialCredits === undefined ? undefined : initialCredits / 2,
  };
}

function subnet(values: Values): WebTierArgs["subnet"] {
  if (values.subnetId !== "") {
    return { existing: true, id: values.subnetId };
  }
  return {
    existing: false,
    virtualNetworkAddressPrefix: values.virtualNetworkAddressPrefix,
    addressPrefix: values.subnetAddressPrefix,
    backendPort: values.backendPort,
    sshSourceAddressPrefixes: values.sshSourceAddressPrefixes,
    natGateway: values.outbound === "natGateway",
  };
}
