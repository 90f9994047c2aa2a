import type { Properties } from "../../../properties/value";
import { armId } from "../fake-region";
import { identityId } from "./identity";

export const galleryId = armId("Microsoft.Compute/galleries", "images");
export const galleryImageId = `${galleryId}/images/web-tier`;
export const imageTemplateId = armId("Microsoft.VirtualMachineImages/imageTemplates", "web-tier");

export function gallery(): Properties {
  return { resourceGroupName: "web", galleryName: "images", location: "westeurope" };
}

/** The definition of an image for instances with and without trusted launch. */
export function galleryImage(): Properties {
  return {
    resourceGroupName: "web",
    galleryName: "images",
    galleryImageName: "web-tier",
    location: "westeurope",
    identifier: { publisher: "web", offer: "web-tier", sku: "debian" },
    osType: "Linux",
    osState: "Generalized",
    hyperVGeneration: "V2",
    features: [{ name: "SecurityType", value: "TrustedLaunchSupported" }],
  };
}

/** A template that makes one version of that image. */
export function imageTemplate(): Properties {
  return {
    resourceGroupName: "web",
    imageTemplateName: "web-tier",
    location: "westeurope",
    identity: { type: "UserAssigned", userAssignedIdentities: [identityId] },
    source: { type: "PlatformImage", publisher: "Debian", offer: "debian-13", sku: "13-gen2", version: "latest" },
    customize: [{ type: "Shell", name: "provision", inline: ["sudo sh provision"] }],
    validate: { inVMValidations: [{ type: "Shell", name: "check", inline: ["sudo sh check"] }] },
    distribute: [
      {
        type: "SharedImage",
        galleryImageId: `${galleryImageId}/versions/1.0.0`,
        runOutputName: "web-tier",
        targetRegions: [{ name: "westeurope", replicaCount: 1 }],
      },
    ],
    buildTimeoutInMinutes: 60,
    autoRun: { state: "Enabled" },
  };
}
