import { lacksAcceleratedNetworking, seriesOf, type SizeSeries } from "../../../facts/size-series";
import type { View } from "../../../properties/view";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { imageGeneration, networkInterfaces } from "./model";

const imageSku = "virtualMachineProfile.storageProfile.imageReference.sku";

/** What the size of the instances rules out. Whether a subscription can have a size in a region is not to be seen from here. */
export const sizeRules: Rule[] = [
  {
    id: "R46",
    title: "A retired size can no longer be created",
    code: "SkuNotAvailable",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list",
    severity: "error",
    allowed: "a size that is not retired",
    *check(scaleSet) {
      for (const size of sizes(scaleSet)) {
        const series = seriesOf(size.text() ?? "");
        if (series?.isRetired) {
          yield { at: size, allowed: staying(series), because: `the ${series.name} series retired on ${series.retires}` };
        }
      }
    },
  },
  {
    id: "T-retiring-size",
    title: "A size whose retirement is announced has to be replaced before that day",
    code: "Warning",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list",
    severity: "warning",
    allowed: "a size that is not retiring",
    *check(scaleSet, region) {
      for (const size of sizes(scaleSet)) {
        const series = seriesOf(size.text() ?? "");
        if (series?.retires && !series.isRetired && !isToldOfAnother(series, region)) {
          yield {
            at: size,
            allowed: staying(series),
            because: `the ${series.name} series retires on ${series.retires}, and new subscriptions may not get it even now`,
          };
        }
      }
    },
  },
  {
    id: "R47",
    title: "The generation of the image fits the size",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/microsoft/ga4gh-tes/issues/43",
    severity: "error",
    allowed: "an image of the generation that the size boots",
    *check(scaleSet) {
      const sku = scaleSet.at(imageSku);
      const generation = imageGeneration(scaleSet);
      const boots = seriesOf(scaleSet.text("sku.name") ?? "")?.boots;
      if (generation !== undefined && boots !== undefined && generation !== boots) {
        yield { at: sku, allowed: `an image of ${boots}`, because: `${scaleSet.text("sku.name")} boots no other` };
      }
    },
  },
  {
    id: "T25",
    title: "Accelerated networking needs a size that has it",
    code: "VMSizeIsNotPermittedToEnableAcceleratedNetworkingForVmss",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/bv1-series",
    severity: "error",
    allowed: "false or nothing",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name") ?? "";
      for (const networkInterface of networkInterfaces(scaleSet)) {
        if (lacksAcceleratedNetworking(size) && networkInterface.flag("enableAcceleratedNetworking") === true) {
          yield { at: networkInterface.at("enableAcceleratedNetworking"), because: `${size} has no accelerated networking` };
        }
      }
    },
  },
];

/** The size of all instances, or the sizes that a set of mixed instances chooses from. */
function sizes(scaleSet: View): View[] {
  return [scaleSet.at("sku.name"), ...scaleSet.list("skuProfile.vmSizes").map((choice) => choice.at("name"))];
}

/** Once is enough: the scale set whose id comes first speaks for all of the same series. */
function isToldOfAnother(series: SizeSeries, region: RegionView): boolean {
  const { self } = region;
  return (
    self !== undefined &&
    region
      .all("azure-native:compute:VirtualMachineScaleSet")
      .some(
        ({ id, properties }) =>
          id.toLowerCase() < self.toLowerCase() && sizes(properties).some((size) => seriesOf(size.text() ?? "") === series),
      )
  );
}

function staying({ replacement }: SizeSeries): string {
  return replacement === undefined ? "a size that stays" : `a size that stays, such as one of ${replacement}`;
}
