import { argsOf, check, refusedPaths } from "../support/settings";

const images = "/subscriptions/0/resourceGroups/images/providers/Microsoft.Compute";
const managedImage = `${images}/images/web`;
const galleryVersion = `${images}/galleries/tested/images/web/versions/1.2.3`;

describe("the security type", () => {
  it.each([
    ["of the marketplace image", {}],
    ["of a version of a gallery image", { imageId: galleryVersion }],
    ["of a first burstable size", { vmSize: "Standard_B1s" }],
    ["of an Arm64 size", { vmSize: "Standard_D2ps_v6", imageId: galleryVersion }],
  ])("%s is trusted launch when none is given", (_, settings) => {
    expect(argsOf(settings).scaleSet.securityType).toBe("TrustedLaunch");
  });

  it.each([
    ["a managed image", { imageId: managedImage }],
    ["a size that boots the first generation", { imageId: galleryVersion, vmSize: "Standard_A2_v2" }],
    ["Dv2", { vmSize: "Standard_D2_v2", imageId: galleryVersion }],
    ["Dv3", { vmSize: "Standard_D2_v3", imageId: galleryVersion }],
    ["Dpsv5", { vmSize: "Standard_D2ps_v5", imageId: galleryVersion }],
    ["M", { vmSize: "Standard_M8ms" }],
    ["a confidential size", { vmSize: "Standard_DC2as_v5" }],
  ])("is Standard for %s, which has no trusted launch", (_, settings) => {
    expect(argsOf(settings).scaleSet.securityType).toBe("Standard");
    expect(refusedPaths({ ...settings, securityType: "TrustedLaunch" })).toEqual(["securityType"]);
  });

  it.each(["Standard_DS2_v2", "Standard_D2s_v3", "Standard_D2s_v5", "Standard_F4s_v2", "Standard_L8s_v3", "Standard_E2s_v5"])(
    "may be trusted launch for %s",
    (vmSize) => {
      expect(argsOf({ vmSize, securityType: "TrustedLaunch" }).scaleSet.securityType).toBe("TrustedLaunch");
    },
  );

  it("may be Standard for any image", () => {
    expect(argsOf({ securityType: "Standard" }).scaleSet.securityType).toBe("Standard");
    expect(argsOf({ securityType: "Standard", imageId: managedImage }).scaleSet.securityType).toBe("Standard");
  });

  it("is refused with the reason and the two ways out", () => {
    expect(check({ securityType: "TrustedLaunch", imageId: managedImage }).problems).toEqual([
      {
        path: "web-tier:securityType",
        given: '"TrustedLaunch"',
        allowed: "Standard: imageId is a managed image, which cannot be started so",
        fix: "give a version of a gallery image, or leave this out",
      },
    ]);
  });

  it.each(["standard", "ConfidentialVM", "trustedLaunch"])("must not be %s", (securityType) => {
    expect(refusedPaths({ securityType })).toEqual(["securityType"]);
  });
});

describe("the identity", () => {
  const id = "/subscriptions/0/resourceGroups/ids/providers/Microsoft.ManagedIdentity/userAssignedIdentities/web";

  it("may be a user-assigned one, or none", () => {
    expect(argsOf({ identityId: id }).scaleSet.identityId).toBe(id);
    expect(argsOf().scaleSet.identityId).toBeUndefined();
  });

  it.each(["web", `${id}/federatedIdentityCredentials/x`, id.replace("ManagedIdentity", "Compute")])("must not be %s", (identityId) => {
    expect(refusedPaths({ identityId })).toEqual(["identityId"]);
  });
});

it("encrypts at the host on demand alone", () => {
  expect(argsOf().scaleSet.encryptionAtHost).toBe(false);
  expect(argsOf({ encryptionAtHost: true }).scaleSet.encryptionAtHost).toBe(true);
});
