/** What the name of a virtual machine size says of it. */
export interface SizeName {
  /** The family, with subfamily: `D`, `DC`, `NV`. */
  readonly family: string;
  readonly vCpus: number;
  /** One lower-case letter for each feature, such as `ads`. */
  readonly features: string;
  /** 1 where the name has no version. */
  readonly version: number;
}

/**
 * Reads a name such as `Standard_D4ads_v5` (https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions); undefined where it
 * does not follow the convention. The oldest sizes have their S for premium disks among the capitals: `Standard_DS2_v2`.
 */
export function readSizeName(size: string): SizeName | undefined {
  const [, family, vCpus, features, version] =
    /^Standard_([A-Z]+)(\d+)(?:-\d+)?([a-z]*)(?:_[A-Z][A-Za-z0-9]*)?(?:_v(\d+))?(?:_Promo)?$/.exec(size) ?? [];
  return family === undefined ? undefined : { family, vCpus: Number(vCpus), features, version: Number(version ?? 1) };
}
