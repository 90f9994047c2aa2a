import type { Declaration } from "../programs/declared/declaration";
import { address, group } from "./support/declarations";
import { gone } from "./support/region";
import { Sandbox } from "./support/sandbox";
import type { Stack } from "./support/stack";

const sandbox = new Sandbox();
const { region } = sandbox;
const links = 16;

afterAll(() => sandbox.remove());

/** Resources that can only be made, and unmade, one after the other. Half of them have names of their own. */
function chain(stack: string, tag: string): Declaration[] {
  const names = Array.from({ length: links }, (_, index) => `link-${index}`);
  const addresses = names.map((name, index) =>
    address(
      name,
      { tags: { tag }, ...(index % 2 === 0 ? {} : { publicIpAddressName: `${stack}-${name}` }) },
      { after: index === 0 ? [] : [names[index - 1]] },
    ),
  );
  return [group("group", { resourceGroupName: stack }), ...addresses];
}

/** Every resource that the engine knows of is in the region. */
async function expectNothingLost(stack: Stack): Promise<void> {
  const kept = (await stack.kept()).map(({ id }) => id);
  expect(region.ids()).toEqual(expect.arrayContaining(kept));
}

/** The program stands as it is declared, and the region has nothing else. */
async function expectDone(stack: Stack): Promise<void> {
  expect(await stack.preview("--expect-no-changes")).toMatchObject({ status: 0, errors: [] });
  expect((await stack.kept()).map(({ id }) => id).sort()).toEqual(region.ids());
}

/** The tests of this file are one life of one deployment, in their order. */
describe("a daemon that is killed in the middle of a deployment", () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await sandbox.declare("chain", chain("chain", "old"));
    await region.start();
  });

  it.each([1, 9])("after %i created resources loses none of them, and the next update finishes", async (count) => {
    const killed = region.killWhen(() => region.files().length >= count);
    expect((await stack.up()).status).not.toBe(0);
    await killed;
    expect(region.files().length).toBeGreaterThanOrEqual(count);
    expect(region.files().length).toBeLessThan(links);
    await expectNothingLost(stack);
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await expectDone(stack);
    expect((await stack.destroy()).status).toBe(0);
    expect(region.files()).toEqual([]);
  });

  it("in an update loses nothing either", async () => {
    await stack.up();
    stack.declare(chain("chain", "new"));
    const updated = () => region.resources().filter(({ inputs }) => JSON.stringify(inputs.tags) === '{"tag":"new"}').length;
    const killed = region.killWhen(() => updated() >= 3);
    expect((await stack.up()).status).not.toBe(0);
    await killed;
    await expectNothingLost(stack);
    expect(await stack.up()).toMatchObject({ status: 0, errors: [] });
    await expectDone(stack);
    expect(updated()).toBe(links);
  });

  it("in a destruction keeps what was not deleted, and the next one finishes", async () => {
    const killed = region.killWhen(() => region.files().length <= links - 3);
    expect((await stack.destroy()).status).not.toBe(0);
    await killed;
    expect(region.files().length).toBeGreaterThan(0);
    expect((await stack.destroy()).status).toBe(0);
    expect(region.files()).toEqual([]);
    expect(await stack.kept()).toEqual([]);
  });
});

describe("an engine that is killed in the middle of a deployment", () => {
  it("leaves no plugin running, and the next update finishes", async () => {
    const stack = await sandbox.declare("engine", chain("engine", "old"));
    await region.start();
    await stack.upKilledWhen((then) => region.watch(() => region.files().length >= 4, then));
    await Promise.all(region.launchers().map(gone));
    await expectNothingLost(stack);
    expect(await stack.up()).toMatchObject({ status: 0 });
    await expectDone(stack);
  });
});
