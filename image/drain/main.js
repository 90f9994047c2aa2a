"use strict";

// The drain service: watches Azure's scheduled events, takes the instance out of traffic before one of them ends its work, and approves
// the event when nobody is connected any more. On a machine without a metadata service it waits quietly for one.
// Settings, from the environment: SETTLE_SECONDS, how long the load balancer may take to notice that the instance is not ready (default
// 15: two probes 5 seconds apart, and some more); and for tests PORT, the web server's (default 80), and ROOT_FOLDER, the folder that
// stands for / (default /).

const path = require("node:path");
const { setTimeout: pause } = require("node:timers/promises");
const { askInstanceMetadata } = require("../instance-metadata/client");
const { countConnections } = require("./connections");
const { decide, nothingDone } = require("./decision");
const { departuresOf } = require("./events");
const { pauseAfter } = require("./patience");
const { setReadiness } = require("./readiness");

const settleMilliseconds = Number(process.env.SETTLE_SECONDS || 15) * 1000;
const port = Number(process.env.PORT || 80);
const mark = path.join(process.env.ROOT_FOLDER || "/", "run/drain/draining");

const namePath = "/metadata/instance/compute/name?api-version=2021-08-01&format=text";
const eventsPath = "/metadata/scheduledevents?api-version=2020-07-01";
/** The first question switches scheduled events on, and its answer can take two minutes. */
const firstTimeoutInSeconds = 150;
const timeoutInSeconds = 5;

let progress = nothingDone;

/**
 * Looks at the events once and does what is due.
 *
 * @param {string} instanceName
 * @param {number} patienceInSeconds
 */
async function look(instanceName, patienceInSeconds) {
  const document = JSON.parse(await askInstanceMetadata(eventsPath, { timeoutInSeconds: patienceInSeconds }));
  const departures = departuresOf(document, instanceName);
  const openConnections = countConnections(port);
  const { ready, drainingSince, approve, because } = decide(progress, { now: Date.now(), departures, openConnections }, settleMilliseconds);

  setReadiness(mark, ready);
  if (ready !== (progress.drainingSince === undefined)) {
    const types = departures.map(({ type }) => type).join(", ");
    console.log(ready ? "No event is left: ready again." : `${types} announced: not ready any more. Open connections: ${openConnections}.`);
  }
  progress = { drainingSince, approved: ready ? [] : progress.approved };

  if (approve.length > 0) {
    const body = { StartRequests: approve.map((EventId) => ({ EventId })) };
    await askInstanceMetadata(eventsPath, { timeoutInSeconds, body });
    progress = { drainingSince, approved: [...progress.approved, ...approve] };
    console.log(`Approved, because ${because}. Open connections: ${openConnections}.`);
  }
}

async function watch() {
  let instanceName = "";
  let watching = false;
  let failures = 0;
  for (;;) {
    try {
      instanceName ||= (await askInstanceMetadata(namePath, { timeoutInSeconds })).trim();
      await look(instanceName, watching ? timeoutInSeconds : firstTimeoutInSeconds);
      if (!watching) console.log(`Watching the scheduled events of ${instanceName}.`);
      watching = true;
      failures = 0;
    } catch (error) {
      if (failures === 0) console.log(`No scheduled events for now: ${error instanceof Error ? error.message : error}`);
      watching = false;
      failures++;
    }
    await pause(pauseAfter(failures));
  }
}

watch();
