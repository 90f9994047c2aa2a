"use strict";

const fs = require("node:fs");
const path = require("node:path");

/**
 * How far cloud-init has come with this boot. A script in the user data that fails makes it "failed"; trouble in cloud-init's other
 * modules does not, since the instance serves all the same.
 *
 * @param {string} folder where cloud-init keeps its state of this boot, /run/cloud-init
 * @returns {"running" | "done" | "failed"} "done" as well where cloud-init is off
 */
function stateOfBoot(folder) {
  if (!fs.existsSync(path.join(folder, "enabled"))) return "done";
  const result = path.join(folder, "result.json");
  if (!fs.existsSync(result)) return "running";
  return userDataFailed(fs.readFileSync(result, "utf8")) ? "failed" : "done";
}

/**
 * @param {string} result cloud-init's result.json; each of its errors begins with the name of the module
 */
function userDataFailed(result) {
  /** @type {string[]} */
  const errors = JSON.parse(result).v1.errors;
  return errors.some((error) => /scripts[-_]user/.test(error));
}

module.exports = { stateOfBoot };
