/** The tier, and programs of others, on real machines and a real load balancer: they need Podman and the machine image, and fail without them. */
module.exports = require("../../../test/running/suite")({
  name: "containers",
  tests: ["local/test/containers/**/*.test.ts"],
  // It measures processors, so nothing runs beside it, see autoscale.config.js.
  without: ["local/test/containers/autoscale.test.ts"],
  seconds: 180,
});
