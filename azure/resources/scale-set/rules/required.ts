import type { View } from "../../../properties/view";
import type { Rule } from "../../../rules/rule";
import { isUserAssignedIdentity } from "../../../facts/identity-ids";
import { isGalleryImage } from "../../../facts/image-ids";
import { doesNotFit, is, isEmpty } from "../../../rules/lookups";
import { imageId, isFlexible, isKnown, isUniform, networkInterfaces } from "./model";
import { orchestrationPage } from "./sources";

const profile = "virtualMachineProfile";

/** What Azure asks for although the schema calls it optional, and what a Flexible scale set cannot have. */
export const requirementRules: Rule[] = [
  {
    id: "R180",
    title: "A Uniform scale set says how its instances are upgraded",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/74002",
    severity: "error",
    allowed: "a value, such as { mode: Rolling }; a Uniform scale set needs it",
    *check(scaleSet) {
      if (isUniform(scaleSet) && scaleSet.at("upgradePolicy").absent) {
        yield scaleSet.at("upgradePolicy");
      }
    },
  },
  {
    id: "R181",
    title: "A Flexible scale set names its number of fault domains",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-rest-api-specs/issues/27029",
    severity: "error",
    allowed: "a value, such as 1; a Flexible scale set needs it",
    *check(scaleSet) {
      if (isFlexible(scaleSet) && scaleSet.at("platformFaultDomainCount").absent) {
        yield scaleSet.at("platformFaultDomainCount");
      }
    },
  },
  {
    id: "R182",
    title: "A Flexible scale set with network interfaces names a version of the network API",
    code: "NetworkApiVersionMustBeSpecifiedWithNetworkInterfaceConfigurations",
    grade: "observed",
    source: "https://github.com/Azure/azure-sdk-for-python/issues/33268",
    severity: "error",
    allowed: "2020-11-01 or later; a Flexible scale set with network interfaces needs it",
    *check(scaleSet) {
      const version = scaleSet.at(`${profile}.networkProfile.networkApiVersion`);
      if (isFlexible(scaleSet) && networkInterfaces(scaleSet).length > 0 && version.absent) {
        yield version;
      }
    },
  },
  {
    id: "R183",
    title: "A scale set that makes instances has a size, an image, an administrator and a network",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/ansible-collections/azure/issues/378",
    severity: "error",
    allowed: "a value; instances cannot be made without it",
    *check(scaleSet) {
      // A Flexible scale set may have no model at all: machines join it later.
      if (isUniform(scaleSet) || scaleSet.has(profile)) {
        yield* missingParts(scaleSet);
      }
    },
  },
  {
    id: "R422",
    title: "The network profile of a scale set has a network interface",
    code: "VMScaleSetNetworkProfileHasNoNetworkInterfaceConfigs",
    grade: "observed",
    source: "https://github.com/Azure/bicep-registry-modules/issues/1851",
    severity: "error",
    allowed: "at least one network interface; instances cannot be made without it",
    *check(scaleSet) {
      const interfaces = scaleSet.at(`${profile}.networkProfile.networkInterfaceConfigurations`);
      if (scaleSet.has(`${profile}.networkProfile`) && isEmpty(interfaces)) {
        yield interfaces;
      }
    },
  },
  {
    id: "R184",
    title: "A Flexible scale set has no identity of its own, only those that it is given",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "UserAssigned or nothing, as orchestrationMode is Flexible",
    *check(scaleSet) {
      const type = scaleSet.at("identity.type");
      if (isFlexible(scaleSet) && /SystemAssigned/i.test(type.text() ?? "")) {
        yield type;
      }
    },
  },
  {
    id: "R361",
    title: "The identities that a scale set is given are user-assigned ones, by their ids",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/aad-pod-identity/issues/69",
    severity: "error",
    allowed: "the id of one of Microsoft.ManagedIdentity/userAssignedIdentities",
    *check(scaleSet) {
      yield* scaleSet.list("identity.userAssignedIdentities").filter((identity) => doesNotFit(identity, isUserAssignedIdentity));
    },
  },
  {
    id: "R501",
    title: "A scale set that has an identity of its own alone is given no others",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/aad-pod-identity/issues/214",
    severity: "error",
    allowed: "nothing, or a type with UserAssigned",
    *check(scaleSet) {
      const identities = scaleSet.at("identity.userAssignedIdentities");
      if (is(scaleSet.at("identity.type"), "SystemAssigned") && isKnown(identities) && !isEmpty(identities)) {
        yield identities;
      }
    },
  },
  {
    id: "R185",
    title: "A Flexible scale set learns of health from the extension, not from a load balancer's probe",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "nothing, as orchestrationMode is Flexible; the application health extension takes its place",
    *check(scaleSet) {
      const probe = scaleSet.at(`${profile}.networkProfile.healthProbe`);
      if (isFlexible(scaleSet) && isKnown(probe)) {
        yield probe;
      }
    },
  },
];

function missingParts(scaleSet: View): View[] {
  const model = scaleSet.at(profile);
  if (model.absent) {
    return [model];
  }
  // The instances of a specialized image have their administrator already, and only a gallery has such images.
  const mayBeSpecialized = isGalleryImage(imageId(scaleSet).text() ?? "") || imageId(scaleSet).unknown;
  const isGivenByImage =
    mayBeSpecialized ||
    ["sharedGalleryImageId", "communityGalleryImageId"].some((name) => model.has(`storageProfile.imageReference.${name}`));
  const parts = [
    scaleSet.at("sku.name"),
    model.at("storageProfile"),
    ...(isGivenByImage ? [] : ["computerNamePrefix", "adminUsername"].map((name) => model.at(`osProfile.${name}`))),
    model.at("networkProfile"),
  ];
  return parts.filter((part) => part.absent);
}
