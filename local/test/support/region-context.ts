import type { RegionContext } from "../../region/context";

/** The parts of a region that a test's subject works with; whatever else it asked for would be undefined. */
export function regionContext(parts: { readonly [Name in keyof RegionContext]?: Partial<RegionContext[Name]> }): RegionContext {
  return parts as RegionContext;
}
