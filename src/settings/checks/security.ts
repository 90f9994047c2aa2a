import { isUserAssignedIdentity } from "../../../azure/facts/identity-ids";
import { isManagedImage } from "../../../azure/facts/image-ids";
import { takesTrustedLaunch } from "../../../azure/facts/trusted-launch";
import type { SecurityType } from "../../virtual-machine-profile";
import type { Values } from "../declarations";
import type { Problems } from "../problems";

/** The security type that was asked for, or else the best one that size and image take, as far as they can be seen. */
export function readSecurityType({ securityType, imageId, vmSize }: Values, problems: Problems): SecurityType {
  const obstacle = isManagedImage(imageId)
    ? "imageId is a managed image, which cannot be started so"
    : takesTrustedLaunch(vmSize)
      ? undefined
      : `vmSize ${vmSize} cannot be started so`;
  if (securityType === "") {
    return obstacle === undefined ? "TrustedLaunch" : "Standard";
  }
  if (securityType === "TrustedLaunch") {
    if (obstacle !== undefined) {
      const fix = isManagedImage(imageId)
        ? "give a version of a gallery image, or leave this out"
        : "choose another size, or leave this out";
      problems.add("securityType", securityType, `Standard: ${obstacle}`, fix);
    }
    return securityType;
  }
  if (securityType !== "Standard") {
    problems.add("securityType", securityType, "TrustedLaunch or Standard", "choose one of these, spelt like this; or leave it out");
  }
  return "Standard";
}

export function checkIdentity({ identityId }: Values, problems: Problems): void {
  if (identityId !== "" && !isUserAssignedIdentity(identityId)) {
    problems.add(
      "identityId",
      identityId,
      "/subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/…",
      "copy the id: az identity show --query id",
    );
  }
}
