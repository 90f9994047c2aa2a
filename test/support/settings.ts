import { checkSettings, type CheckedSettings } from "../../src/settings/check";
import type { SettingKey } from "../../src/settings/declarations";
import type { FileResult, ReadFile } from "../../src/settings/files";
import type { WebTierArgs } from "../../src/web-tier";

/** A key of which nobody has the private half. */
export const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOEWAFowJTPOEa4G0sNHXhp8kAT/9sJIqW8zHfriYrNe test";

export type Overrides = { readonly [K in SettingKey]?: unknown };

/** A stack's configuration with the least that is required, and what a test adds. */
export function configurationOf(overrides: Overrides = {}): Record<string, string> {
  const settings = { sshPublicKeys: [publicKey], ...overrides };
  const own = Object.entries(settings).map(([key, value]) => [
    `web-tier:${key}`,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return { "azure-native:location": "westeurope", ...Object.fromEntries(own) };
}

/** Files that settings can name. */
export function filesOf(files: Readonly<Record<string, string | Buffer>>): ReadFile {
  return (path): FileResult => {
    const content = files[path];
    return content === undefined ? { fault: "there is no such file" } : { bytes: Buffer.from(content) };
  };
}

const stockFiles = { "image/marketplace-user-data.sh": "#!/bin/sh\n" };

export function check(overrides: Overrides = {}, files: Readonly<Record<string, string | Buffer>> = {}): CheckedSettings {
  return checkSettings(configurationOf(overrides), filesOf({ ...stockFiles, ...files }));
}

/** The arguments of the tier that good settings describe. */
export function argsOf(overrides: Overrides = {}, files: Readonly<Record<string, string | Buffer>> = {}): WebTierArgs {
  const settings = check(overrides, files);
  if (!("args" in settings)) {
    throw new Error(`these settings are refused: ${JSON.stringify(settings.problems)}`);
  }
  return settings.args;
}

/** Where the settings are wrong; empty for good ones. */
export function refusedPaths(overrides: Overrides, files: Readonly<Record<string, string | Buffer>> = {}): string[] {
  return check(overrides, files).problems.map(({ path }) => path.replace(/^web-tier:/, ""));
}
