"use strict";

const { mostSeconds } = require("./burn");

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} text
 *
 * @typedef {object} Controlled
 * @property {import("./burn").Burner} burner
 * @property {(unhealthy: boolean) => void} declareUnhealthy
 */

/** The paths by which a person tries out what the tier does, each asked for by POST. */
const controlPaths = new Set(["/burn", "/unhealthy", "/healthy"]);

/**
 * Carries out one of the controls.
 *
 * @param {URL} url a path out of controlPaths
 * @param {Controlled} controlled
 * @returns {Answer}
 */
function control(url, { burner, declareUnhealthy }) {
  if (url.pathname === "/burn") return burn(url.searchParams.get("seconds") ?? "30", burner);
  const unhealthy = url.pathname === "/unhealthy";
  declareUnhealthy(unhealthy);
  return { status: 200, text: unhealthy ? "Unhealthy, until POST /healthy." : "Healthy again." };
}

/**
 * @param {string} given
 * @param {import("./burn").Burner} burner
 * @returns {Answer}
 */
function burn(given, burner) {
  const seconds = Number(given);
  if (!/^\d+$/.test(given) || seconds < 1 || seconds > mostSeconds) {
    const text = `seconds is "${given}". Give a whole number from 1 to ${mostSeconds}, as in /burn?seconds=30.`;
    return { status: 400, text };
  }
  burner.start(seconds);
  return { status: 200, text: `Burning for ${seconds} s.` };
}

module.exports = { control, controlPaths };
