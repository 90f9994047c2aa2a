"use strict";

const fs = require("node:fs");
const path = require("node:path");

const template = fs.readFileSync(path.join(__dirname, "page.html"), "utf8");

/**
 * @typedef {object} More
 * @property {"ready" | "leaving" | "unhealthy"} state
 * @property {number} secondsUp how long the application has been running
 * @property {number} secondsToBurn how long the processors will still be kept busy; 0 when they are not
 * @property {boolean} controlsAreOpen whether visitors may use the controls
 *
 * @typedef {import("./instance").Instance & import("./health").Health & More} Description
 */

/**
 * The page that tells which instance answered. Without a script it shows this one answer; its script asks on and shows all that answer.
 *
 * @param {Description} description
 * @returns {string} HTML
 */
function renderPage(description) {
  const values = {
    ...description,
    zone: description.zone || "none",
    vmSize: description.vmSize || "unknown",
    imageVersion: description.imageVersion || "unknown",
    reasons: description.reasons.join(", "),
    controls: description.controlsAreOpen ? "" : "hidden",
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_whole, key) => escape(String(values[/** @type {keyof typeof values} */ (key)])));
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

module.exports = { renderPage };
