/** Tests of what Azure knows and refuses; the one that reads azure-native's typings takes its time, see local/test/programs.config.js. */
module.exports = require("../../test/running/suite")({
  name: "azure",
  tests: ["azure/test/**/*.test.ts"],
  without: ["azure/test/schema/current.test.ts"],
});
