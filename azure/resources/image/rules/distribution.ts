import { normalLocation } from "../../../arm/id";
import { doesNotFit, is, isEmpty, repeated, sameText } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import type { View } from "../../../properties/view";
import { securityTypeOf } from "./gallery-image";
import { templateNames } from "./names";
import { galleryErrors, imageBuilderPage, templateDefinition, templatePage } from "./sources";

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "documented", source: templatePage, severity: "error" } as const;

/** Where Image Builder puts an image. */
export const distributionRules: Rule[] = [
  {
    ...documented,
    id: "B-run-output",
    title: "What a template puts out has a name of its own",
    source: templateDefinition,
    allowed: templateNames.allowed,
    *check(template) {
      const names = template.list("distribute").map((target) => target.at("runOutputName"));
      yield* names.filter((name) => doesNotFit(name, templateNames.fits));
      for (const at of repeated(names, (name) => name.text()?.toLowerCase())) {
        yield { at, allowed: "a name that no other target of the template has" };
      }
    },
  },
  {
    ...documented,
    id: "B-version",
    title: "The version of a gallery's image is three numbers",
    allowed: "the id of an image definition, alone or with /versions/ and three numbers such as 1.0.0",
    *check(template) {
      for (const target of galleryTargets(template)) {
        const [, version] = /\/versions\/(.*)$/i.exec(target.text("galleryImageId") ?? "") ?? [];
        if (version !== undefined && !/^\d+\.\d+\.\d+$/.test(version)) {
          yield target.at("galleryImageId");
        }
      }
    },
  },
  {
    ...documented,
    id: "B-regions",
    title: "The regions of an image stand in one of two lists",
    source: templateDefinition,
    allowed: "nothing, as targetRegions is given, which has taken the place of replicationRegions",
    *check(template) {
      for (const target of galleryTargets(template)) {
        if (!isEmpty(target.at("targetRegions")) && !isEmpty(target.at("replicationRegions"))) {
          yield target.at("replicationRegions");
        }
      }
    },
  },
  {
    ...documented,
    id: "B-home-region",
    title: "An image stays in the region of its definition too",
    source: galleryErrors,
    allowed: "a list with the location of the image definition",
    *check(template, region) {
      for (const target of galleryTargets(template)) {
        const home = definitionOf(target, region)?.text("location");
        const regions = regionsOf(target);
        if (home !== undefined && regions.some(({ length }) => length > 0)) {
          for (const { list, names } of regions.filter(({ length }) => length > 0)) {
            if (names.every((name) => name !== undefined && normalLocation(name) !== normalLocation(home))) {
              yield { at: list, allowed: `a list with ${home}, the location of the image definition` };
            }
          }
        }
      }
    },
  },
  {
    ...documented,
    id: "B-security-type",
    title: "Image Builder makes no image for a definition that demands trusted launch or confidential machines",
    source: `${imageBuilderPage}#confidential-vm-and-trusted-launch-support`,
    allowed: "a definition with SecurityType TrustedLaunchSupported, whose images start with trusted launch and without it",
    *check(template, region) {
      for (const target of galleryTargets(template)) {
        const definition = definitionOf(target, region);
        const type = definition && securityTypeOf(definition);
        if (["TrustedLaunch", "ConfidentialVM"].some((demanded) => sameText(type, demanded))) {
          yield { at: target.at("galleryImageId"), because: `the definition has SecurityType ${type}` };
        }
      }
    },
  },
  {
    ...documented,
    id: "B-generation",
    title: "An image has the generation of the image that it is made from",
    source: `${imageBuilderPage}#hyper-v-generation`,
    allowed: "a definition with hyperVGeneration V2",
    *check(template, region) {
      if (/gen2$|-g2$/i.test(template.text("source.sku") ?? "")) {
        for (const target of galleryTargets(template)) {
          const generation = definitionOf(target, region)?.at("hyperVGeneration");
          if (generation && (generation.absent || is(generation, "V1"))) {
            yield { at: target.at("galleryImageId"), because: "the source is of the second generation, and the definition of the first" };
          }
        }
      }
    },
  },
];

function galleryTargets(template: View): View[] {
  return template.list("distribute").filter((target) => is(target.at("type"), "SharedImage"));
}

/** The image definition that a target names, with or without a version; undefined where it is not known. */
function definitionOf(target: View, region: RegionView): View | undefined {
  const id = target.text("galleryImageId")?.replace(/\/versions\/[^/]*$/i, "");
  return id === undefined ? undefined : region.find(id)?.properties;
}

function regionsOf(target: View) {
  const lists = [
    { list: target.at("targetRegions"), names: target.list("targetRegions").map((place) => place.text("name")) },
    { list: target.at("replicationRegions"), names: target.list("replicationRegions").map((place) => place.text()) },
  ];
  return lists.map((entry) => ({ ...entry, length: entry.names.length }));
}
