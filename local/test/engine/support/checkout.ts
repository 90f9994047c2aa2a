import * as fs from "node:fs";
import * as path from "node:path";

/** The root of this checkout. */
export const checkout = path.resolve(__dirname, "../../../..");

/** What belongs to a person who works in the checkout: the region's state, and the settings of stacks. */
const own = /^(\.git|\.region|Pulumi\.[\w-]+\.yaml)$/;

/**
 * Makes a checkout out of links in which only the folder of one project is real. The engine writes a stack's settings beside
 * Pulumi.yaml, so a project that is run where it stands would be changed by its own tests.
 *
 * @param project The project's folder below the checkout, such as `local`.
 * @returns The project's folder below the target.
 */
export function linkCheckout(target: string, project: string): string {
  let from = checkout;
  let to = target;
  for (const step of [...project.split("/"), undefined]) {
    fs.mkdirSync(to, { recursive: true });
    for (const entry of fs.readdirSync(from).filter((name) => name !== step && !own.test(name))) {
      fs.symlinkSync(path.join(from, entry), path.join(to, entry));
    }
    if (step !== undefined) {
      from = path.join(from, step);
      to = path.join(to, step);
    }
  }
  return to;
}
