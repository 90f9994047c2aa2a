/** Lives of a simulated region, each from a seed: they need neither engine nor machines, but a minute. */
module.exports = require("../../../test/running/suite")({ name: "lives", tests: ["local/test/lives/*.test.ts"], seconds: 60 });
