// Which file may import which; `npm run lint` checks it. An arrow that is forbidden here is fixed by moving what is imported to where it
// belongs, not by an exception.

import * as fs from "node:fs";

/** The region from the particular to the general: an import points to the right, or stays where it is. */
const order = [
  "(main|remove)\\.ts",
  "loop/",
  "services/autoscale/",
  "services/alerts/",
  "services/metrics/",
  "services/network/",
  "services/scale-set/",
  "services/load-balancer/",
  "context\\.ts",
  "podman/",
  "store/",
  "foundation/",
];
const region = "^local/region/";
const provider = `${region}provider/`;

const { overrides } = JSON.parse(fs.readFileSync(new URL(".oxlintrc.json", import.meta.url), "utf8"));
/** Files of a service that do something, by their names: those that the linter lets use clock and process. Every other one decides. */
const acting = overrides.flatMap(({ excludeFiles = [] }) => excludeFiles).filter((pattern) => pattern.startsWith("local/"));
const wildcards = { "**/": ".*/", "*": "[^/]+", ".": "\\." };
const actingFile = `^(${acting.join("|").replace(/\*\*\/|[*.]/g, (found) => wildcards[found])})$`;
/** What is as pure as a decision, but stands further down because machines, edges and the region's context need it too. */
const pureBelow = [
  `${region}foundation/(escape|own|words)\\.ts$`,
  `${region}podman/machines/machine-address\\.ts$`,
  `${region}podman/edge/(nat-ports|network-rules|traffic)\\.ts$`,
  `${region}store/metrics/metric-(grain|hour|store)\\.ts$`,
];
const pure = [`${region}services/`, ...pureBelow];
/** Computes, and reads nothing but its own tables. */
const purePackages = ["^(node:)?crypto$", "node_modules/windows-iana/"];

/** What reads the typings of azure-native and Microsoft's models and writes the schema from them; `make schema` runs it. */
const schemaWriter = "^azure/schema/(collect-constraints|fetch-package|generate|microsoft-models|python-models|write)\\.ts$";
const tests = "(^|/)test/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "azure-is-pure",
      comment: "azure/ knows Azure and nothing else: no engine, no process, no region.",
      severity: "error",
      from: { path: "^azure/", pathNot: [tests, schemaWriter] },
      to: { pathNot: ["^azure/", ...purePackages] },
    },
    {
      name: "azure-is-tested-alone",
      comment: "Only how its tests are run is as everywhere else.",
      severity: "error",
      from: { path: "^azure/" },
      to: { path: "^(index\\.ts|src|local|test|image|policy)", pathNot: "^test/running/suite\\.js$" },
    },
    {
      name: "rules-know-no-type",
      comment: "A resource type imports its rules, and the registry imports the types.",
      severity: "error",
      from: { path: "^azure/(rules|resources/[^/]+/rules)/" },
      to: { path: ["^azure/resources/[^/]+\\.ts$", "^azure/resources/[^/]+/[^/]+\\.ts$"] },
    },
    {
      name: "schema-is-written-by-make-schema",
      severity: "error",
      from: { pathNot: [tests, schemaWriter] },
      to: { path: schemaWriter },
    },
    {
      name: "tier-knows-only-facts-of-azure",
      severity: "error",
      from: { path: "^(index\\.ts|src/)" },
      to: { path: ["^azure/", "^local/", "^image/"], pathNot: "^azure/facts/" },
    },
    {
      name: "image-knows-settings-and-facts",
      comment: "The image's project reads its settings as the tier does, and knows nothing else of it.",
      severity: "error",
      from: { path: "^image/azure/" },
      to: { path: ["^index\\.ts$", "^src/", "^azure/", "^local/"], pathNot: ["^src/settings/", "^azure/(facts/|arm/id\\.ts$)"] },
    },
    {
      name: "product-needs-no-test",
      severity: "error",
      from: { path: "^(index\\.ts|src/|image/azure/|azure/|local/(fidelity|region|simulate)/)", pathNot: tests },
      to: { path: tests },
    },
    {
      name: "region-knows-no-tool",
      comment: "What shows, measures and simulates the region imports it; it does not import them.",
      severity: "error",
      from: { path: region },
      to: { path: "^(index\\.ts|src/|local/(?!region/))" },
    },
    {
      name: "region-is-in-order",
      comment: "Every file of the region is in a folder that has its place in the order of imports.",
      severity: "error",
      from: { path: region, pathNot: [provider, ...order.map((layer) => region + layer)] },
      to: {},
    },
    ...order.slice(1).map((layer, index) => ({
      name: `no-import-up-from-${layer.replace(/(\/|\\\.ts)$/, "").replaceAll("/", "-")}`,
      severity: "error",
      from: { path: region + layer },
      to: { path: order.slice(0, index + 1).map((above) => region + above) },
    })),
    {
      name: "provider-needs-no-machines",
      comment: "The provider answers the engine from what is declared; the loop carries it out, as the provider's Carrier.",
      severity: "error",
      from: { path: provider },
      to: { path: region, pathNot: [provider, `${region}store/`, `${region}foundation/`] },
    },
    {
      name: "provider-is-for-main-and-loop",
      severity: "error",
      from: { path: region, pathNot: [provider, `${region}main\\.ts$`, `${region}loop/`] },
      to: { path: provider },
    },
    {
      name: "decisions-touch-no-world",
      comment: "A file of a service decides, unless its name says that it acts; see `acting`. Of what acts, a decision may know the types.",
      severity: "error",
      from: { path: pure, pathNot: actingFile },
      to: { pathNot: ["^azure/", `${region}services/`, ...pureBelow, ...purePackages], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "decisions-do-not-act",
      severity: "error",
      from: { path: pure, pathNot: actingFile },
      to: { path: actingFile, dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Types are knowledge too, so their imports are arrows as well.
    tsPreCompilationDeps: true,
  },
};
