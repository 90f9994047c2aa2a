// The settings of the tier in the stack "local".
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";

export const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** A setting as it is written there, or its default. */
export function setting(name) {
  const read = (file) => load(fs.readFileSync(path.join(checkout, file), "utf8")).config;
  return read("local/Pulumi.local.yaml")[`web-tier:${name}`] ?? read("Pulumi.yaml")[name].default;
}
