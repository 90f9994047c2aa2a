import { isGalleryImage, isGalleryImageVersion, isManagedImage } from "../../facts/image-ids";

const compute = "/subscriptions/0/resourceGroups/images/providers/Microsoft.Compute";

it.each([
  [`${compute}/images/web`, { managed: true, gallery: false, version: false }],
  [`${compute}/IMAGES/web`.toLowerCase(), { managed: true, gallery: false, version: false }],
  [`${compute}/galleries/g/images/web`, { managed: false, gallery: true, version: false }],
  [`${compute}/galleries/g/images/web/versions/1.2.3`, { managed: false, gallery: true, version: true }],
  [`${compute}/galleries/g/images/web/versions/latest`, { managed: false, gallery: true, version: false }],
  [`${compute}/images/`, { managed: false, gallery: false, version: false }],
  [`${compute}/disks/web`, { managed: false, gallery: false, version: false }],
  ["debian-12", { managed: false, gallery: false, version: false }],
])("%s is the id of %j", (id, kinds) => {
  expect({ managed: isManagedImage(id), gallery: isGalleryImage(id), version: isGalleryImageVersion(id) }).toEqual(kinds);
});
