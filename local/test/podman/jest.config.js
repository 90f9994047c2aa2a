/** Machines and edges without the tier, and the image: they need Podman and the machine image, and fail without them. */
module.exports = require("../../../test/running/suite")({
  name: "machines",
  tests: [
    "local/test/containers/marketplace.test.ts",
    "local/test/image/machine/**/*.test.ts",
    "local/test/podman/edge/answers/real.test.ts",
    "local/test/podman/edge/edge.test.ts",
    "local/test/podman/edge/own-connections.test.ts",
    "local/test/podman/edge/strangers.test.ts",
    "local/test/podman/machines/answers/real.test.ts",
    "local/test/podman/machines/hostile-machine.test.ts",
    "local/test/podman/machines/machine.test.ts",
    "local/test/podman/machines/network.test.ts",
  ],
  // Some make images of Debian, which takes minutes while other tests run.
  seconds: 600,
});
