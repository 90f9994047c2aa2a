import { marketplaceImage } from "../../../facts/marketplace-images";
import { type LocalStorage, localStorageOf, type Placement } from "../../../facts/size-disks";
import type { View } from "../../../properties/view";
import { is, sameText, textOr } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isKnown } from "./model";
import { azurermScaleSetParts, errorMessages } from "./sources";

const profile = "virtualMachineProfile";
const storage = `${profile}.storageProfile`;
const osDisk = `${storage}.osDisk`;
const settings = `${osDisk}.diffDiskSettings`;

/** Operating system disks on the local storage of the size. */
export const ephemeralDiskRules: Rule[] = [
  {
    id: "R195",
    title: "An OS disk is as large as the image's disk, or larger",
    code: "OperationNotAllowed",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "the size of the image's disk or more",
    *check(scaleSet) {
      const size = scaleSet.at(`${osDisk}.diskSizeGB`);
      const least = imageDiskGiB(scaleSet);
      const given = size.number();
      if (least !== undefined && given !== undefined && given >= 1 && given < least) {
        yield { at: size, allowed: `${least} or more`, because: `the image's disk has ${least} GB` };
      }
    },
  },
  {
    id: "R197",
    title: "An ephemeral OS disk is cached for reading",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSetParts,
    severity: "error",
    allowed: "ReadOnly, as the OS disk is ephemeral",
    *check(scaleSet) {
      const caching = scaleSet.at(`${osDisk}.caching`);
      if (isEphemeral(scaleSet) && (is(caching, "ReadWrite") || is(caching, "None"))) {
        yield caching;
      }
    },
  },
  {
    id: "R198",
    title: "An ephemeral OS disk needs a size with local storage",
    code: "NotSupported",
    grade: "observed",
    source: "https://github.com/taskcluster/taskcluster/issues/8154",
    severity: "error",
    allowed: "nothing, or a size with local storage, such as one with a d among its features",
    *check(scaleSet) {
      const local = isEphemeral(scaleSet) ? localStorageOf(scaleSet.text("sku.name") ?? "") : undefined;
      if (local !== undefined && Object.keys(local).length === 0) {
        yield { at: scaleSet.at(settings), because: `${scaleSet.text("sku.name")} has no local storage` };
      }
    },
  },
  {
    id: "R198-placement",
    title: "An ephemeral OS disk is placed on a kind of local storage that the size has",
    code: "NotSupported",
    grade: "observed",
    source: "https://github.com/microsoft/lisa/pull/2289",
    severity: "error",
    allowed: "nothing, or a kind of local storage of the size",
    *check(scaleSet) {
      const local = isEphemeral(scaleSet) ? localStorageOf(scaleSet.text("sku.name") ?? "") : undefined;
      const kinds = Object.keys(local ?? {});
      const placement = scaleSet.at(`${settings}.placement`);
      const wanted = placementOf(placement);
      if (local !== undefined && kinds.length > 0 && wanted !== undefined && local[wanted] === undefined) {
        yield {
          at: placement,
          allowed: `nothing, or ${kinds.join(", ")}`,
          because: `${scaleSet.text("sku.name")} has no other local storage`,
        };
      }
    },
  },
  {
    id: "R199",
    title: "An ephemeral OS disk fits on the local storage of the size",
    code: "NotSupported",
    grade: "observed",
    source: "https://github.com/cloudfoundry/bosh-azure-cpi-release/pull/674",
    severity: "error",
    allowed: "a smaller disk, or a larger size",
    *check(scaleSet) {
      const room = isEphemeral(scaleSet) ? roomFor(scaleSet) : undefined;
      const size = scaleSet.at(`${osDisk}.diskSizeGB`);
      const given = size.absent ? imageDiskGiB(scaleSet) : size.number();
      if (room !== undefined && given !== undefined && given > room.giB) {
        yield { at: size, allowed: `at most ${room.giB}`, because: `${scaleSet.text("sku.name")} has no more for it ${room.where}` };
      }
    },
  },
  {
    id: "R200",
    title: "Spot instances with ephemeral OS disks are deleted when they are evicted",
    code: "OperationNotAllowed",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/kubernetes-sigs/cluster-api-provider-azure/issues/2579",
    severity: "error",
    allowed: "Delete, as the OS disk is ephemeral",
    because: "an instance whose disk is not kept cannot be deallocated, which is the default",
    *check(scaleSet) {
      const policy = scaleSet.at(`${profile}.evictionPolicy`);
      if (isEphemeral(scaleSet) && is(scaleSet.at(`${profile}.priority`), "Spot") && sameText(textOr(policy, "Deallocate"), "Deallocate")) {
        yield policy;
      }
    },
  },
];

/** True where the OS disk is ephemeral. */
export function isEphemeral(scaleSet: View): boolean {
  return is(scaleSet.at(`${settings}.option`), "Local");
}

function imageDiskGiB(scaleSet: View): number | undefined {
  const [publisher, sku] = ["publisher", "sku"].map((name) => scaleSet.text(`${storage}.imageReference.${name}`));
  return publisher === undefined || sku === undefined ? undefined : marketplaceImage(publisher, sku)?.diskGiB;
}

/** How much of the local storage an OS disk can have; Azure chooses where it lies, unless the program says so. */
function roomFor(scaleSet: View): { giB: number; where: string } | undefined {
  const local = localStorageOf(scaleSet.text("sku.name") ?? "");
  const placement = scaleSet.at(`${settings}.placement`);
  if (local === undefined || Object.keys(local).length === 0 || placement.unknown) {
    return undefined;
  }
  // The guest state of a trusted or confidential machine lies beside the disk.
  const reserved = isKnown(scaleSet.at(`${profile}.securityProfile.securityType`)) ? 1 : 0;
  if (placement.absent) {
    return { giB: Math.max(...Object.values(local)) - reserved, where: "on its local storage" };
  }
  const giB = storageAt(local, placement);
  return giB === undefined ? undefined : { giB: giB - reserved, where: `when the placement is ${placement.text()}` };
}

function storageAt(local: LocalStorage, placement: View): number | undefined {
  const name = placementOf(placement);
  return name && local[name];
}

function placementOf(place: View): Placement | undefined {
  const names: readonly Placement[] = ["CacheDisk", "ResourceDisk", "NvmeDisk"];
  return names.find((candidate) => is(place, candidate));
}
