"use strict";

/** Microsoft advises asking for scheduled events once a second: the shortest notice is 30 seconds. */
const pollMilliseconds = 1000;
const mostMilliseconds = 10_000;

/**
 * How long to wait before the metadata service is asked again.
 *
 * @param {number} failures how many times in a row it has not answered
 * @returns {number} milliseconds: a second, doubled with each failure up to ten
 */
function pauseAfter(failures) {
  return Math.min(pollMilliseconds * 2 ** failures, mostMilliseconds);
}

module.exports = { pauseAfter };
