import * as fs from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { describeProblems } from "../../../../src/settings/problems";
import { readImageFiles } from "../image-files";
import type { TestedImageArgs } from "../tested-image";
import { checkImageSettings } from "./check";

/** The folder `image/`. */
const folder = path.join(__dirname, "../../..");

/**
 * Reads and checks the stack's settings, the image's version and its files.
 *
 * @throws pulumi.RunError with every problem, which the CLI shows without a stack trace.
 */
export function loadImageSettings(): TestedImageArgs {
  const version = fs.readFileSync(path.join(folder, "version"), "utf8").trim();
  const settings = checkImageSettings(pulumi.runtime.allConfig(), version);
  if (!("args" in settings)) {
    throw new pulumi.RunError(describeProblems(settings.problems));
  }
  return { ...settings.args, files: readImageFiles(folder) };
}
