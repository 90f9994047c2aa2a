// The parts of `make test`, in their order, each by the name that ONLY takes.
import * as fs from "node:fs";
import * as path from "node:path";
import { holds, suite } from "./running/part.mjs";

const transpiled = ["node", "--require", "ts-node/register/transpile-only"];

/** A part with `inCheck` is also a part of `make check`: quick, without an engine and without Podman. */
export const parts = [
  holds("lint", "lint", ["npm", "run", "--silent", "lint"], { inCheck: true }),
  holds("format", "format", ["npx", "prettier", "--check", "--cache", "--cache-strategy=content", "--log-level=warn", "."]),
  holds("types", "types of the tier", ["npm", "run", "--silent", "typecheck:tier"], { inCheck: true }),
  holds("local-types", "types of the local region", ["npm", "run", "--silent", "typecheck:local"], { inCheck: true }),
  holds("packages", "lock file for npm ci", ["npm", "ci", "--dry-run", "--ignore-scripts", "--loglevel=error"]),
  holds("fidelity", "fidelity to Azure's rules", [...transpiled, "local/fidelity/main.ts", "--check"]),
  holds("workflows", "workflows", ["go", "-C", ".github/actionlint", "tool", "actionlint", "-shellcheck=", "-pyflakes=", ...workflows()], {
    fix: "install Go 1.24 or newer: https://go.dev/dl/",
  }),
  // It waits for much, so it goes first, beside the checks above, which do not.
  suite("region", "the local region", "local/test/jest.config.js", { inCheck: true }),
  suite("tier", "the tier", "test/jest.config.js", { inCheck: true }),
  suite("azure", "what Azure knows", "azure/test/jest.config.js", { inCheck: true }),
  holds("image", "the machine image", ["image/build"], { needs: "machines" }),
  suite("engine", "deployments by the real engine", "local/test/engine/jest.config.js", { needs: "engine", lane: "engine", atATime: 2 }),
  suite("containers", "the tier on real machines", "local/test/containers/jest.config.js", {
    needs: "machines",
    lane: "containers",
    atATime: 1,
  }),
  suite("machines", "real machines and edges", "local/test/podman/jest.config.js", { needs: "machines", lane: "machines", atATime: 1 }),
  // What follows reckons, and takes what the tier on real machines leaves.
  suite("programs", "scripts and programs", "local/test/programs.config.js", { lane: "machines" }),
  suite("generated", "generated programs", "local/test/generated/jest.config.js", { lane: "machines" }),
  suite("field", "programs of strangers", "local/test/field/jest.config.js", { lane: "engine" }),
  suite("simulation", "the region, simulated", "local/test/simulation/jest.config.js", { lane: "engine" }),
  holds("lives", "300 lives of the region", ["make", "--silent", "soak", "SEEDS=300"], { lane: "engine" }),
  // It goes by how busy the processors are.
  suite("autoscale", "autoscale on real machines", "local/test/containers/autoscale.config.js", {
    needs: "machines",
    atATime: 1,
    alone: true,
  }),
];

function workflows() {
  return fs.readdirSync(".github/workflows").map((file) => path.resolve(".github/workflows", file));
}
