import { TestedImage, type TestedImageArgs } from "../../image/azure/src/tested-image";
import { isGalleryImageVersion } from "../../azure/facts/image-ids";
import { deploy, idOf, valueOf } from "../support/deploy";
import { remembered } from "../support/remembered";

const group = "azure-native:resources:ResourceGroup image-resource-group";
const groupId = idOf("azure-native:resources:ResourceGroup", "image-resource-group");
const files = [{ path: "check", content: Buffer.from("#!/bin/sh\n") }];

const deployed = remembered((args: Partial<Omit<TestedImageArgs, "files">>, preview: boolean) =>
  deploy(() => new TestedImage("image", { version: "1.2.3", location: "westeurope", replicationRegions: [], ...args, files }), { preview }),
);

const modes = [
  { mode: "update", preview: false },
  { mode: "preview", preview: true },
];

describe.each(modes)("in a run of $mode, the image", ({ preview }) => {
  it("has a definition that instances with and without trusted launch start from, and that Image Builder may fill", async () => {
    const { inputs } = (await deployed({}, preview)).find("azure-native:compute:GalleryImage");
    expect(inputs).toMatchObject({
      galleryImageName: "web-tier",
      osType: "Linux",
      osState: "Generalized",
      hyperVGeneration: "V2",
      architecture: "x64",
      features: [{ name: "SecurityType", value: "TrustedLaunchSupported" }],
    });
  });

  it("is made from Debian of the same generation, and built when the template is created", async () => {
    const { inputs } = (await deployed({}, preview)).find("azure-native:virtualmachineimages:VirtualMachineImageTemplate");
    expect(inputs.source).toMatchObject({ type: "PlatformImage", publisher: "Debian", sku: expect.stringMatching(/-gen2$/) });
    expect(inputs.autoRun).toEqual({ state: "Enabled" });
    expect(inputs).not.toHaveProperty("vmProfile");
  });

  it("gets into the gallery only after a machine that booted from it has passed the check", async () => {
    const { inputs } = (await deployed({}, preview)).find("azure-native:virtualmachineimages:VirtualMachineImageTemplate");
    expect(inputs.validate).toMatchObject({ continueDistributeOnFailure: false, inVMValidations: [{ type: "Shell", name: "check" }] });
  });

  it("is replaced by each change, as Azure changes no template", async () => {
    const { replaceOnChanges } = (await deployed({}, preview)).find("azure-native:virtualmachineimages:VirtualMachineImageTemplate");
    expect(replaceOnChanges).toEqual(["*"]);
  });

  it("lets the builder do what it needs in the resource group of the image, and nothing elsewhere", async () => {
    const { find } = await deployed({}, preview);
    const { permissions, ...role } = find("azure-native:authorization:RoleDefinition").inputs;
    expect(permissions).toEqual([
      {
        actions: [
          ...["", "/images", "/images/versions"].map((part) => `Microsoft.Compute/galleries${part}/read`),
          "Microsoft.Compute/galleries/images/versions/write",
          ...["read", "write", "delete"].map((action) => `Microsoft.Compute/images/${action}`),
        ],
      },
    ]);
    expect(find("azure-native:authorization:RoleAssignment").inputs.principalType).toBe("ServicePrincipal");
    if (!preview) {
      expect(role).toMatchObject({ scope: groupId, assignableScopes: [groupId], roleName: "Image builder of image-resource-group" });
      expect(find("azure-native:authorization:RoleAssignment").inputs).toMatchObject({
        scope: groupId,
        roleDefinitionId: idOf("azure-native:authorization:RoleDefinition", "image-builder-role"),
        principalId: expect.stringMatching(/^a6d5c1f0-/),
      });
    }
  });

  it("is cleaned up with its resource group, as no program knows the versions in the gallery", async () => {
    const { resources } = await deployed({}, preview);
    const deletedWithGroup = resources.filter(({ deletedWith }) => deletedWith === group).map(({ type }) => type.split(":")[2]);
    expect(deletedWithGroup.sort()).toEqual(["Gallery", "GalleryImage", "UserAssignedIdentity"]);
  });
});

it("has the version's id as the tier takes it, with the name that the local region finds its image by", async () => {
  const { result, find } = await deployed({}, false);
  const imageId = await valueOf(result.imageId);
  expect(imageId).toBe(`${idOf("azure-native:compute:GalleryImage", "image-definition")}/versions/1.2.3`);
  expect(find("azure-native:virtualmachineimages:VirtualMachineImageTemplate").inputs.distribute).toMatchObject([
    { type: "SharedImage", galleryImageId: imageId },
  ]);
  const real = "/subscriptions/0/resourceGroups/g/providers/Microsoft.Compute/galleries/image_gallery/images/web-tier/versions/1.2.3";
  expect(isGalleryImageVersion(real)).toBe(true);
});

it("says how to wait for the build", async () => {
  const { result } = await deployed({}, false);
  const place = "--resource-group image-resource-group --name image-template";
  expect(await valueOf(result.waitCommand)).toBe(
    `az image builder wait ${place} --custom lastRunStatus.endTime && az image builder show ${place} --query lastRunStatus`,
  );
});

it("is kept in its region and in each further one, over all zones where there are any", async () => {
  const { find } = await deployed({ replicationRegions: ["ukwest", "northeurope"] }, false);
  const { distribute } = find("azure-native:virtualmachineimages:VirtualMachineImageTemplate").inputs as { distribute: object[] };
  expect(distribute).toMatchObject([
    {
      targetRegions: [
        { name: "westeurope", replicaCount: 1, storageAccountType: "Standard_ZRS" },
        { name: "ukwest", replicaCount: 1, storageAccountType: "Standard_LRS" },
        { name: "northeurope", replicaCount: 1, storageAccountType: "Standard_ZRS" },
      ],
    },
  ]);
});

it("is made on a machine of the size that is wanted", async () => {
  const { find } = await deployed({ buildVmSize: "Standard_D2s_v5" }, false);
  expect(find("azure-native:virtualmachineimages:VirtualMachineImageTemplate").inputs.vmProfile).toMatchObject({
    vmSize: "Standard_D2s_v5",
  });
});

it("has a gallery whose name Azure takes: no hyphens, also with Pulumi's random characters", async () => {
  const { resources } = await deployed({}, false);
  const name = resources.find(({ type }) => type === "azure-native:compute:Gallery")?.name;
  expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.]*$/);
});
