import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * The image that edges run from; makes it where Podman does not have it, which takes some 15 seconds.
 * @param script The path of `image/build` beside this file.
 * @throws Error with what the script says is missing.
 */
export async function edgeImage(script: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(script);
    return stdout.trim();
  } catch (error) {
    throw new Error(`The image of the load balancer's edge cannot be made. ${(error as { stderr?: string }).stderr ?? String(error)}`);
  }
}
