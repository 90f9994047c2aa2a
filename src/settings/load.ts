import * as pulumi from "@pulumi/pulumi";
import type { WebTierArgs } from "../web-tier";
import { checkSettings } from "./check";
import { readFilesFrom } from "./files";
import { describeProblems } from "./problems";

/** The tier that a stack's settings describe. */
export interface TierSettings {
  readonly name: string;
  readonly args: WebTierArgs;
}

/**
 * Reads and checks the stack's settings; the one place that does.
 *
 * Settings are no place for secrets, and none of them needs one: they are repeated in messages and in the stack's state.
 *
 * @param folder The program's folder, to which paths in settings are relative.
 * @throws pulumi.RunError with every problem of the settings, which the CLI shows without a stack trace.
 */
export function loadSettings(folder: string): TierSettings {
  const settings = checkSettings(pulumi.runtime.allConfig(), readFilesFrom(folder));
  if (!("args" in settings)) {
    throw new pulumi.RunError(describeProblems(settings.problems));
  }
  for (const warning of settings.warnings) {
    void pulumi.log.warn(warning);
  }
  return { name: settings.name, args: settings.args };
}
