const processes = require("./processes");

/** Tests that take their time though they need neither engine nor machines: those of processes, and the one that reads all typings. */
module.exports = require("../../test/running/suite")({
  name: "programs",
  tests: ["azure/test/schema/current.test.ts", ...processes.map((place) => (place.endsWith("/") ? `${place}**/*.test.ts` : place))],
  // That one has machines.
  without: ["local/test/image/machine/"],
  seconds: 180,
});
