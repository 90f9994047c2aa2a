"use strict";

const { Worker } = require("node:worker_threads");
const { countProcessors } = require("./processors");

/** The longest time that one request may burn, in seconds. */
const mostSeconds = 3600;

/**
 * What each thread runs: empty rounds at the lowest priority, which on Linux is the thread's own, so that requests go first.
 */
const work = `
  const { workerData: until } = require("node:worker_threads");
  require("node:os").setPriority(0, 19);
  while (Date.now() < until);
`;

/**
 * @typedef {object} Burner
 * @property {(seconds: number) => void} start takes the place of what burns already
 * @property {() => number} secondsLeft 0 while nothing burns
 * @property {() => void} stop
 */

/**
 * Uses up all the processor time that the machine has, for a bounded time, so that autoscale sees a load.
 *
 * @returns {Burner}
 */
function newBurner() {
  /** @type {Worker[]} */
  let threads = [];
  let until = -Infinity;

  function stop() {
    for (const thread of threads) void thread.terminate();
    threads = [];
    until = -Infinity;
  }

  return {
    start(seconds) {
      stop();
      until = Date.now() + seconds * 1000;
      const options = { eval: true, workerData: until };
      threads = Array.from({ length: countProcessors() }, () => new Worker(work, options).on("error", console.error));
    },
    secondsLeft: () => Math.max(0, Math.ceil((until - Date.now()) / 1000)),
    stop,
  };
}

module.exports = { newBurner, mostSeconds };
