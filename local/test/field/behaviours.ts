import type { FieldCase } from "./expectation";
import { FieldStack } from "./stack";

/**
 * What happens with the programs that Azure accepts and that do something unexpected then, by the name of the case.
 * Each says how the region differs, or nothing where it does the same.
 */
export const behaviours: Readonly<Partial<Record<string, (fieldCase: FieldCase) => Promise<string | undefined>>>> = {
  // A network does not take its subnets into its own inputs, so that a refresh changes nothing.
  "39-vnet-refresh-keeps-own-subnets": async ({ steps }) => {
    const stack = new FieldStack();
    try {
      await stack.up(steps[0]);
      stack.refresh();
      const { steps: changes } = await stack.up(steps[0]);
      return changes.length > 0 ? `changed after a refresh: ${changes.join(", ")}` : undefined;
    } finally {
      stack.remove();
    }
  },
};
