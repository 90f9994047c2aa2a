// Measures autoscale in virtual time, previews, machines and edges, and prints each figure beside what is aimed at; `make bench` runs it.
import { createRequire } from "node:module";
import { Leftovers } from "../../test/running/leftovers.mjs";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
const { table } = require("./figure.ts");

const leftovers = new Leftovers();
process.env.TMPDIR = leftovers.temporary;
process.on("exit", () => leftovers.remove());

const figures = [];
for (const [title, measure] of [
  ["Autoscale in virtual time", require("./simulation.ts").measureSimulation],
  ["Previews; about two minutes", require("./previews.ts").measurePreviews],
  ["Machines; about six minutes", require("./machines.ts").measureMachines],
  ["Edges; about a minute", require("./edge.ts").measureEdge],
]) {
  console.log(`=== ${title}`);
  figures.push(...(await measure()));
}
console.log(`\n${table(figures)}`);
const found = leftovers.find();
found.forEach((one) => console.error(`left behind: ${one}`));
process.exitCode = found.length > 0 ? 1 : 0;
