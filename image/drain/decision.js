"use strict";

/**
 * The longest time for which connections are waited for. Azure gives 5 to 15 minutes before it deletes an instance, but may announce a
 * redeployment days ahead; an instance that waited so long for a connection that never ends would serve nobody.
 */
const mostMilliseconds = 15 * 60_000;

/**
 * @typedef {object} Progress
 * @property {number | undefined} drainingSince milliseconds since 1970; undefined while the instance wants traffic
 * @property {readonly string[]} approved ids of the events that need no further approval
 *
 * @typedef {object} Observation
 * @property {number} now milliseconds since 1970
 * @property {import("./events").Departure[]} departures
 * @property {number} openConnections
 *
 * @typedef {object} Decision
 * @property {boolean} ready
 * @property {number | undefined} drainingSince
 * @property {string[]} approve ids of the events to approve now
 * @property {"connections ended" | "time is up" | undefined} because why they are approved
 */

/** @type {Progress} */
const nothingDone = { drainingSince: undefined, approved: [] };

/**
 * Decides what to do about the events that end this instance's work.
 *
 * Readiness goes off at once. For a while the load balancer sends new connections still, so that none being open means nothing yet; after
 * that, an event is approved as soon as none is. An event for several instances is not approved before the time is up, since the others
 * may have connections. Time is up at the event's NotBefore, when the platform goes on by itself, and after 15 minutes at the latest.
 *
 * @param {Progress} progress
 * @param {Observation} observation
 * @param {number} settleMilliseconds how long the load balancer takes to notice that the instance is not ready
 * @returns {Decision}
 */
function decide({ drainingSince, approved }, { now, departures, openConnections }, settleMilliseconds) {
  if (departures.length === 0) return { ready: true, drainingSince: undefined, approve: [], because: undefined };
  const since = drainingSince ?? now;
  const ended = openConnections === 0 && now >= since + settleMilliseconds;
  const due = departures.filter(({ id, started, shared, notBefore }) => {
    const timeIsUp = now >= Math.min(notBefore, since + mostMilliseconds);
    return !started && !approved.includes(id) && (timeIsUp || (ended && !shared));
  });
  return {
    ready: false,
    drainingSince: since,
    approve: due.map(({ id }) => id),
    because: due.length === 0 ? undefined : ended ? "connections ended" : "time is up",
  };
}

module.exports = { decide, nothingDone };
