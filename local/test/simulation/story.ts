import { World } from "./world";

/** Gives each test of the file a world of its own, which ends with the test; what must hold at every moment is held to in it. */
export function story(...given: ConstructorParameters<typeof World>): { readonly world: World } {
  const told: { world: World } = {} as { world: World };
  beforeEach(() => {
    told.world = new World(...given);
  });
  afterEach(() => {
    told.world.remove();
    expect(told.world.invariants.broken).toEqual([]);
  });
  return told;
}
