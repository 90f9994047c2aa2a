/** Tests on real machines and a real load balancer: they need Podman and the machine image, and fail without them. */
module.exports = {
  displayName: "machines",
  rootDir: "../..",
  cacheDirectory: "<rootDir>/../node_modules/.cache/jest",
  testMatch: [
    "<rootDir>/test/containers/**/*.test.ts",
    "<rootDir>/test/podman/edge/edge.test.ts",
    "<rootDir>/test/image/machine/**/*.test.ts",
    "<rootDir>/test/podman/machines/machine.test.ts",
    "<rootDir>/test/podman/machines/network.test.ts",
  ],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }] },
  testEnvironmentOptions: { globalsCleanup: "off" },
  testTimeout: 180_000,
};
