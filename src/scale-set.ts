import * as compute from "@pulumi/azure-native/compute";
import * as pulumi from "@pulumi/pulumi";
import { rollingUpgradePercentages } from "./rolling-upgrade";
import type { Tags } from "./tags";
import { virtualMachineProfile, type VirtualMachineArgs } from "./virtual-machine-profile";

export interface ScaleSetArgs extends VirtualMachineArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Zones that the instances are spread over, such as "1". */
  readonly zones: readonly string[];
  /** Such as Standard_B1s. */
  readonly vmSize: string;
  /** Resource id of a user-assigned identity that the instances act under; undefined for none. */
  readonly identityId?: pulumi.Input<string>;
  /** Instances at first. Later their number is autoscale's. */
  readonly initialInstances: number;
  /** Time after a change of an instance in which it is not repaired, in ISO 8601. */
  readonly repairGracePeriod: string;
  /** Whether an upgrade adds new instances before it removes old ones. */
  readonly maxSurge: boolean;
  readonly tags?: Tags;
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
  readonly scaleSet: compute.VirtualMachineScaleSet;
  readonly id: pulumi.Output<string>;
  readonly scaleSetName: pulumi.Output<string>;

  constructor(name: string, args: ScaleSetArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:ScaleSet", name, {}, options);

    this.scaleSet = new compute.VirtualMachineScaleSet(
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
        identity: identity(args.identityId),
        virtualMachineProfile: virtualMachineProfile(args),
        tags: args.tags,
      },
      {
        parent: this,
        // Autoscale decides how many instances there are; every other update would put the number back.
        ignoreChanges: ["sku.capacity"],
        replaceOnChanges: [...refusedInPlace, ...givenUp(args)],
        // Two scale sets cannot share a NAT pool, so a new one can only take the place of the old, with an outage. Without a pool the
        // new one comes first. Source: learn.microsoft.com/azure/load-balancer/load-balancer-standard-virtual-machine-scale-sets.
        deleteBeforeReplace: args.inboundNatPoolId !== undefined,
        customTimeouts: { create: "60m", update: "60m", delete: "60m" },
      },
    );

    this.id = this.scaleSet.id;
    this.scaleSetName = this.scaleSet.name;
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

/**
 * What a scale set keeps until it is replaced, once it is no longer asked for. Azure takes trusted launch in place, and gives it up only
 * at the word Standard, which its API has from 2025-11-01 on, so that azure-native cannot say it
 * (learn.microsoft.com/azure/virtual-machines/trusted-launch-existing-vmss).
 */
function givenUp({ securityType, encryptionAtHost }: ScaleSetArgs): string[] {
  return [
    ...(securityType === "Standard" ? ["virtualMachineProfile.securityProfile.securityType"] : []),
    ...(encryptionAtHost ? [] : ["virtualMachineProfile.securityProfile.encryptionAtHost"]),
  ];
}

/** Said in so many words when there is none, because Azure keeps what an update does not mention. */
function identity(id: pulumi.Input<string> | undefined) {
  return id === undefined ? { type: "None" as const } : { type: "UserAssigned" as const, userAssignedIdentities: [id] };
}

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
