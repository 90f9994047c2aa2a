import { isManagedImage } from "../../../facts/image-ids";
import { is, outside, sameText } from "../../../rules/lookups";
import { securityTypeOf } from "../../image/rules/gallery-image";
import { referencesExist } from "../../../rules/references";
import type { Rule } from "../../../rules/rule";
import { imageDefinition, imageGeneration, imageId, isKnown } from "./model";
import { errorMessages, orchestrationPage, restApi } from "./sources";

const storage = "virtualMachineProfile.storageProfile";
const image = `${storage}.imageReference`;
const osDisk = `${storage}.osDisk`;
const marketplaceParts = ["publisher", "offer", "sku", "version"];

/** What the instances are made from, and the disk that it goes to. */
export const imageRules: Rule[] = [
  {
    id: "R52",
    title: "An image is named in one form: by id, by its four marketplace parts, or by its shared or community gallery id",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/68214",
    severity: "error",
    allowed: "one of id; publisher, offer, sku and version; sharedGalleryImageId; communityGalleryImageId",
    *check(scaleSet) {
      const reference = scaleSet.at(image);
      const ids = ["id", "sharedGalleryImageId", "communityGalleryImageId"].map((name) => reference.at(name));
      const parts = marketplaceParts.map((name) => reference.at(name));
      const [first, ...further] = [...ids, ...parts].filter(isKnown);
      if (first !== undefined && ids.includes(first)) {
        yield* further.map((at) => ({ at, allowed: "nothing", because: `the image is already named by ${first.path.at(-1)}` }));
      } else if (first !== undefined && ids.every(({ absent }) => absent)) {
        const because = "a marketplace image is named by all four of publisher, offer, sku and version";
        yield* parts.filter(({ absent }) => absent).map((at) => ({ at, allowed: "a value", because }));
      } else if (
        [...ids, ...parts, scaleSet.at(`${osDisk}.image`)].every(({ absent }) => absent) &&
        is(scaleSet.at(`${osDisk}.createOption`), "FromImage")
      ) {
        yield reference;
      }
    },
  },
  referencesExist([`${image}.id`], { id: "R53", code: "NotFound", grade: "documented", source: errorMessages }),
  {
    id: "R54",
    title: "The plan of a marketplace image says the same as the image reference",
    code: "VMMarketplaceInvalidInput",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "what imageReference says",
    *check(scaleSet) {
      for (const [inPlan, inReference] of [
        ["publisher", "publisher"],
        ["product", "offer"],
        ["name", "sku"],
      ]) {
        const part = scaleSet.at(`plan.${inPlan}`);
        const expected = scaleSet.text(`${image}.${inReference}`);
        if (part.text() !== undefined && expected !== undefined && !sameText(part.text(), expected)) {
          yield { at: part, allowed: `${JSON.stringify(expected)}, as imageReference.${inReference} says` };
        }
      }
    },
  },
  {
    id: "R54-parts",
    title: "A plan has a name, a product and a publisher",
    code: "VMMarketplaceInvalidInput",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "a value",
    *check(scaleSet) {
      const plan = scaleSet.at("plan");
      yield* plan.given ? ["name", "product", "publisher"].map((name) => plan.at(name)).filter(({ absent }) => absent) : [];
    },
  },
  {
    id: "R55",
    title: "The OS disk of a scale set is made from an image",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "FromImage",
    *check(scaleSet) {
      const createOption = scaleSet.at(`${osDisk}.createOption`);
      if (createOption.text() !== undefined && !is(createOption, "FromImage")) {
        yield createOption;
      }
    },
  },
  {
    id: "R56",
    title: "An OS disk has at most 4095 GB",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview",
    severity: "error",
    allowed: "the size of the image's disk to 4095",
    *check(scaleSet) {
      if (outside(scaleSet.at(`${osDisk}.diskSizeGB`), 1, 4095)) {
        yield scaleSet.at(`${osDisk}.diskSizeGB`);
      }
    },
  },
  {
    id: "R57",
    title: "An OS disk is no Ultra disk and no Premium SSD v2",
    code: "InvalidAccountType",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/disks-types",
    severity: "error",
    allowed: "Standard_LRS, StandardSSD_LRS, StandardSSD_ZRS, Premium_LRS or Premium_ZRS",
    because: "Ultra disks and Premium SSD v2 are data disks only",
    *check(scaleSet) {
      const type = scaleSet.at(`${osDisk}.managedDisk.storageAccountType`);
      if (is(type, "UltraSSD_LRS") || is(type, "PremiumV2_LRS")) {
        yield type;
      }
    },
  },
  {
    id: "R48",
    title: "Trusted launch needs a generation 2 image that is no managed image",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/27975",
    severity: "error",
    allowed: "nothing, or an image of generation 2 from the marketplace or a compute gallery",
    *check(scaleSet) {
      const securityType = scaleSet.at("virtualMachineProfile.securityProfile.securityType");
      const managed = isManagedImage(imageId(scaleSet).text() ?? "");
      if (is(securityType, "TrustedLaunch") && (managed || imageGeneration(scaleSet) === "generation 1")) {
        yield { at: securityType, because: managed ? "managed images do not support trusted launch" : "the image is of generation 1" };
      }
    },
  },
  {
    id: "R297",
    title: "Instances have the security type that the definition of their image demands",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/23148",
    severity: "error",
    allowed: "the security type of the definition",
    *check(scaleSet, region) {
      const definition = imageDefinition(scaleSet, region);
      const demanded = definition === undefined ? undefined : securityTypeOf(definition);
      const given = scaleSet.at("virtualMachineProfile.securityProfile.securityType");
      const demands = ["TrustedLaunch", "ConfidentialVM"].some((type) => sameText(type, demanded));
      if (demands && !given.unknown && !sameText(given.text(), demanded)) {
        yield { at: given, allowed: `${demanded}, which the definition of the image demands` };
      }
    },
  },
  {
    id: "T-unmanaged-disks",
    title: "Unmanaged disks retired on 2026-03-31",
    code: "OperationNotAllowed",
    codeIsAssumed: true,
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "nothing; imageReference and managedDisk take their place",
    because: "unmanaged disks retired on 2026-03-31",
    *check(scaleSet) {
      yield* ["image", "vhdContainers"].map((name) => scaleSet.at(`${osDisk}.${name}`)).filter(isKnown);
    },
  },
];
