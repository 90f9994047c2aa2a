/** The most instances that six digits of base 36 can tell apart. */
const idCount = 36 ** 6;

/** The resource name of an instance of a scale set with uniform orchestration, such as `web_3`. */
export function instanceName(scaleSet: string, id: string): string {
  return `${scaleSet}_${id}`;
}

/** The host name of an instance with uniform orchestration: the model's `computerNamePrefix` and the id, such as `web00000A` for id 10. */
export function computerName(computerNamePrefix: string, id: string): string {
  return computerNamePrefix + Number(id).toString(36).toUpperCase().padStart(6, "0");
}

/**
 * The ids of new instances.
 * @param nextId One more than the highest id that the set ever gave; 0 for a new set.
 * @returns The ids, and the next number to go on from.
 * @throws RangeError where the set has used up its ids, of which there are 36⁶.
 */
export function assignInstanceIds(nextId: number, count: number): { ids: string[]; nextId: number } {
  if (nextId + count > idCount) {
    throw new RangeError(
      `sku.capacity asks for ${count} more instances, but a scale set has ${idCount} instance ids and has used ${nextId}. Create the scale set anew.`,
    );
  }
  return { ids: Array.from({ length: count }, (_, index) => String(nextId + index)), nextId: nextId + count };
}
