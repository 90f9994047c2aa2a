/** The region in a simulated world, in stories and in lives from seeds: they need neither engine nor machines, but minutes. */
module.exports = require("../../../test/running/suite")({
  name: "simulation",
  tests: ["local/test/scenarios/*.test.ts", "local/test/lives/*.test.ts"],
  seconds: 120,
});
