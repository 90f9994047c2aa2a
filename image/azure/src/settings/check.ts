import { normalLocation } from "../../../../azure/arm/id";
import { hasImageBuilder, imageBuilderRegions } from "../../../../azure/facts/image-builder-regions";
import { hasArmProcessor, seriesOf } from "../../../../azure/facts/size-series";
import { Problems, type Problem } from "../../../../src/settings/problems";
import { readValues, type Configuration } from "../../../../src/settings/values";
import type { TestedImageArgs } from "../tested-image";
import { imageSettings, type ImageSettingKey, type ImageValues } from "./declarations";

type SettingProblems = Problems<ImageSettingKey>;

/** What the settings come to: all that is wrong with them, or else what they say of the image. */
export type CheckedImageSettings =
  { readonly problems: readonly Problem[] } | { readonly problems: readonly []; readonly args: Omit<TestedImageArgs, "files"> };

/**
 * Checks all settings of the image before anything of it is declared.
 *
 * @param configuration The stack's whole configuration, other namespaces included.
 * @param version What `image/version` holds.
 */
export function checkImageSettings(configuration: Configuration, version: string): CheckedImageSettings {
  const problems: SettingProblems = new Problems(imageSettings.namespace);
  const values = readValues(imageSettings, configuration, problems);
  const location = normalLocation(configuration["azure-native:location"] ?? "");
  const replicationRegions = values.replicationRegions.map(normalLocation);

  checkVersion(version, problems);
  checkLocation(location, problems);
  checkReplicationRegions(location, replicationRegions, problems);
  checkBuildVmSize(values, problems);

  return problems.all.length > 0
    ? { problems: problems.all }
    : { problems: [], args: { version, location, replicationRegions, buildVmSize: values.buildVmSize || undefined } };
}

/** Source: https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-versions. */
function checkVersion(version: string, problems: SettingProblems): void {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    problems.addAt(
      "image/version",
      version,
      "three numbers, which is the only form of a gallery's versions",
      "write a version such as 1.0.0",
    );
  }
}

function checkLocation(location: string, problems: SettingProblems): void {
  if (!hasImageBuilder(location)) {
    problems.addAt(
      "azure-native:location",
      location,
      `a region that has VM Image Builder: ${imageBuilderRegions.join(", ")}`,
      `pulumi -C image/azure config set azure-native:location westeurope; a tier elsewhere gets a copy by ${imageSettings.namespace}:replicationRegions`,
    );
  }
}

function checkReplicationRegions(location: string, regions: readonly string[], problems: SettingProblems): void {
  regions.forEach((region, index) => {
    const add = (allowed: string, fix: string) => problems.addItem("replicationRegions", index, region, allowed, fix);
    if (!/^[a-z]+\d?$/.test(region)) {
      add("the name of a region, such as northeurope", "copy the name: az account list-locations --query [].name");
    } else if (region === location || regions.indexOf(region) < index) {
      add("each region once, and not azure-native:location, which has the image already", "take it away");
    }
  });
}

/** Image Builder makes the image on a machine of the generation that the base image has. */
function checkBuildVmSize({ buildVmSize }: ImageValues, problems: SettingProblems): void {
  if (buildVmSize === "") {
    return;
  }
  const series = seriesOf(buildVmSize);
  const add = (allowed: string) => problems.add("buildVmSize", buildVmSize, allowed, "choose such a size, or leave it empty");
  if (!/^Standard_[A-Z][A-Za-z0-9_-]*$/.test(buildVmSize)) {
    add("the name of a size, such as Standard_D2ds_v5");
  } else if (series?.isRetired) {
    add("a size that Azure still has; it has retired this one");
  } else if (series?.boots === "generation 1" || hasArmProcessor(buildVmSize)) {
    add("a size with an x64 processor that boots images of the second generation, as the base image is");
  }
}
