// Measures what the edge of a load balancer costs, and prints the ratios.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
const { measureEdge } = require("./edge.ts");

for (const { visitors, ratio, target, straightPerSecond, edgePerSecond } of await measureEdge()) {
  const measured = `${ratio.toFixed(2)} of going straight (${edgePerSecond.toFixed(0)} to ${straightPerSecond.toFixed(0)} requests a second)`;
  console.log(`edge, ${visitors.padEnd(15)} ${measured.padEnd(66)} target: at least ${target}`);
}
