/** Programs that are made at random, good and bad: they need neither engine nor machines, but minutes. */
module.exports = {
  ...require("../../../test/running/suite")({ name: "generated", tests: ["local/test/generated/**/*.test.ts"], seconds: 300 }),
  setupFiles: ["<rootDir>/local/test/generated/chance.ts"],
};
