import type { World } from "../simulation/world";

/** Waits for a `pulumi up` that has begun. @returns What went wrong, and how many instances served visitors at the worst moment. */
export async function fewestServing(world: World, answer: Promise<string[]>): Promise<{ problems: string[]; fewest: number }> {
  let fewest = Infinity;
  let problems: string[] | undefined;
  void answer.then((given) => (problems = given));
  await world.passUntil(() => {
    fewest = Math.min(fewest, world.serving.length);
    return problems !== undefined;
  });
  return { problems: problems ?? ["pulumi up has not ended"], fewest };
}
