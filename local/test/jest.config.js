const processes = require("./processes");

/** Unit tests of the local region: they need neither engine nor machines. */
module.exports = require("../../test/running/suite")({
  name: "region",
  tests: ["local/test/**/*.test.ts"],
  without: [
    "local/test/engine/",
    // Those of what takes its time as a process of its own, see programs.config.js.
    ...processes,
    // Those of generated programs, which take their time, see generated/jest.config.js.
    "local/test/generated/",
    // Those of strangers' programs, see field/jest.config.js.
    "local/test/field/",
    // Those in a simulated world, see simulation/jest.config.js.
    "local/test/(scenarios|lives)/",
    // Those on real machines, see containers/jest.config.js and podman/jest.config.js.
    "local/test/containers/",
    "local/test/podman/edge/answers/real.test.ts",
    "local/test/podman/edge/(edge|own-connections|strangers).test.ts",
    "local/test/podman/machines/answers/real.test.ts",
    "local/test/podman/machines/(hostile-machine|machine|network).test.ts",
  ],
});
