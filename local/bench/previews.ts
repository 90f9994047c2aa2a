import * as path from "node:path";
import { publicKey } from "../test/engine/support/declarations";
import { Sandbox } from "../test/engine/support/sandbox";
import { atLeast, atMost, type Figure, median } from "./figure";
import { previewInPeace, type Program, watchedPreview } from "./preview";

/** What was measured of one program. */
interface Result {
  readonly title: string;
  /** The median of its previews. */
  readonly seconds: number;
  /** The peak of its largest process. */
  readonly megabytes: number;
}

/** Previews of each program that are timed, after one that is not. */
const rounds = 7;

const location = { "azure-native:location": "westeurope" };

/**
 * Previews three programs side by side in a region and an engine of their own: in turns, so that whatever else the machine does
 * slows all of them down alike. It leaves nothing behind.
 */
export async function measurePreviews(): Promise<Figure[]> {
  const sandbox = new Sandbox();
  try {
    const programs = await prepare(sandbox);
    const entries = Object.entries(programs) as [keyof typeof programs, Program][];
    const seconds = { empty: [] as number[], tier: [] as number[], plain: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      for (const [name, program] of round % 2 === 0 ? entries : [...entries].reverse()) {
        seconds[name].push(await previewInPeace(program));
      }
    }
    const results: Result[] = [];
    for (const [name, program] of entries) {
      results.push({ title: program.title, seconds: median(seconds[name]), megabytes: await watchedPreview(program) });
    }
    return figures(results as [Result, Result, Result]);
  } finally {
    await sandbox.remove();
  }
}

/** The programs, each with a stack in the sandbox. */
export async function prepare(sandbox: Sandbox): Promise<{ empty: Program; tier: Program; plain: Program }> {
  const empty = await sandbox.stack("local/bench/programs/empty", "empty");
  const tier = await sandbox.stack("local", "local", { ...location, "web-tier:sshPublicKeys": [publicKey] });
  const plain = await sandbox.stack("local/bench/programs/plain", "plain", { ...location, "plain:sshPublicKey": publicKey });
  // What a language host gets from Pulumi.yaml, one that was built from Go modules gets from the environment: here, the template's. So the
  // two have nothing of src/start; the empty program is spared the check of types all the same.
  const templates: NodeJS.ProcessEnv = { ...sandbox.env, PULUMI_NODEJS_TSCONFIG_PATH: path.join(plain.folder, "tsconfig.json") };
  const { PULUMI_NODEJS_TRANSPILE_ONLY: _, ...checked } = templates;
  return {
    empty: { title: "an empty program", stack: empty, env: templates },
    tier: { title: "the tier", stack: tier, env: sandbox.env },
    plain: { title: "the same resources written plainly", stack: plain, env: checked },
  };
}

function figures([empty, tier, plain]: [empty: Result, tier: Result, plain: Result]): Figure[] {
  const one = ({ title, seconds, megabytes }: Result) => `${title} ${seconds.toFixed(2)} s and ${megabytes.toFixed(0)} MB`;
  console.log(`Medians, and the peak of the largest process: ${[empty, tier, plain].map(one).join("; ")}.`);
  return [
    atMost("preview of the tier, to an empty program", tier.seconds / empty.seconds, 1.35, "", 2),
    atLeast("the same resources written plainly, to the tier", plain.seconds / tier.seconds, 2.5, "", 2),
    atMost("the largest process of the tier's preview", tier.megabytes, 230, " MB"),
  ];
}
