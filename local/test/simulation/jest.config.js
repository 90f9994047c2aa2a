/** Stories of the region in a simulated world, and that a life in it is the same each time: they need neither engine nor machines, but a minute. */
module.exports = require("../../../test/running/suite")({
  name: "simulation",
  tests: ["local/test/scenarios/*.test.ts", "local/test/lives/*.test.ts"],
  seconds: 120,
});
