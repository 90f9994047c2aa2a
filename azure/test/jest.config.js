/** Tests of what Azure knows and refuses. */
module.exports = require("../../test/running/suite")({ name: "azure", tests: ["azure/test/**/*.test.ts"] });
