import { thisComputer } from "../../region/foundation/computer";
import type { RegionContext } from "../../region/context";

/** The parts of a region that a test's subject works with, on this computer if nothing else is said; whatever else it asked for would be undefined. */
export function regionContext(parts: { readonly [Name in keyof RegionContext]?: Partial<RegionContext[Name]> }): RegionContext {
  return { computer: thisComputer, ...parts } as RegionContext;
}
