// Simulates the tier's autoscale over a load, prints a summary and writes a page; `make simulate` runs it.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("ts-node/register/transpile-only");
process.exitCode = require("./command.ts").main(process.argv.slice(2));
