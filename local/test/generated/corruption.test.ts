import * as fc from "fast-check";
import type { Bag } from "../../../azure/properties/bag";
import { ArmError } from "../../../azure/arm/error";
import { bag } from "../../../azure/test/support/bags";
import { Engine, subjectOf } from "../support/engine";
import { temporaryFolder } from "../support/temporary-folder";
import { corrupted, secretNumber, secretText, withSecrets } from "./corruption";
import { exampleRegion } from "./example-region";

const folder = temporaryFolder();

/** An engine at a region with everything that the examples refer to, which their changes do not touch. */
async function engineAtExamples(): Promise<Engine> {
  const engine = Engine.at(folder.path, "westeurope");
  for (const [index, { token, properties }] of exampleRegion().entries()) {
    await engine.create(token, `example-${index}`, bag(properties));
  }
  return engine;
}

/** Everything that a person reads of a check and of the creation after it, warnings included. */
async function saidOf(engine: Engine, token: string, given: Bag): Promise<string[]> {
  const before = engine.warnings.length;
  const { inputs, failures } = engine.check(token, "fuzzed", given);
  const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`);
  return [...reasons, ...(await refusalOfCreation(engine, token, inputs)), ...engine.warnings.slice(before)];
}

async function refusalOfCreation(engine: Engine, token: string, inputs: Bag): Promise<string[]> {
  try {
    await engine.session.create(subjectOf(token, "fuzzed"), inputs, true);
    return [];
  } catch (error) {
    // Anything but a refusal is a fault of the region's own.
    if (!(error instanceof ArmError)) {
      throw error;
    }
    // An id is no secret to the engine, which prints it beside everything that it does.
    return error.code === "Conflict" ? [] : [error.message];
  }
}

describe.each(exampleRegion().map((example) => [example.token, example] as const))(
  "%s, whatever stands in it,",
  (token, { properties }) => {
    it("is answered in words for people, in which there is no secret", async () => {
      const engine = await engineAtExamples();
      await fc.assert(
        fc.asyncProperty(corrupted(properties).chain(withSecrets), async (given) => {
          for (const said of await saidOf(engine, token, given)) {
            expect(said).not.toMatch(new RegExp(`${secretText}|${secretNumber}`, "i"));
            expect(said).not.toMatch(/\[object |\bundefined\b|Symbol\(|Maximum call stack|\n\s+at /);
          }
        }),
        { numRuns: 100 },
      );
    }, 60_000);
  },
);
