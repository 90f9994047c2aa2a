import { isArmImage, marketplaceImage } from "../../facts/marketplace-images";

it("knows the system and the disk of images by their publisher, in any case", () => {
  expect(marketplaceImage("canonical", "22_04-lts-gen2")).toEqual({ system: "Linux", diskGiB: 30 });
  expect(marketplaceImage("MicrosoftWindowsServer", "2022-datacenter-g2")).toEqual({ system: "Windows", diskGiB: 127 });
  expect(marketplaceImage("MicrosoftWindowsServer", "2022-datacenter-smalldisk-g2")).toEqual({ system: "Windows", diskGiB: 30 });
  expect(marketplaceImage("RedHat", "9-lvm-gen2")).toEqual({ system: "Linux" });
});

it("knows nothing of images of others", () => {
  expect(["contoso", "constructor", ""].map((publisher) => marketplaceImage(publisher, "web"))).toEqual(Array(3).fill(undefined));
});

it("knows images for Arm64 by their SKU", () => {
  expect(["server-arm64", "12-ARM64", "22_04-lts-gen2"].map(isArmImage)).toEqual([true, true, false]);
});
