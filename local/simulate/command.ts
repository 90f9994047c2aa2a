import * as fs from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { type DeclaredSetting, declaredSetting } from "./declared-setting";
import { figuresOf } from "./figures";
import { type Load, shapedLoad } from "./load";
import { loadFromCsv } from "./load-file";
import { type Options, readOptions } from "./options";
import { page } from "./page/page";
import { record } from "./record";
import { summary } from "./terminal";

/** A shape's highest point, where nobody says: percent of what the tier serves with all of its instances. */
const usualPeakPercent = 65;
/** A shape's lowest point, in percent of its highest. */
const lowestPercent = 15;

const pageFile = path.resolve(__dirname, "../.region/simulation.html");

/** Simulates what the command line asks for. @returns The exit status of the process. */
export function main(args: readonly string[]): number {
  try {
    run(readOptions(args));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function run(options: Options): void {
  const { stack, size, variants, bootSeconds, capacity, price } = options;
  const settings = [{}, ...variants].map((variant) => declaredSetting(stack, { ...(size && { vmSize: size }), ...variant }));
  const load = readLoad(options, settings[0]);
  const started = performance.now();
  const recordings = settings.map((declared) => record(declared, { load, bootSeconds, capacity }, settings[0].scaleOutCpuPercent));
  const milliseconds = performance.now() - started;
  const figures = figuresOf(recordings, price);
  fs.mkdirSync(path.dirname(pageFile), { recursive: true });
  fs.writeFileSync(pageFile, page({ load, recordings, figures, bootSeconds, capacity }));
  console.log(summary(load.title, recordings, figures));
  const simulated = `${recordings.length * load.minutes} minutes in ${milliseconds.toFixed(0)} ms`;
  console.log(`\nSimulated ${simulated}. The picture: ${pathToFileURL(pageFile).href}`);
}

function readLoad({ load, capacity, peak }: Options, { capacity: instances }: DeclaredSetting): Load {
  if (fs.existsSync(load)) {
    return loadFromCsv(load, fs.readFileSync(load, "utf8"), { capacity, instances: instances.default });
  }
  const highest = peak ?? (instances.maximum * capacity * usualPeakPercent) / 100;
  return shapedLoad(load, (highest * lowestPercent) / 100, highest);
}
