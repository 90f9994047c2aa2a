// What parts need before they run.
import { spawnSync } from "node:child_process";

/**
 * Makes ready what the most demanding of the parts needs: the Pulumi engine for "engine" and "machines", nothing for "packages".
 * @returns The environment for all parts.
 */
export function prepare(needs) {
  if (!needs.includes("engine") && !needs.includes("machines")) {
    return process.env;
  }
  const { status, stdout } = spawnSync("sh", ["-c", 'settings=$(local/engine/environment) && eval "$settings" && exec env -0'], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) {
    process.exit(1);
  }
  const entries = stdout.split("\0").filter(Boolean);
  return Object.fromEntries(entries.map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]));
}
