import * as compute from "@pulumi/azure-native/compute";
import * as pulumi from "@pulumi/pulumi";
import { rollingUpgradePercentages } from "./rolling-upgrade";

export interface ScaleSetArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** First part of the instances' host names, at most 15 characters. */
  readonly computerNamePrefix: string;
  readonly subnetId: pulumi.Input<string>;
  readonly backendAddressPoolId: pulumi.Input<string>;
  /** A NAT pool that leads to the instances' SSH, if there is one. */
  readonly inboundNatPoolId?: pulumi.Input<string>;
  /** Zones that the instances are spread over, such as "1". */
  readonly zones: readonly string[];
  /** Such as Standard_B1s. */
  readonly vmSize: string;
  readonly image: Image;
  /** The instances' user data in base64; undefined for none. */
  readonly userData?: string;
  readonly adminUsername: string;
  /** OpenSSH public keys, one line each. */
  readonly sshPublicKeys: readonly string[];
  /** Instances at first. Later their number is autoscale's. */
  readonly initialInstances: number;
  readonly liveness: LivenessProbe;
  /** Time after a change of an instance in which it is not repaired, in ISO 8601. */
  readonly repairGracePeriod: string;
  /** Whether an upgrade adds new instances before it removes old ones. */
  readonly maxSurge: boolean;
  /** Minutes that an instance is given to finish its work before it is deleted; 0 for none. */
  readonly terminateNotificationMinutes: number;
}

/** A managed image or a gallery image version by its id, or an image of the marketplace, always its latest version. */
export type Image = { readonly id: string } | { readonly publisher: string; readonly offer: string; readonly sku: string };

export interface LivenessProbe {
  /** Port on the instance. */
  readonly port: number;
  /** Path that answers 200 while the instance works. */
  readonly requestPath: string;
  readonly intervalInSeconds: number;
  /** Probes in a row that change an instance's health. */
  readonly numberOfProbes: number;
}

/**
 * Identical instances, spread over zones, that are repaired when they fail and upgraded a few at a time.
 *
 * Health is what the application health extension sees inside each instance, and not the load balancer's probe: an instance that turns
 * traffic away for a while must not be repaired for it. Repairs and upgrades both need it from the first instance on, so it is part
 * of the model. It is version 1.0, for which any page that answers 200 will do; version 2.0 wants a certain body, and without it
 * would have every instance replaced over and over
 * (learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-health-extension).
 *
 * Zones are balanced as far as the zones allow: strict balance would stop all scaling while one of them is down. Adding a zone changes
 * the scale set in place; Azure refuses to take one away, so that takes a new scale set.
 */
export class ScaleSet extends pulumi.ComponentResource {
  readonly id: pulumi.Output<string>;
  readonly scaleSetName: pulumi.Output<string>;

  constructor(name: string, args: ScaleSetArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:ScaleSet", name, {}, options);

    const scaleSet = new compute.VirtualMachineScaleSet(
      name,
      {
        resourceGroupName: args.resourceGroupName,
        orchestrationMode: "Uniform",
        zones: [...args.zones],
        platformFaultDomainCount: 1,
        singlePlacementGroup: false,
        overprovision: false,
        sku: { name: args.vmSize, tier: "Standard", capacity: args.initialInstances },
        upgradePolicy: upgradePolicy(args.maxSurge),
        automaticRepairsPolicy: { enabled: true, gracePeriod: args.repairGracePeriod, repairAction: "Replace" },
        virtualMachineProfile: {
          storageProfile: storageProfile(args.image),
          osProfile: osProfile(args),
          networkProfile: { networkInterfaceConfigurations: [networkInterface(args)] },
          extensionProfile: { extensions: [healthExtension(args.liveness)] },
          diagnosticsProfile: { bootDiagnostics: { enabled: true } },
          scheduledEventsProfile: { terminateNotificationProfile: terminateNotification(args.terminateNotificationMinutes) },
          ...(args.userData !== undefined && { userData: args.userData }),
        },
      },
      {
        parent: this,
        // Autoscale decides how many instances there are; every other update would put the number back.
        ignoreChanges: ["sku.capacity"],
        replaceOnChanges: refusedInPlace,
        // Two scale sets cannot share a NAT pool, so a new one can only take the place of the old, with an outage. Without a pool the
        // new one comes first. Source: learn.microsoft.com/azure/load-balancer/load-balancer-standard-virtual-machine-scale-sets.
        deleteBeforeReplace: args.inboundNatPoolId !== undefined,
        customTimeouts: { create: "60m", update: "60m", delete: "60m" },
      },
    );

    this.id = scaleSet.id;
    this.scaleSetName = scaleSet.name;
    this.registerOutputs({ id: this.id, scaleSetName: this.scaleSetName });
  }
}

/**
 * What Azure refuses to change on a scale set that exists (PropertyChangeNotAllowed). The provider does not know, and would try an
 * update that fails half-way through a deployment. Zones are not here: Azure takes new ones in place.
 */
const refusedInPlace = [
  "orchestrationMode",
  "platformFaultDomainCount",
  "virtualMachineProfile.osProfile.computerNamePrefix",
  "virtualMachineProfile.osProfile.adminUsername",
  "virtualMachineProfile.osProfile.linuxConfiguration.provisionVMAgent",
  "virtualMachineProfile.storageProfile.imageReference.publisher",
  "virtualMachineProfile.storageProfile.imageReference.offer",
  "virtualMachineProfile.storageProfile.osDisk.managedDisk.storageAccountType",
];

/** A new model reaches the instances by itself, in batches, and only as long as they are healthy. */
function upgradePolicy(maxSurge: boolean) {
  return {
    mode: "Rolling" as const,
    rollingUpgradePolicy: {
      ...rollingUpgradePercentages,
      maxSurge,
      pauseTimeBetweenBatches: "PT30S",
      prioritizeUnhealthyInstances: true,
      rollbackFailedInstancesOnPolicyBreach: true,
    },
    // The image is a tested one and changes with the program, not by itself.
    automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: false },
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

function osProfile({ computerNamePrefix, adminUsername, sshPublicKeys }: ScaleSetArgs) {
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

function networkInterface({ subnetId, backendAddressPoolId, inboundNatPoolId }: ScaleSetArgs) {
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
    autoUpgradeMinorVersion: true,
    settings: { protocol: "http", port, requestPath, intervalInSeconds, numberOfProbes },
  };
}

/** Said in so many words when it is off, because Azure keeps what an update does not mention. */
function terminateNotification(minutes: number) {
  return minutes > 0 ? { enable: true, notBeforeTimeout: `PT${minutes}M` } : { enable: false };
}
