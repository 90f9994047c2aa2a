/** The tier's tests. */
module.exports = require("./running/suite")({ name: "tier", tests: ["test/**/*.test.ts"], isOfTier: true });
