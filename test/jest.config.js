/** The tier's tests. They are only compiled here; `tsc --noEmit` checks their types. */
module.exports = {
  displayName: "tier",
  rootDir: "..",
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json" }] },
  // Jest would otherwise take away objects that Pulumi still uses after a test.
  testEnvironmentOptions: { globalsCleanup: "off" },
};
