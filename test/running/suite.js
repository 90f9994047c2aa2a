const path = require("node:path");

const checkout = path.resolve(__dirname, "../..");

/**
 * The Jest configuration of a suite of tests. Tests are only compiled here; `npm run typecheck` checks their types.
 *
 * @param {object} suite
 * @param {string} suite.name as the part of `make test` is called
 * @param {string[]} suite.tests patterns of files, below the checkout
 * @param {string[]} [suite.without] regular expressions of files, below the checkout, that other suites have
 * @param {boolean} [suite.isOfTier] true for tests that a project of the tier alone would have: they need nothing of the region's
 * @param {number} [suite.seconds] how long a test may take, where it says nothing else
 */
module.exports = ({ name, tests, without = [], isOfTier = false, seconds = 30 }) => ({
  displayName: name,
  rootDir: checkout,
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  // Where Jest looks for files; in the whole checkout it would find those of all packages.
  roots: [...new Set(tests.map((pattern) => `<rootDir>/${path.dirname(pattern.split("*")[0] + "_")}`))],
  testMatch: tests.map((pattern) => `<rootDir>/${pattern}`),
  testPathIgnorePatterns: ["/node_modules/", ...without.map((pattern) => `<rootDir>/${pattern}`)],
  // With these the SDK makes code for a cloud out of a program's functions, which no program here has. Each test file would load them anew, and the
  // first has V8 hash every script.
  moduleNameMapper: { "^(\\./v8Hooks|@npmcli/arborist)$": "<rootDir>/test/running/nothing.js" },
  transform: {
    "\\.ts$": isOfTier ? ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }] : "<rootDir>/test/running/transform.mjs",
  },
  // Jest would otherwise take away objects that Pulumi still uses after a test.
  testEnvironmentOptions: { globalsCleanup: "off" },
  testTimeout: seconds * 1000,
});
