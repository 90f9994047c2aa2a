import { armId, regionResource } from "../../../rules/fake-region";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { imageId } from "../../../rules/valid/scale-set";

const storage = "virtualMachineProfile.storageProfile";
const image = `${storage}.imageReference`;
const osDisk = `${storage}.osDisk`;
const security = "virtualMachineProfile.securityProfile";

const debian = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };
const flatcar = { publisher: "kinvolk", offer: "flatcar-container-linux", sku: "stable-gen2", version: "latest" };
const plan = { publisher: "Kinvolk", product: "Flatcar-Container-Linux", name: "stable-gen2" };

/** The definition of the image of the valid scale set, which boots on any size. */
function definition(securityType: string) {
  const id = imageId.replace(/\/versions\/.*$/, "");
  const features = [
    { name: "SecurityType", value: securityType },
    { name: "DiskControllerTypes", value: "SCSI, NVMe" },
  ];
  return regionResource("azure-native:compute:GalleryImage", id, { osType: "Linux", osState: "Generalized", features });
}

export const imageCases: RuleCases[] = [
  {
    rule: "R52",
    refused: [
      { name: "an id and a version", change: set(`${image}.version`, "latest"), at: `${image}.version` },
      {
        name: "two ids",
        change: set(`${image}.sharedGalleryImageId`, "/SharedGalleries/g/Images/web"),
        at: `${image}.sharedGalleryImageId`,
      },
      {
        name: "a marketplace image without a version",
        change: edits(set(image, debian), remove(`${image}.version`)),
        at: `${image}.version`,
      },
      { name: "no image at all", change: remove(image), at: image },
      { name: "an empty image reference", change: set(image, {}), at: image },
    ],
    accepted: [
      { name: "a marketplace image by its four parts", change: set(image, debian) },
      { name: "a community gallery image", change: set(image, { communityGalleryImageId: "/CommunityGalleries/g/Images/web" }) },
      { name: "an image that is not known yet", change: unknown(image) },
    ],
  },
  {
    rule: "R53",
    refused: [
      {
        name: "an id that names nothing",
        change: set(`${image}.id`, armId("Microsoft.Network/loadBalancers", "web-1.0.0")),
        at: `${image}.id`,
      },
    ],
    accepted: [
      { name: "a gallery image version", change: nothing },
      { name: "an id that is not known yet", change: unknown(`${image}.id`) },
    ],
  },
  {
    rule: "R54",
    refused: [
      {
        name: "the plan of another offer",
        change: edits(set(image, flatcar), set("plan", { ...plan, product: "ubuntu" })),
        at: "plan.product",
      },
    ],
    accepted: [
      { name: "the plan of the image, in another case", change: edits(set(image, flatcar), set("plan", plan)) },
      { name: "a plan beside an image of one's own, which can come from the marketplace", change: set("plan", plan) },
    ],
  },
  {
    rule: "R54-parts",
    refused: [
      { name: "a plan without a publisher", change: set("plan", { name: plan.name, product: plan.product }), at: "plan.publisher" },
    ],
    accepted: [{ name: "a whole plan", change: set("plan", plan) }],
  },
  {
    rule: "R55",
    refused: [{ name: "an empty OS disk", change: set(`${osDisk}.createOption`, "Empty"), at: `${osDisk}.createOption` }],
    accepted: [{ name: "FromImage in another case", change: set(`${osDisk}.createOption`, "fromImage") }],
  },
  {
    rule: "R56",
    refused: [
      { name: "4096 GB", change: set(`${osDisk}.diskSizeGB`, 4096), at: `${osDisk}.diskSizeGB` },
      { name: "0 GB", change: set(`${osDisk}.diskSizeGB`, 0), at: `${osDisk}.diskSizeGB` },
    ],
    accepted: [
      { name: "4095 GB", change: set(`${osDisk}.diskSizeGB`, 4095) },
      { name: "30 GB", change: set(`${osDisk}.diskSizeGB`, 30) },
    ],
  },
  {
    rule: "R57",
    refused: ["UltraSSD_LRS", "PremiumV2_LRS"].map((type) => ({
      name: type,
      change: set(`${osDisk}.managedDisk.storageAccountType`, type),
      at: `${osDisk}.managedDisk.storageAccountType`,
    })),
    accepted: [{ name: "Premium_LRS", change: set(`${osDisk}.managedDisk.storageAccountType`, "Premium_LRS") }],
  },
  {
    rule: "R48",
    refused: [
      {
        name: "trusted launch of a managed image",
        change: edits(set(`${security}.securityType`, "TrustedLaunch"), set(`${image}.id`, armId("Microsoft.Compute/images", "web"))),
        at: `${security}.securityType`,
      },
      {
        name: "trusted launch of a generation 1 image",
        change: edits(set(`${security}.securityType`, "TrustedLaunch"), set(image, { ...debian, sku: "12-gen1" })),
        at: `${security}.securityType`,
      },
    ],
    accepted: [
      { name: "trusted launch of a gallery image", change: set(`${security}.securityType`, "TrustedLaunch") },
      {
        name: "trusted launch of a generation 2 image",
        change: edits(set(`${security}.securityType`, "TrustedLaunch"), set(image, debian)),
      },
      { name: "a managed image without trusted launch", change: set(`${image}.id`, armId("Microsoft.Compute/images", "web")) },
    ],
  },
  {
    rule: "T-unmanaged-disks",
    refused: [
      {
        name: "containers for disks",
        change: set(`${osDisk}.vhdContainers`, ["https://web.blob.core.windows.net/disks"]),
        at: `${osDisk}.vhdContainers`,
      },
      {
        name: "an image file",
        change: set(`${osDisk}.image`, { uri: "https://web.blob.core.windows.net/images/web.vhd" }),
        at: `${osDisk}.image`,
      },
    ],
    accepted: [{ name: "a managed disk", change: nothing }],
  },
  {
    rule: "R297",
    refused: [
      { name: "no security type", change: nothing, others: [definition("TrustedLaunch")], at: `${security}.securityType` },
      {
        name: "another security type",
        change: edits(set("sku.name", "Standard_D2s_v5"), set(`${security}.securityType`, "TrustedLaunch")),
        others: [definition("ConfidentialVM")],
        at: `${security}.securityType`,
      },
    ],
    accepted: [
      {
        name: "the type that is demanded",
        change: set(`${security}.securityType`, "TrustedLaunch"),
        others: [definition("TrustedLaunch")],
      },
      { name: "a definition that allows both", change: nothing, others: [definition("TrustedLaunchSupported")] },
      { name: "a type that is not known yet", change: unknown(`${security}.securityType`), others: [definition("TrustedLaunch")] },
    ],
  },
];
