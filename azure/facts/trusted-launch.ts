import { nameOf } from "./size-series";

/**
 * The sizes without trusted launch, by the part of their names that follows `Standard_`, from the table in
 * https://learn.microsoft.com/azure/virtual-machines/trusted-launch (April 2025); and the first series of D, F, G and L, which
 * https://learn.microsoft.com/azure/virtual-machines/generation-2 never had among those that boot generation 2.
 */
const withoutTrustedLaunch: readonly RegExp[] = [
  /^A\d/i,
  /^D\d+i?_v[23](_Promo)?$/i,
  /^[DE]\d+p[a-z]*_v5$/i,
  /^[DE]C\d/i,
  /^(DS?|FS?|GS?|L)\d+(-\d+)?s?$/i,
  /^M\d/i,
  /^NP\d/i,
  /^N[CV]\d+r?$/i,
  /^ND\d+a(m?)sr(_A100)?_v4$/i,
  /^H\d/i,
];

/** Whether instances of a size take trusted launch; true for a size that nothing is known of. */
export function takesTrustedLaunch(size: string): boolean {
  const name = nameOf(size);
  return !withoutTrustedLaunch.some((pattern) => pattern.test(name));
}
