const Module = require("node:module");

/** npm's resolver of packages, with which the SDK finds what a function needs that a program hands to a cloud. */
const resolver = "@npmcli/arborist";

/**
 * Has the resolver loaded when somebody first uses it. The SDK loads it with itself, which takes a tenth of a preview or more, and only
 * programs that hand functions to a cloud use it.
 */
exports.loadLate = () => {
  const load = Module._load;
  Module._load = (request, ...rest) => (request === resolver ? late(() => load(request, ...rest)) : load(request, ...rest));
};

function late(load) {
  return {
    // TypeScript's helpers hand on what is marked so; of anything else they would read all exports.
    __esModule: true,
    get Arborist() {
      return load().Arborist;
    },
  };
}
