/** Tests of scripts and programs that run as processes of their own, of what reads all typings, of long simulations, and of thousands of answers: they need neither engine nor machines, but time. */
module.exports = require("../../test/running/suite")({
  name: "programs",
  tests: [
    "azure/test/schema/current.test.ts",
    "local/test/engine-install.test.ts",
    "local/test/requirements.test.ts",
    "local/test/image/*.test.ts",
    "local/test/simulate/*.test.ts",
    "local/test/daemon/*.test.ts",
    "local/test/podman/machines/guest-answers.test.ts",
  ],
  seconds: 60,
});
