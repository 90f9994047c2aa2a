import { isProperties, type Properties } from "../../../../azure/properties/value";
import type { Resource } from "../../store/resource";

/**
 * The scale set with another capacity, given to it behind the program's back: a refresh shows it, and a program that insists on its own sets
 * it back.
 */
export function withCapacity(scaleSet: Resource, capacity: number): Resource {
  return { ...scaleSet, inputs: changed(scaleSet.inputs, capacity), outputs: changed(scaleSet.outputs, capacity) };
}

function changed(properties: Properties, capacity: number): Properties {
  const { sku } = properties;
  return { ...properties, sku: { ...(isProperties(sku) ? sku : {}), capacity } };
}
