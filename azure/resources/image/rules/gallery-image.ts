import { is, isOneOf, repeated, sameText, textOr } from "../../../rules/lookups";
import { namesFit } from "../../../rules/names";
import type { ChangeRule, Rule } from "../../../rules/rule";
import type { View } from "../../../properties/view";
import { galleryImageNames } from "./names";
import { galleryErrors, trustedLaunchPage } from "./sources";

const documented = { grade: "documented", source: galleryErrors, severity: "error" } as const;
const longest = { publisher: 128, offer: 64, sku: 64 };
const identifierParts = Object.entries(longest);

/** What Azure refuses in a `azure-native:compute:GalleryImage`. */
export const galleryImageRules: Rule[] = [
  namesFit(galleryImageNames, "galleryImageName"),
  {
    ...documented,
    id: "G-identifier",
    title: "Publisher, offer and SKU of an image definition have the length and the characters of names",
    code: "InvalidParameter",
    codeIsAssumed: true,
    allowed: "letters, digits, hyphens, underscores and periods, not ending with a period",
    *check(image) {
      for (const [part, length] of identifierParts) {
        const place = image.at(`identifier.${part}`);
        const text = place.text();
        if (text !== undefined && !(/^[\w.-]*[\w-]$/.test(text) && text.length <= length)) {
          yield { at: place, allowed: `1 to ${length} letters, digits, hyphens, underscores and periods, not ending with a period` };
        }
      }
    },
  },
  {
    ...documented,
    id: "G-identifier-unique",
    title: "No two image definitions of a gallery have the same publisher, offer and SKU",
    code: "Conflict",
    codeIsAssumed: true,
    allowed: "a publisher, offer and SKU that no other definition of the gallery has",
    *check(image, region) {
      const gallery = galleryOf(region.self);
      const others = region.all("azure-native:compute:GalleryImage").filter(({ id }) => sameText(galleryOf(id), gallery));
      if (others.some(({ properties }) => identifierParts.every(([part]) => isAsIn(properties, image, `identifier.${part}`)))) {
        yield image.at("identifier");
      }
    },
  },
  {
    ...documented,
    id: "G-recommended",
    title: "What is recommended to machines at least is no more than what is recommended at most",
    code: "InvalidParameter",
    codeIsAssumed: true,
    allowed: "max or less",
    *check(image) {
      for (const kind of ["vCPUs", "memory"]) {
        const [least, most] = ["min", "max"].map((bound) => image.at(`recommended.${kind}.${bound}`));
        if ((least.number() ?? -Infinity) > (most.number() ?? Infinity)) {
          yield { at: least, allowed: `${most.number()} or less, as max says` };
        }
      }
    },
  },
  {
    id: "G-security-generation",
    title: "A definition with a security type is for images of the second generation",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: trustedLaunchPage,
    severity: "error",
    allowed: "V2",
    because: "trusted launch and confidential machines start from UEFI alone, and without a value a definition is for V1",
    *check(image) {
      const generation = textOr(image.at("hyperVGeneration"), "V1");
      if (hasSecurityType(image) && generation !== undefined && !sameText(generation, "V2")) {
        yield image.at("hyperVGeneration");
      }
    },
  },
  {
    id: "R337",
    title: "A definition for Arm64 is for images of the second generation",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: galleryErrors,
    severity: "error",
    allowed: "V2, as architecture is Arm64",
    *check(image) {
      const generation = textOr(image.at("hyperVGeneration"), "V1");
      if (is(image.at("architecture"), "Arm64") && generation !== undefined && !sameText(generation, "V2")) {
        yield image.at("hyperVGeneration");
      }
    },
  },
  {
    id: "R338",
    title: "Each feature of an image definition has a name, once, and a security type that there is",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: trustedLaunchPage,
    severity: "error",
    allowed: "a feature that the definition does not have yet",
    *check(image) {
      const features = image.list("features");
      yield* repeated(features, (feature) => feature.text("name")?.toLowerCase()).map((feature) => feature.at("name"));
      for (const feature of features.filter((candidate) => is(candidate.at("name"), "SecurityType"))) {
        if (feature.text("value") !== undefined && !isOneOf(feature.at("value"), securityTypes)) {
          yield { at: feature.at("value"), allowed: securityTypes.join(", ") };
        }
      }
    },
  },
];

const securityTypes = [
  ...["Standard", "TrustedLaunch", "TrustedLaunchSupported", "ConfidentialVM", "ConfidentialVMSupported"],
  "TrustedLaunchAndConfidentialVmSupported",
];
const fixed = ["osType", "osState", "hyperVGeneration", ...identifierParts.map(([part]) => `identifier.${part}`)];

export const galleryImageChanges: ChangeRule[] = [
  {
    ...documented,
    id: "G-fixed",
    title: "System, state, generation and identifier of an image definition stay as they were",
    code: "PropertyChangeNotAllowed",
    allowed: "the value that the definition was created with",
    fix: "declare another definition, or let the change replace this one with replaceOnChanges",
    *check(before, after) {
      for (const property of fixed) {
        const [old, wanted] = [before.text(property), after.text(property)];
        if (old !== undefined && wanted !== undefined && !sameText(old, wanted)) {
          yield after.at(property);
        }
      }
    },
  },
];

/** The security type that a definition has, such as `TrustedLaunchSupported`; undefined without one, and where it is not known. */
export function securityTypeOf(image: View): string | undefined {
  return image
    .list("features")
    .find((feature) => is(feature.at("name"), "SecurityType"))
    ?.text("value");
}

/**
 * The disk controllers that a definition says its images boot from, in small letters. Without the feature that is SCSI; undefined where
 * it is not known.
 */
export function controllersOf(image: View): string[] | undefined {
  const [list, features] = [image.at("features"), image.list("features")];
  const feature = features.find((candidate) => is(candidate.at("name"), "DiskControllerTypes"));
  if (list.unknown || (feature === undefined && features.some((candidate) => candidate.at("name").unknown))) {
    return undefined;
  }
  const types = feature === undefined ? "SCSI" : feature.text("value");
  return types?.split(",").map((type) => type.trim().toLowerCase());
}

function hasSecurityType(image: View): boolean {
  const type = securityTypeOf(image);
  return type !== undefined && !sameText(type, "Standard");
}

function isAsIn(one: View, other: View, property: string): boolean {
  return sameText(one.text(property), other.text(property));
}

function galleryOf(image: string | undefined): string | undefined {
  return image?.replace(/\/images\/[^/]+$/i, "");
}
