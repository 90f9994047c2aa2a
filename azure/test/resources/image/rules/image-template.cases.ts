import type { TypeCases } from "../../../rules/cases";
import { edits, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { identityId, userAssignedIdentity } from "../../../rules/valid/identity";
import { galleryImage, galleryImageId, imageTemplate, imageTemplateId } from "../../../rules/valid/image";
import { subnet, subnetId } from "../../../rules/valid/virtual-network";
import { tagCases } from "../../../rules/tags.cases";
import { imageTemplate as imageTemplateType } from "../../../../resources/image/image-template";
import { distributionCases } from "./distribution.cases";

const network = "vmProfile.vnetConfig";
const others = [
  regionResource("azure-native:managedidentity:UserAssignedIdentity", identityId, userAssignedIdentity()),
  regionResource("azure-native:compute:GalleryImage", galleryImageId, galleryImage()),
  regionResource("azure-native:network:Subnet", subnetId, subnet()),
];
const containerSubnetId = armId("Microsoft.Storage/elsewhere", "containers");
const inContainerSubnet = edits(set(`${network}.subnetId`, subnetId), set(`${network}.containerInstanceSubnetId`, containerSubnetId));

/** The rules of an image template. */
export const imageTemplateCases: TypeCases = {
  type: imageTemplateType,
  valid: imageTemplate,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 65 characters", change: set("imageTemplateName", "a".repeat(65)), at: "imageTemplateName" },
        { name: "a name with a space", change: set("imageTemplateName", "web tier"), at: "imageTemplateName" },
      ],
      accepted: [{ name: "a name of 64 characters", change: set("imageTemplateName", "a".repeat(64)) }],
    },
    {
      rule: "B-location",
      refused: [{ name: "a region without Image Builder", change: set("location", "spaincentral"), at: "location" }],
      accepted: [{ name: "a region in its long form", change: set("location", "West Europe") }],
    },
    {
      rule: "B-identity",
      refused: [
        { name: "no identity", change: set("identity.type", "None"), at: "identity.type" },
        { name: "an empty list", change: set("identity.userAssignedIdentities", []), at: "identity.userAssignedIdentities" },
        {
          name: "two identities",
          change: set("identity.userAssignedIdentities", [identityId, identityId]),
          at: "identity.userAssignedIdentities",
        },
      ],
      accepted: [{ name: "an identity that is not known yet", change: unknown("identity.userAssignedIdentities[0]") }],
    },
    {
      rule: "B-timeout",
      refused: [
        { name: "5 minutes", change: set("buildTimeoutInMinutes", 5), at: "buildTimeoutInMinutes" },
        { name: "961 minutes", change: set("buildTimeoutInMinutes", 961), at: "buildTimeoutInMinutes" },
      ],
      accepted: [
        { name: "6 minutes", change: set("buildTimeoutInMinutes", 6) },
        { name: "960 minutes", change: set("buildTimeoutInMinutes", 960) },
        { name: "Image Builder's own", change: set("buildTimeoutInMinutes", 0) },
      ],
    },
    {
      rule: "B-script",
      refused: [
        { name: "a step without a script", change: remove("customize[0].inline"), at: "customize[0].inline" },
        {
          name: "a step with two scripts",
          change: set("customize[0].scriptUri", "https://example.com/a.sh"),
          at: "customize[0].scriptUri",
        },
        {
          name: "a check without a script",
          change: set("validate.inVMValidations[0].inline", []),
          at: "validate.inVMValidations[0].inline",
        },
      ],
      accepted: [
        {
          name: "a script by its address",
          change: edits(remove("customize[0].inline"), set("customize[0].scriptUri", "https://example.com/a.sh")),
        },
        { name: "a file", change: set("customize[0]", { type: "File", sourceUri: "https://example.com/a", destination: "/tmp/a" }) },
      ],
    },
    {
      rule: "B-container-subnet",
      refused: [
        {
          name: "a subnet for the container alone",
          change: set(`${network}.containerInstanceSubnetId`, containerSubnetId),
          at: `${network}.containerInstanceSubnetId`,
        },
        {
          name: "one subnet for both",
          change: edits(set(`${network}.subnetId`, subnetId), set(`${network}.containerInstanceSubnetId`, subnetId)),
          at: `${network}.containerInstanceSubnetId`,
        },
      ],
      accepted: [{ name: "two subnets", change: inContainerSubnet }],
    },
    {
      rule: "B-proxy",
      refused: [
        {
          name: "a proxy beside a subnet for the container",
          change: edits(inContainerSubnet, set(`${network}.proxyVmSize`, "Standard_A1_v2")),
          at: `${network}.proxyVmSize`,
        },
      ],
      accepted: [
        {
          name: "a proxy in a network",
          change: edits(set(`${network}.subnetId`, subnetId), set(`${network}.proxyVmSize`, "Standard_A1_v2")),
        },
      ],
    },
    ...distributionCases,
    {
      rule: "R9-missing",
      refused: [
        {
          name: "an identity that does not exist",
          change: set("identity.userAssignedIdentities[0]", armId("Microsoft.ManagedIdentity/userAssignedIdentities", "gone")),
          at: "identity.userAssignedIdentities[0]",
        },
        {
          name: "a subnet that does not exist",
          change: set(`${network}.subnetId`, `${subnetId}-gone`),
          at: `${network}.subnetId`,
        },
      ],
      accepted: [{ name: "a subnet that exists", change: set(`${network}.subnetId`, subnetId) }],
    },
    ...tagCases,
  ],
  changes: [
    {
      rule: "B-template-stays",
      refused: [
        { name: "other commands", change: set("customize[0].inline", ["true"]), at: "customize" },
        {
          name: "another version of the image",
          change: set("distribute[0].galleryImageId", `${galleryImageId}/versions/1.0.1`),
          at: "distribute",
        },
        { name: "another time limit", change: set("buildTimeoutInMinutes", 90), at: "buildTimeoutInMinutes" },
      ],
      accepted: [
        { name: "another size of the build machine", change: set("vmProfile.vmSize", "Standard_D2s_v5") },
        { name: "tags", change: set("tags", { owner: "web" }) },
      ],
    },
  ],
  surroundings: { self: imageTemplateId, others: () => others },
};
