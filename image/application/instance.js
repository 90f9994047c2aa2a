"use strict";

const fs = require("node:fs");
const os = require("node:os");
const { askInstanceMetadata } = require("../instance-metadata/client");

const secondsToKeep = 10;
const computePath = "/metadata/instance/compute?api-version=2021-08-01";

/**
 * What the instance is, in the words of Azure's instance metadata. What is not known is empty.
 *
 * @typedef {object} Instance
 * @property {string} name the instance's name in the scale set, such as `web_0`; without metadata, the host name
 * @property {string} hostName
 * @property {string} zone
 * @property {string} location
 * @property {string} vmSize
 * @property {string} imageVersion
 */

/**
 * Tells what this instance is. The answer is kept for some seconds, since the service allows five questions a second.
 *
 * @param {string} osRelease the file /etc/os-release, which names the version of the machine image
 * @returns {() => Promise<Instance>}
 */
function instanceTeller(osRelease) {
  const imageVersion = readImageVersion(osRelease);
  /** @type {Promise<Instance>} */
  let answer;
  let askAgainAt = -Infinity;
  return () => {
    if (performance.now() >= askAgainAt) {
      askAgainAt = performance.now() + secondsToKeep * 1000;
      answer = readCompute().then(({ name = "", zone = "", location = "", vmSize = "" }) => ({
        name: name || os.hostname(),
        hostName: os.hostname(),
        zone,
        location,
        vmSize,
        imageVersion,
      }));
    }
    return answer;
  };
}

/** @returns {Promise<Record<string, string | undefined>>} empty where there is no metadata, as on a developer's own computer */
async function readCompute() {
  try {
    return JSON.parse(await askInstanceMetadata(computePath, { timeoutInSeconds: 2 }));
  } catch {
    return {};
  }
}

/** @param {string} osRelease */
function readImageVersion(osRelease) {
  if (!fs.existsSync(osRelease)) return "";
  return /^IMAGE_VERSION="?([^"\n]*)/m.exec(fs.readFileSync(osRelease, "utf8"))?.[1] ?? "";
}

module.exports = { instanceTeller };
