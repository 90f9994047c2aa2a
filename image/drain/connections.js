"use strict";

const fs = require("node:fs");

/** How the kernel writes the state of a connection that both ends hold open. */
const established = "01";

/**
 * Counts the open connections to a port, as the kernel lists them. The load balancer's own probes are among them, for an instant each.
 *
 * @param {number} port
 */
function countConnections(port) {
  return connectionsIn(fs.readFileSync("/proc/net/tcp", "utf8"), port);
}

/**
 * @param {string} table the text of /proc/net/tcp. Source: https://docs.kernel.org/networking/proc_net_tcp.html
 * @param {number} port the local port
 */
function connectionsIn(table, port) {
  const localPort = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return table.split("\n").filter((line) => {
    const [, local, , state] = line.trim().split(/\s+/);
    return local?.endsWith(localPort) && state === established;
  }).length;
}

module.exports = { connectionsIn, countConnections };
