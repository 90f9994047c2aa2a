/** Unit tests of the local region: they need neither engine nor machines. */
module.exports = {
  displayName: "region",
  rootDir: "..",
  cacheDirectory: "<rootDir>/../node_modules/.cache/jest",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: [
    "/node_modules/",
    "<rootDir>/test/engine/",
    // Those of what runs as a process of its own, or for a simulated year, see programs.config.js.
    "<rootDir>/test/(engine-install|requirements).test.ts",
    "<rootDir>/test/image/",
    "<rootDir>/test/simulate/",
    // Those of generated programs, which take their time, see generated/jest.config.js.
    "<rootDir>/test/generated/",
    "<rootDir>/test/programs/",
    // Those on real machines, see containers/jest.config.js.
    "<rootDir>/test/containers/",
    "<rootDir>/test/podman/edge/edge.test.ts",
    "<rootDir>/test/podman/machines/(machine|network).test.ts",
  ],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }] },
  testEnvironmentOptions: { globalsCleanup: "off" },
  testTimeout: 30_000,
};
