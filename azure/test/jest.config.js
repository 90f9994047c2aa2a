/** Tests of what Azure knows and refuses. */
module.exports = {
  displayName: "azure",
  rootDir: "..",
  cacheDirectory: "<rootDir>/../node_modules/.cache/jest",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/../tsconfig.json", diagnostics: false }] },
  testTimeout: 30_000,
};
