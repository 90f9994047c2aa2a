import { loadImageSettings } from "./src/settings/load";
import { TestedImage } from "./src/tested-image";

const image = new TestedImage("web-tier-image", loadImageSettings());

/** The tier's setting imageId. The version is there once waitCommand has ended. */
export const imageId = image.imageId;
/** Waits for the end of the build, and says how it went. */
export const waitCommand = image.waitCommand;
export const resourceGroupName = image.resourceGroupName;
