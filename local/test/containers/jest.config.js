/** The tier on real machines and a real load balancer: they need Podman and the machine image, and fail without them. */
module.exports = require("../../../test/running/suite")({
  name: "containers",
  tests: ["local/test/containers/**/*.test.ts"],
  without: [
    // It measures processors, so nothing runs beside it, see autoscale.config.js.
    "local/test/containers/autoscale.test.ts",
    // It has no tier, so it need not wait for those that have one, see podman/jest.config.js.
    "local/test/containers/marketplace.test.ts",
  ],
  // Some make images of Debian, which takes minutes while other tests run.
  seconds: 600,
});
