import { setTimeout as wait } from "node:timers/promises";

const patienceInMilliseconds = 10_000;

/** Waits until something holds that nobody tells of. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + patienceInMilliseconds; !holds(); await wait(5)) {
    if (Date.now() > deadline) {
      throw new Error(`it does not hold after ${patienceInMilliseconds / 1000} s: ${holds}`);
    }
  }
}
