"use strict";

const fs = require("node:fs");

/**
 * Turns the instance's readiness off and on, by a file: the application answers its readiness path by it, and the web server ends
 * kept-alive connections.
 *
 * @param {string} mark the file
 * @param {boolean} ready
 */
function setReadiness(mark, ready) {
  if (ready) fs.rmSync(mark, { force: true });
  else fs.writeFileSync(mark, "");
}

module.exports = { setReadiness };
