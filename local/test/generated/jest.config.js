/** Programs that are made at random, good and bad: they need neither engine nor machines, but minutes. */
module.exports = {
  displayName: "generated",
  rootDir: "../..",
  cacheDirectory: "<rootDir>/../node_modules/.cache/jest",
  testMatch: ["<rootDir>/test/generated/**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }] },
  testEnvironmentOptions: { globalsCleanup: "off" },
  testTimeout: 120_000,
};
