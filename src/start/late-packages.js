const Module = require("node:module");

/**
 * What the SDK loads with itself though only programs use it that hand functions to a cloud: npm's resolver of packages, with which the SDK
 * finds what such a function needs. To load it takes a tenth of a preview or more, so it waits until somebody asks for it.
 */
const exportsOfLate = { "@npmcli/arborist": ["Arborist"] };

/** Has these packages loaded when one of their exports is first read. */
exports.loadLate = () => {
  const load = Module._load;
  if (load.isLate) {
    return;
  }
  const loadWhenRead = (request, ...rest) => {
    const names = exportsOfLate[request];
    if (!names) {
      return load(request, ...rest);
    }
    const getters = names.map((name) => [name, { get: () => load(request, ...rest)[name] }]);
    // TypeScript's helpers hand on what is marked so; of anything else they would read all exports.
    return Object.defineProperties({ __esModule: true }, Object.fromEntries(getters));
  };
  Module._load = Object.assign(loadWhenRead, { isLate: true });
};
