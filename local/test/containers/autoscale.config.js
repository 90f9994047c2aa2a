/** Autoscale on real machines: what it decides goes by how busy the processors are. */
module.exports = require("../../../test/running/suite")({
  name: "autoscale",
  tests: ["local/test/containers/autoscale.test.ts"],
  seconds: 180,
});
