import type { Behaviour } from "../../../../azure/fidelity/behaviour";
import { instanceIdsPage } from "../../../../azure/fidelity/sources";

const test = "services/scale-set/instance-names.test.ts";

const olderInstanceIdsPage =
  "https://github.com/MicrosoftDocs/azure-docs/blob/1cee63a2cc99f14f8cd4459c077a0ef41520ca52/articles/virtual-machine-scale-sets/virtual-machine-scale-sets-instance-ids.md";

export const instanceNameBehaviours: Behaviour[] = [
  {
    id: "names-instance",
    title: "An instance of a uniform set is called after the set and its id",
    grade: "documented",
    source: instanceIdsPage,
    test,
  },
  {
    id: "names-computer",
    title: "Its computer name is the prefix and its id in six digits of base 36, in capitals",
    grade: "documented",
    source: olderInstanceIdsPage,
    test,
    note: "The page of today no longer says that there are six digits, and gives no example.",
  },
  {
    id: "names-ids",
    title: "Ids count up from 0 and are not used again",
    grade: "assumed",
    source: instanceIdsPage,
    test,
    note: "Azure promises no order at all, and may use an id again.",
  },
];

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
