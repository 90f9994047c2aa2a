/** Pages that several rules on galleries and on VM Image Builder go back to. */

const pages = "https://learn.microsoft.com/azure/virtual-machines";

/** What Azure answers to a gallery, a definition or a version that it does not take. */
export const galleryErrors = `${pages}/troubleshooting-shared-images`;
export const trustedLaunchPage = `${pages}/trusted-launch`;
export const imageBuilderPage = `${pages}/image-builder-overview`;
/** Every property of an image template. */
export const templatePage = `${pages}/linux/image-builder-json`;
export const templateErrors = `${pages}/linux/image-builder-troubleshoot`;
/** The descriptions of the same properties in Azure's API, with the patterns of names. */
export const templateDefinition = "https://learn.microsoft.com/azure/templates/microsoft.virtualmachineimages/2024-02-01/imagetemplates";
