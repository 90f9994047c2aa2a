/** Deployments by the real Pulumi engine, which `make test` puts on the PATH. */
module.exports = require("../../../test/running/suite")({ name: "engine", tests: ["local/test/engine/**/*.test.ts"], seconds: 120 });
