import type { Outside } from "../../region/services/scale-set/scale-set-service";
import { thisComputer } from "../../region/foundation/computer";
import type { RegionContext } from "../../region/context";

/** The parts of a region that a test's subject works with, on this computer if nothing else is said; whatever else it asked for would be undefined. */
export function regionContext(parts: { readonly [Name in keyof RegionContext]?: Partial<RegionContext[Name]> }): RegionContext {
  return { computer: thisComputer, ...parts } as RegionContext;
}

/** In place of those who ask a scale set's instances. */
export const nobodyOutside: Outside = { deregister: () => Promise.resolve(), forget: () => Promise.resolve() };
