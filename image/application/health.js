"use strict";

/**
 * What is known of an instance that has a bearing on its health.
 *
 * @typedef {object} Condition
 * @property {"running" | "done" | "failed"} boot how far cloud-init has come, and with it the user data
 * @property {boolean} declaredUnhealthy whether a person has said that the instance is to count as unhealthy
 * @property {boolean} draining whether the drain service waits for the instance's connections to end
 * @property {boolean} stopping whether the application has been told to stop
 *
 * @typedef {object} Health
 * @property {boolean} alive the liveness path's answer; an instance that is not alive for long is replaced
 * @property {boolean} ready the readiness path's answer; an instance that is not ready gets no new connections
 * @property {string[]} reasons why it is not alive or not ready
 */

/**
 * An instance whose user data has failed, or is not through, is not alive: this is what holds up a rolling upgrade to user data that
 * does not work. One that is about to leave is alive, but not ready.
 *
 * @param {Condition} condition
 * @returns {Health}
 */
function judgeHealth({ boot, declaredUnhealthy, draining, stopping }) {
  const broken = [
    boot === "running" && "cloud-init is still at work",
    boot === "failed" && "the user data failed: see /var/log/cloud-init-output.log",
    declaredUnhealthy && "declared unhealthy",
  ].filter(isText);
  const leaving = [draining && "draining", stopping && "stopping"].filter(isText);
  return { alive: broken.length === 0, ready: broken.length + leaving.length === 0, reasons: [...broken, ...leaving] };
}

/**
 * @param {string | false} value
 * @returns {value is string}
 */
function isText(value) {
  return value !== false;
}

module.exports = { judgeHealth };
