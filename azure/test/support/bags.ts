import type { Bag } from "../../properties/bag";
import type { Path } from "../../properties/path";
import type { Properties } from "../../properties/value";

/** Properties as the engine sends them, with the paths of those that are secret. */
export function bag(properties: Properties = {}, ...secrets: Path[]): Bag {
  return { properties, secrets };
}
