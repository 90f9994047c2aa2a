// Measures, and prints each figure beside what is aimed at: for `make bench` autoscale in virtual time, previews, machines and edges; for
// `make faults` what visitors lose when something fails.
//
// usage: run.mjs speed|faults
import { createRequire } from "node:module";
import { Leftovers } from "../../test/running/leftovers.mjs";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
const { table } = require("./figure.ts");

const leftovers = new Leftovers();
process.env.TMPDIR = leftovers.temporary;
process.on("exit", () => leftovers.remove());

const measurements = {
  speed: [
    ["Autoscale in virtual time", require("./simulation.ts").measureSimulation],
    ["Previews; about two minutes", require("./previews.ts").measurePreviews],
    ["Machines; about six minutes", require("./machines.ts").measureMachines],
    ["Edges; about a minute", require("./edge.ts").measureEdge],
  ],
  faults: [["Faults; about three minutes", require("./faults.ts").measureFaults]],
};
const figures = [];
for (const [title, measure] of measurements[process.argv[2]]) {
  console.log(`=== ${title}`);
  figures.push(...(await measure()));
}
console.log(`\n${table(figures)}`);
const found = leftovers.find();
found.forEach((one) => console.error(`left behind: ${one}`));
process.exitCode = found.length > 0 ? 1 : 0;
