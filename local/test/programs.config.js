/** Tests of scripts and programs that run as processes of their own, and of long simulations: they need neither engine nor machines, but time. */
module.exports = {
  displayName: "programs",
  rootDir: "..",
  cacheDirectory: "<rootDir>/../node_modules/.cache/jest",
  testMatch: [
    "<rootDir>/test/engine-install.test.ts",
    "<rootDir>/test/requirements.test.ts",
    "<rootDir>/test/image/*.test.ts",
    "<rootDir>/test/simulate/*.test.ts",
  ],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }] },
  testEnvironmentOptions: { globalsCleanup: "off" },
  testTimeout: 60_000,
};
