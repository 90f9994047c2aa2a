/** Programs of strangers: they need neither engine nor machines, but one process, as azure-native takes its time to load. */
module.exports = require("../../../test/running/suite")({ name: "field", tests: ["local/test/field/*.test.ts"] });
