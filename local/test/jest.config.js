/** Tests of the local region. */
module.exports = {
  displayName: "region",
  rootDir: "..",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }] },
  testEnvironmentOptions: { globalsCleanup: "off" },
};
