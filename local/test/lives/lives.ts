import { live } from "../simulation/life";

/** `make test` lives so many; `make soak` lives more. */
const seeds = 300;

/** As many seeds as fit into one test without making anybody wait for a sign of progress. */
const together = 25;

/** Declares the tests of every second seed, as Jest gives each file a processor of its own. */
export function describeLives(first: 0 | 1): void {
  for (let from = first; from < seeds; from += 2 * together) {
    const some = Array.from({ length: together }, (_, index) => from + 2 * index);
    it(`seeds ${some[0]} to ${some[some.length - 1]}, every second one, come to rest as declared, and break nothing on the way`, async () => {
      for (const seed of some) {
        const { problems, trace } = await live(seed);
        if (problems.length > 0) {
          throw new Error(
            `seed ${seed}, which "make soak SEED=${seed}" lives again: ${problems.join("; ")}\n${trace.slice(-60).join("\n")}`,
          );
        }
      }
    });
  }
}
