import { setTimeout as wait } from "node:timers/promises";

/** How often something is tried, a fifth of a second apart. */
const maximumAttempts = 25;

/** Does with Podman what it calls busy for a moment: a container whose mounts it is still taking away cannot be removed. */
export async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (attempt === maximumAttempts || !/device or resource busy/.test((error as Error).message)) {
        throw error;
      }
      await wait(200);
    }
  }
}
