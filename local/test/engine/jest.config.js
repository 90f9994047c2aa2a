/** Deployments by the real Pulumi engine, which `make test` puts on the PATH. */
module.exports = {
  displayName: "engine",
  rootDir: "../..",
  cacheDirectory: "<rootDir>/../node_modules/.cache/jest",
  testMatch: ["<rootDir>/test/engine/**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }] },
  testEnvironmentOptions: { globalsCleanup: "off" },
  testTimeout: 120_000,
};
