import { prepare } from "../../bench/previews";
import type { Program } from "../../bench/preview";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();

afterAll(() => sandbox.remove());

/** The types of the resources that a preview of the program would create, its components and stack left out. */
async function typesOf({ stack }: Program): Promise<string[]> {
  const { status, output, steps } = await stack.preview();
  expect({ status, output }).toMatchObject({ status: 0 });
  return steps
    .map(({ type }) => type)
    .filter((type) => /^(azure-native|random):/.test(type))
    .sort();
}

it("the benchmark compares the tier with a program that declares the same resources", async () => {
  const { tier, plain } = await prepare(sandbox);
  expect(await typesOf(plain)).toEqual(await typesOf(tier));
});
