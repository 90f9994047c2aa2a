import * as fs from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { type CpuCredits, cpuCreditsOf } from "../../azure/facts/size-credits";
import { autoscaleProfiles } from "../../src/autoscale-profiles";
import type { Capacity } from "../../src/schedules";
import { checkSettings } from "../../src/settings/check";
import { settingsNamespace } from "../../src/settings/declarations";
import { readFilesFrom } from "../../src/settings/files";
import { describeProblems } from "../../src/settings/problems";
import type { Configuration } from "../../src/settings/values";
import type { AutoscaleSetting } from "../region/services/autoscale/decision/setting";
import type { Properties } from "../../azure/properties/value";
import { readAutoscaleSetting } from "../region/services/autoscale/autoscale-setting-model";
import type { Variant } from "./options";
import { WrongOption } from "./wrong-option";

/** An autoscale setting that `pulumi up` would deploy. */
export interface DeclaredSetting {
  /** How the settings differ from the stack's, or that they are the stack's. */
  readonly title: string;
  readonly setting: AutoscaleSetting;
  /** The tier's usual capacity; it starts with its default. */
  readonly capacity: Capacity;
  readonly scaleOutCpuPercent: number;
  readonly scaleInCpuPercent: number;
  /** CPU credits of the size of the instances; undefined for one that has none. */
  readonly credits?: CpuCredits;
}

const root = path.resolve(__dirname, "../..");

/** More than the file of any stack has, and few enough that a file in which aliases stand for lists of aliases stays small. */
const largestBytes = 1024 * 1024;
const maximumAliases = 10;

/** A key for login has no part in scaling, and the stack's may be in a file of another computer. */
const someKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOEWAFowJTPOEa4G0sNHXhp8kAT/9sJIqW8zHfriYrNe simulation";

/**
 * The autoscale setting of a stack, with some settings replaced: read, checked and declared as the program does it.
 * @throws Error with every problem of the settings, as the Pulumi CLI would show them.
 */
export function declaredSetting(stack: string, variant: Variant): DeclaredSetting {
  const own = Object.entries(variant).map(([name, value]) => [`${settingsNamespace}:${name}`, value]);
  const configuration = {
    ...readStack(stack),
    [`${settingsNamespace}:sshPublicKeys`]: JSON.stringify([someKey]),
    ...Object.fromEntries(own),
  };
  const checked = checkSettings(configuration, readFilesFrom(root));
  const title = titleOf(stack, variant);
  if (!("args" in checked)) {
    throw new Error(`With ${title}:\n${describeProblems(checked.problems)}`);
  }
  const { capacity, schedules, cpu, predictive } = checked.args.autoscale;
  const properties = {
    enabled: true,
    profiles: autoscaleProfiles("scale-set", capacity, schedules, cpu),
    predictiveAutoscalePolicy: { scaleMode: predictive.mode },
  };
  return {
    title,
    setting: readAutoscaleSetting(properties as unknown as Properties),
    capacity,
    scaleOutCpuPercent: cpu.scaleOutCpuPercent,
    scaleInCpuPercent: cpu.scaleInCpuPercent,
    credits: cpuCreditsOf(checked.args.scaleSet.vmSize),
  };
}

/** How the settings differ from the stack's, or that they are the stack's. */
function titleOf(stack: string, variant: Variant): string {
  const entries = Object.entries(variant).map((entry) => entry.join(" = "));
  return entries.length > 0 ? entries.join(", ") : `settings of stack ${path.basename(stack, ".yaml").replace(/^Pulumi\./, "")}`;
}

function parse(file: string): { config?: Record<string, unknown> } {
  const { size } = fs.statSync(file);
  if (size > largestBytes) {
    throw new WrongOption(
      "STACK",
      `${file} with ${size} bytes`,
      `a file of at most ${largestBytes} bytes`,
      "give the stack a smaller file",
    );
  }
  try {
    return (load(fs.readFileSync(file, "utf8"), { maxAliases: maximumAliases }) ?? {}) as { config?: Record<string, unknown> };
  } catch (error) {
    throw new WrongOption("STACK", file, `YAML, with at most ${maximumAliases} aliases`, (error as Error).message);
  }
}

/** The configuration of a stack's file as Pulumi gives it to the program: lists and objects as JSON. */
function readStack(stack: string): Configuration {
  const candidates = stack.endsWith(".yaml") ? [stack] : [`Pulumi.${stack}.yaml`, `local/Pulumi.${stack}.yaml`];
  const file = candidates.map((name) => path.resolve(root, name)).find((name) => fs.existsSync(name));
  if (file === undefined) {
    throw new WrongOption("STACK", stack, `a stack with a file: ${candidates.join(" or ")}`, "for example: make simulate STACK=dev");
  }
  const { config } = parse(file);
  const entries = Object.entries(config ?? {}).map(([key, value]) => [
    key,
    typeof value === "object" ? JSON.stringify(value) : String(value),
  ]);
  return Object.fromEntries(entries) as Configuration;
}
