// What parts need before they run.
import { spawnSync } from "node:child_process";

/**
 * Makes ready what the most demanding of the parts needs: the Pulumi engine for "engine" and "machines", for "machines" the machine image
 * too, and nothing for "packages". Ends the run where this computer cannot give it.
 * @returns The environment for all parts.
 */
export function prepare(parts) {
  const needs = parts.map((part) => part.needs);
  const forMachines = needs.includes("machines");
  if (!forMachines && !needs.includes("engine")) {
    return process.env;
  }
  run(["local/commands/requirements/check", ...(forMachines ? ["machines"] : [])]);
  const output = run(["sh", "-c", 'settings=$(local/engine/environment) && eval "$settings" && exec env -0']);
  // In a run of everything the image is a part of its own.
  if (forMachines && !parts.some(({ name }) => name === "image")) {
    run(["image/build"]);
  }
  const entries = output.split("\0").filter(Boolean);
  return Object.fromEntries(entries.map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]));
}

/** @returns What the command prints; it says on standard error what it does. */
function run([program, ...options]) {
  const { status, stdout } = spawnSync(program, options, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  if (status !== 0) {
    process.exit(1);
  }
  return stdout;
}
