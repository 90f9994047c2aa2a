import type { Bag } from "../../../region/properties/bag";
import type { Path } from "../../../region/properties/path";
import type { Properties } from "../../../region/properties/value";

/** Properties as the engine sends them, with the paths of those that are secret. */
export function bag(properties: Properties = {}, ...secrets: Path[]): Bag {
  return { properties, secrets };
}
