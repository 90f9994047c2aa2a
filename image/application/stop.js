"use strict";

/**
 * Ends a web server without cutting anyone off: no new connections, open requests are finished, and each connection is closed after the
 * request that it carries.
 *
 * @param {import("node:http").Server} server
 * @param {number} mostSeconds after which what is still open is cut off
 * @returns {Promise<void>} resolved when no connection is open
 */
function stopCleanly(server, mostSeconds) {
  return new Promise((resolve) => {
    // Kept-alive connections would outlast the requests that they carried.
    const letGo = setInterval(() => server.closeIdleConnections(), 100);
    const cutOff = setTimeout(() => server.closeAllConnections(), mostSeconds * 1000);
    server.close(() => {
      clearInterval(letGo);
      clearTimeout(cutOff);
      resolve();
    });
  });
}

module.exports = { stopCleanly };
