import * as compute from "@pulumi/azure-native/compute";
import * as resources from "@pulumi/azure-native/resources";
import * as virtualmachineimages from "@pulumi/azure-native/virtualmachineimages";
import * as pulumi from "@pulumi/pulumi";
import { hasAvailabilityZones } from "../../../azure/facts/regions";
import { buildSteps, checkSteps } from "./build-steps";
import { BuilderIdentity } from "./builder-identity";
import type { ImageFile } from "./image-files";

export interface TestedImageArgs {
  /** Version of the image, as three numbers. */
  readonly version: string;
  /** What the image is made from, the scripts that make it included. */
  readonly files: readonly ImageFile[];
  /** Where the image is made and kept, such as westeurope. */
  readonly location: string;
  /** Further regions that get a copy. */
  readonly replicationRegions: readonly string[];
  /** Size of the machine that the image is made on. Undefined: what Image Builder takes. */
  readonly buildVmSize?: string;
}

/** Debian of the second generation, which Debian publishes for trusted launch too. */
const debian = { type: "PlatformImage", publisher: "Debian", offer: "debian-13", sku: "13-gen2", version: "latest" } as const;

/** The local region finds its own image by this name and the version. */
const imageName = "web-tier";

/**
 * One version of the tested image in a gallery of its own, made and tested by VM Image Builder.
 *
 * A template is built once, when it is created, and Azure changes none that exists (`Update/Upgrade of image templates is currently not
 * supported`, learn.microsoft.com/azure/virtual-machines/linux/image-builder-troubleshoot), so each change replaces it. The versions that
 * older templates have made stay in the gallery. They are in no program, so the gallery can only go with its resource group, which
 * is why the resource group belongs to the image alone.
 *
 * It costs what the build machine costs for the minutes of a build, and the storage of the versions.
 */
export class TestedImage extends pulumi.ComponentResource {
  /** Id of the version, which is there once the build has ended well. */
  readonly imageId: pulumi.Output<string>;
  /** Waits for the end of the build, and says how it went. */
  readonly waitCommand: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Output<string>;

  constructor(name: string, args: TestedImageArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:TestedImage", name, {}, options);

    const resourceGroup = new resources.ResourceGroup(`${name}-resource-group`, {}, { parent: this });
    const resourceGroupName = resourceGroup.name;
    const definition = this.createDefinition(name, resourceGroup);
    const identity = new BuilderIdentity(
      `${name}-builder`,
      { resourceGroupName, resourceGroupId: resourceGroup.id, resourceGroup },
      { parent: this },
    );
    const imageId = pulumi.interpolate`${definition.id}/versions/${args.version}`;
    const template = this.createTemplate(name, args, { resourceGroupName, imageId, identity });

    // Unknown in a preview that creates the template: there is no such version before.
    this.imageId = pulumi.all([imageId, template.id]).apply(([id]) => id);
    this.resourceGroupName = resourceGroupName;
    const place = pulumi.interpolate`--resource-group ${resourceGroupName} --name ${template.name}`;
    this.waitCommand = pulumi.interpolate`az image builder wait ${place} --custom lastRunStatus.endTime && az image builder show ${place} --query lastRunStatus`;
    this.registerOutputs({ imageId: this.imageId });
  }

  private createDefinition(name: string, resourceGroup: resources.ResourceGroup): compute.GalleryImage {
    const child = { parent: this, deletedWith: resourceGroup };
    const resourceGroupName = resourceGroup.name;
    // Galleries take no hyphens.
    const gallery = new compute.Gallery(`${name.replaceAll("-", "_")}_gallery`, { resourceGroupName }, child);
    return new compute.GalleryImage(
      `${name}-definition`,
      {
        resourceGroupName,
        galleryName: gallery.name,
        galleryImageName: imageName,
        identifier: { publisher: imageName, offer: imageName, sku: imageName },
        osType: "Linux",
        osState: "Generalized",
        architecture: "x64",
        hyperVGeneration: "V2",
        // Image Builder makes no image for a definition that says TrustedLaunch alone; from this one instances start with trusted launch
        // and without it (learn.microsoft.com/azure/virtual-machines/image-builder-overview#confidential-vm-and-trusted-launch-support).
        features: [{ name: "SecurityType", value: "TrustedLaunchSupported" }],
      },
      child,
    );
  }

  private createTemplate(
    name: string,
    { version, files, location, replicationRegions, buildVmSize }: TestedImageArgs,
    {
      resourceGroupName,
      imageId,
      identity,
    }: { resourceGroupName: pulumi.Output<string>; imageId: pulumi.Output<string>; identity: BuilderIdentity },
  ): virtualmachineimages.VirtualMachineImageTemplate {
    return new virtualmachineimages.VirtualMachineImageTemplate(
      `${name}-template`,
      {
        resourceGroupName,
        identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
        source: debian,
        customize: buildSteps(files),
        validate: { inVMValidations: checkSteps(files), continueDistributeOnFailure: false },
        distribute: [
          {
            type: "SharedImage",
            galleryImageId: imageId,
            runOutputName: `${imageName}-${version}`,
            targetRegions: [location, ...replicationRegions].map((region) => ({
              name: region,
              replicaCount: 1,
              // A zone that goes must not take the image with it.
              storageAccountType: hasAvailabilityZones(region) ? "Standard_ZRS" : "Standard_LRS",
            })),
          },
        ],
        ...(buildVmSize !== undefined && { vmProfile: { vmSize: buildVmSize } }),
        autoRun: { state: "Enabled" },
      },
      { parent: this, replaceOnChanges: ["*"], dependsOn: identity },
    );
  }
}
