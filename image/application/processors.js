"use strict";

const fs = require("node:fs");
const os = require("node:os");

/** The two places where Linux tells a container its share of the computer: cgroup version 2 and version 1. */
const quotaFiles = ["/sys/fs/cgroup/cpu.max", "/sys/fs/cgroup/cpu/cpu.cfs_quota_us"];

/**
 * How many processors this machine has for itself. A container sees all of its computer's, but may use only a share of their time.
 *
 * @returns {number} at least 1
 */
function countProcessors() {
  const quota = quotaFiles.find((file) => fs.existsSync(file));
  return processorsWithin(quota === undefined ? "max" : fs.readFileSync(quota, "utf8"), os.cpus().length);
}

/**
 * @param {string} quota microseconds of processor time in each tenth of a second, `max` or -1 where there is no bound; version 2
 *   repeats the length of the period, which is a tenth of a second unless someone has set another
 * @param {number} present the processors that can be seen
 */
function processorsWithin(quota, present) {
  const [time, period = "100000"] = quota.trim().split(" ");
  const share = Number(time) / Number(period);
  return share > 0 ? Math.min(present, Math.ceil(share)) : present;
}

module.exports = { countProcessors, processorsWithin };
