// Times a simulated year of autoscale, then measures previews of the tier against an empty program and against a plain one, and prints the ratios; `make bench` runs it.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
console.log(`${require("./simulation.ts").simulationLine()}\n`);
await require("./benchmark.ts").benchmark();
