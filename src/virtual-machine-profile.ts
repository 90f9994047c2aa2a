import type * as pulumi from "@pulumi/pulumi";

/** What one instance of a scale set is. */
export interface VirtualMachineArgs {
  /** First part of the instances' host names, at most 15 characters. */
  readonly computerNamePrefix: string;
  readonly subnetId: pulumi.Input<string>;
  readonly backendAddressPoolId: pulumi.Input<string>;
  /** A NAT pool that leads to the instances' SSH, if there is one. */
  readonly inboundNatPoolId?: pulumi.Input<string>;
  readonly image: Image;
  readonly securityType: SecurityType;
  /** Whether the host encrypts temporary disks and the caches of all disks too. */
  readonly encryptionAtHost: boolean;
  /** The instances' user data in base64; undefined for none. */
  readonly userData?: string;
  readonly adminUsername: string;
  /** OpenSSH public keys, one line each. */
  readonly sshPublicKeys: readonly string[];
  readonly liveness: LivenessProbe;
  /** Minutes that an instance is given to finish its work before it is deleted; 0 for none. */
  readonly terminateNotificationMinutes: number;
}

/** A managed image or a gallery image version by its id, or an image of the marketplace, always its latest version. */
export type Image = { readonly id: string } | { readonly publisher: string; readonly offer: string; readonly sku: string };

/**
 * With `TrustedLaunch` an instance starts signed code alone (secure boot), and measures what it starts (vTPM)
 * (learn.microsoft.com/azure/virtual-machines/trusted-launch).
 */
export type SecurityType = "TrustedLaunch" | "Standard";

export interface LivenessProbe {
  /** Port on the instance. */
  readonly port: number;
  /** Path that answers 200 while the instance works. */
  readonly requestPath: string;
  readonly intervalInSeconds: number;
  /** Probes in a row that change an instance's health. */
  readonly numberOfProbes: number;
}

/** The model that a scale set makes its instances from. */
export function virtualMachineProfile(args: VirtualMachineArgs) {
  return {
    storageProfile: storageProfile(args.image),
    osProfile: osProfile(args),
    networkProfile: { networkInterfaceConfigurations: [networkInterface(args)] },
    extensionProfile: { extensions: [healthExtension(args.liveness)] },
    securityProfile: securityProfile(args),
    diagnosticsProfile: { bootDiagnostics: { enabled: true } },
    scheduledEventsProfile: { terminateNotificationProfile: terminateNotification(args.terminateNotificationMinutes) },
    ...(args.userData !== undefined && { userData: args.userData }),
  };
}

function storageProfile(image: Image) {
  return {
    imageReference: "id" in image ? { id: image.id } : { ...image, version: "latest" },
    osDisk: {
      createOption: "FromImage",
      caching: "ReadWrite" as const,
      managedDisk: { storageAccountType: "StandardSSD_LRS" },
    },
  };
}

function osProfile({ computerNamePrefix, adminUsername, sshPublicKeys }: VirtualMachineArgs) {
  const path = `/home/${adminUsername}/.ssh/authorized_keys`;
  return {
    computerNamePrefix,
    adminUsername,
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      provisionVMAgent: true,
      ssh: { publicKeys: sshPublicKeys.map((keyData) => ({ path, keyData })) },
    },
  };
}

function networkInterface({ subnetId, backendAddressPoolId, inboundNatPoolId }: VirtualMachineArgs) {
  return {
    name: "primary",
    primary: true,
    ipConfigurations: [
      {
        name: "primary",
        primary: true,
        subnet: { id: subnetId },
        loadBalancerBackendAddressPools: [{ id: backendAddressPoolId }],
        ...(inboundNatPoolId !== undefined && { loadBalancerInboundNatPools: [{ id: inboundNatPoolId }] }),
      },
    ],
  };
}

function healthExtension({ port, requestPath, intervalInSeconds, numberOfProbes }: LivenessProbe) {
  return {
    name: "HealthExtension",
    publisher: "Microsoft.ManagedServices",
    type: "ApplicationHealthLinux",
    typeHandlerVersion: "1.0",
    // For new instances and for those that are there; neither goes on to version 2 (learn.microsoft.com/azure/virtual-machines/automatic-extension-upgrade).
    autoUpgradeMinorVersion: true,
    enableAutomaticUpgrade: true,
    settings: { protocol: "http", port, requestPath, intervalInSeconds, numberOfProbes },
  };
}

/** Said in so many words when it is off, because Azure keeps what an update does not mention. */
function terminateNotification(minutes: number) {
  return minutes > 0 ? { enable: true, notBeforeTimeout: `PT${minutes}M` } : { enable: false };
}

/** Empty for the security type Standard, and not absent, so that what is given up is a change of its own. */
function securityProfile({ securityType, encryptionAtHost }: VirtualMachineArgs) {
  return {
    ...(securityType === "TrustedLaunch" && { securityType, uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } }),
    ...(encryptionAtHost && { encryptionAtHost }),
  };
}
