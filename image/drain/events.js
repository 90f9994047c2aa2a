"use strict";

/**
 * One entry of the scheduled events document.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/scheduled-events
 *
 * @typedef {object} ScheduledEvent
 * @property {string} EventId
 * @property {"Freeze" | "Reboot" | "Redeploy" | "Preempt" | "Terminate"} EventType
 * @property {string} ResourceType
 * @property {string[]} Resources names of the instances that it is for
 * @property {"Scheduled" | "Started"} EventStatus
 * @property {string} NotBefore such as `Mon, 19 Sep 2016 18:29:47 GMT`; empty once it has started
 *
 * @typedef {object} ScheduledEvents
 * @property {ScheduledEvent[]} Events
 */

/**
 * An event after which this instance is gone, or has lost its connections.
 *
 * @typedef {object} Departure
 * @property {string} id
 * @property {ScheduledEvent["EventType"]} type
 * @property {boolean} started whether the platform is at work already, so that no approval is due
 * @property {boolean} shared whether it is for other instances too: an approval by one counts for all of them
 * @property {number} notBefore milliseconds since 1970; Infinity where no time is given
 */

/** A freeze is not among them: it pauses the instance for some seconds, and connections survive it. */
const endingTypes = new Set(["Reboot", "Redeploy", "Preempt", "Terminate"]);

/**
 * Picks the events that end this instance's work. The document holds those of the other instances in the scale set as well.
 *
 * @param {ScheduledEvents} document
 * @param {string} instanceName
 * @returns {Departure[]}
 */
function departuresOf(document, instanceName) {
  const ownName = instanceName.toLowerCase();
  return document.Events.filter(
    ({ EventType, Resources }) => endingTypes.has(EventType) && Resources.some((name) => name.toLowerCase() === ownName),
  ).map(({ EventId, EventType, EventStatus, Resources, NotBefore }) => ({
    id: EventId,
    type: EventType,
    started: EventStatus === "Started",
    shared: Resources.length > 1,
    notBefore: NotBefore ? Date.parse(NotBefore) : Infinity,
  }));
}

module.exports = { departuresOf };
