import { edits, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const image = "virtualMachineProfile.storageProfile.imageReference";

function marketplace(publisher: string, offer: string, sku: string) {
  return set(image, { publisher, offer, sku, version: "latest" });
}

const shared = (address: string) => set(image, { sharedGalleryImageId: address });
const community = (address: string) => set(image, { communityGalleryImageId: address });
const planOf = (publisher: string, product: string, name: string) => set("plan", { publisher, product, name });

export const marketplaceCases: RuleCases[] = [
  {
    rule: "R300",
    refused: [
      ["Canonical", "UbuntuServer", "20.04-LTS"],
      ["Canonical", "UbuntuServer", "17.10"],
      ["Canonical", "0001-com-ubuntu-server-focal", "22_04-lts"],
      ["Canonical", "ubuntu-24_04-lts", "24_04-lts"],
      ["Debian", "debian-12", "11-gen2"],
    ]
      .map(([publisher, offer, sku]) => ({
        name: `${publisher} ${offer} ${sku}`,
        change: marketplace(publisher, offer, sku),
        at: `${image}.sku`,
      }))
      .concat([
        {
          name: "a version in words",
          change: edits(marketplace("RedHat", "RHEL", "9-lvm-gen2"), set(`${image}.version`, "newest")),
          at: `${image}.version`,
        },
      ]),
    accepted: [
      ["Canonical", "UbuntuServer", "18.04-LTS"],
      ["canonical", "0001-com-ubuntu-server-jammy", "22_04-LTS-gen2"],
      ["Canonical", "0001-com-ubuntu-server-focal-daily", "20_04-daily-lts"],
      ["Canonical", "ubuntu-24_04-lts", "server-arm64"],
      ["Debian", "debian-13", "13-backports-gen2"],
      ["Debian", "debian-14", "anything"],
      ["contoso", "web", "1"],
    ].map(([publisher, offer, sku]) => ({
      name: `${publisher} ${offer} ${sku}`,
      change: edits(marketplace(publisher, offer, sku), set("sku.name", sku.includes("arm64") ? "Standard_D2ps_v5" : "Standard_D2s_v5")),
    })),
  },
  {
    rule: "R301",
    refused: [{ name: "an appliance without a plan", change: marketplace("paloaltonetworks", "vmseries-flex", "byol"), at: "plan" }],
    accepted: [
      {
        name: "an appliance with its plan",
        change: edits(marketplace("paloaltonetworks", "vmseries-flex", "byol"), planOf("paloaltonetworks", "vmseries-flex", "byol")),
      },
      { name: "a plan that is not known yet", change: edits(marketplace("bitnami", "nginxstack", "1-9"), unknown("plan")) },
      { name: "an image without terms", change: marketplace("Debian", "debian-12", "12-gen2") },
    ],
  },
  {
    rule: "R301-none",
    refused: [
      {
        name: "Debian with a plan",
        change: edits(marketplace("Debian", "debian-12", "12-gen2"), planOf("Debian", "debian-12", "12-gen2")),
        at: "plan",
      },
      {
        name: "Ubuntu with a plan",
        change: edits(marketplace("Canonical", "ubuntu-24_04-lts", "server"), planOf("Canonical", "ubuntu-24_04-lts", "server")),
        at: "plan",
      },
    ],
    accepted: [
      {
        name: "Ubuntu Pro with a plan",
        change: edits(
          marketplace("Canonical", "0001-com-ubuntu-pro-jammy", "pro-22_04-lts-gen2"),
          planOf("Canonical", "0001-com-ubuntu-pro-jammy", "pro-22_04-lts-gen2"),
        ),
      },
      { name: "a gallery's image that was made from one with a plan", change: planOf("debian", "debian-12", "12-gen2") },
    ],
  },
  {
    rule: "R302",
    refused: [
      {
        name: "a resource's id for a shared image",
        change: shared("/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/images/images/web"),
        at: `${image}.sharedGalleryImageId`,
      },
      {
        name: "a shared address for a community's image",
        change: community("/SharedGalleries/g/Images/web"),
        at: `${image}.communityGalleryImageId`,
      },
    ],
    accepted: [
      { name: "a shared image", change: shared("/sharedGalleries/g/images/web/versions/latest") },
      { name: "a community's image", change: community("/CommunityGalleries/g-1/Images/web") },
    ],
  },
];
