import * as pulumi from "@pulumi/pulumi";
import { WebTier, type WebTierArgs } from "../../../src/web-tier";
import type { Properties } from "../../../azure/properties/value";
import { holdsUnknown } from "../../../azure/properties/value";
import { bag } from "../../../azure/test/support/bags";
import { Engine } from "../support/engine";

/** Runs the tier's program against a region as a preview does, and says what the region refuses of it. */
export async function refusalsOfTier(engine: Engine, name: string, args: WebTierArgs): Promise<string[]> {
  const refusals: string[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: async ({ type, name: logicalName, inputs, custom }) => {
        if (!type.startsWith("azure-native:") || custom === false) {
          // Among these is the random text that ends the site's DNS name.
          return { id: logicalName, state: { ...inputs, result: "abcd1234" } };
        }
        const checked = engine.check(type, logicalName, bag(inputs as Properties));
        refusals.push(...checked.failures.map(({ property, reason }) => `${logicalName}: ${property}: ${reason}`));
        if (checked.failures.length > 0) {
          return { id: `${logicalName}-id`, state: { ...(inputs as object), name: logicalName } };
        }
        const { id, outputs } = await engine.createChecked(type, logicalName, checked.inputs, true);
        return { id, state: known(outputs.properties) };
      },
      call: ({ token }) => {
        throw new Error(`the program calls ${token}, which no test expects`);
      },
    },
    "web-tier",
    "test",
    false,
  );
  new WebTier(name, args);
  await pulumi.runtime.disconnect();
  return refusals;
}

/** Mocks have no values that are not known yet. */
function known(outputs: Properties): Properties {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => !holdsUnknown(value)));
}
