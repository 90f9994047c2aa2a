"use strict";

const net = require("node:net");

/**
 * A browser says with every POST from which page it comes. One of another site would go through with all that the person at the browser can
 * reach, such as a tier on their own computer.
 *
 * It is not enough that the page has the name by which the application was asked: whoever has a domain can have its name lead to this
 * application from one moment to the next. So the name must be one that nobody can lead astray: an address, localhost, or one that Azure gave.
 *
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @returns {boolean} true too for what is no browser, which sends no origin
 */
function isFromOwnPage({ origin, host }) {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  return page.host === host && (net.isIP(page.hostname) !== 0 || /(^|\.)localhost$|\.cloudapp\.azure\.com$/.test(page.hostname));
}

module.exports = { isFromOwnPage };
