"use strict";

const http = require("node:http");
const { control, controlPaths } = require("./controls");
const { isFromOwnPage } = require("./origin");
const { renderPage } = require("./page");

/**
 * @typedef {object} Parts
 * @property {() => Promise<import("./instance").Instance>} tellInstance
 * @property {() => import("./health").Health} tellHealth
 * @property {() => boolean} controlsAreOpen whether others than the machine itself may use the controls
 * @property {import("./controls").Controlled} controlled
 *
 * @typedef {{ status: number, type: "text/plain" | "text/html" | "application/json", text: string }} Answer
 */

const controlsClosed =
  "The controls are closed to visitors. On the machine itself they are open: curl -X POST http://127.0.0.1:3000/burn?seconds=30. " +
  "An empty file /etc/web-tier/demonstration opens them to all.";

const foreignPage =
  "The controls are for this application's own page, opened by an IP address, localhost or its name under cloudapp.azure.com, and for programs such as curl.";

/**
 * The application as a web server, not yet listening.
 *
 * @param {Parts} parts
 */
function newServer(parts) {
  const server = http.createServer((request, response) => {
    answer(request, parts).then(
      ({ status, type, text }) => {
        const body = Buffer.from(`${text}\n`);
        response.writeHead(status, {
          "Content-Type": `${type}; charset=utf-8`,
          "Content-Length": body.length,
          "Cache-Control": "no-store",
        });
        response.end(body);
      },
      (/** @type {Error} */ error) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
  // Longer than the web server in front keeps a connection, so that it is never this side that closes one under a request.
  server.keepAliveTimeout = 75_000;
  return server;
}

/**
 * @param {http.IncomingMessage} request
 * @param {Parts} parts
 * @returns {Promise<Answer>}
 */
async function answer(request, { tellInstance, tellHealth, controlsAreOpen, controlled }) {
  const base = "http://application";
  if (!URL.canParse(request.url ?? "", base)) return plain(400, "The path cannot be read.");
  const url = new URL(request.url ?? "", base);
  const isControl = controlPaths.has(url.pathname);
  const methods = isControl ? ["POST"] : ["GET", "HEAD"];
  if (!methods.includes(request.method ?? "")) {
    return plain(405, `${url.pathname} takes ${methods.join(" or ")}, not ${request.method}.`);
  }
  if (isControl) {
    // Only the web server in front adds this header.
    const isVisitor = request.headers["x-forwarded-for"] !== undefined;
    if (isVisitor && !controlsAreOpen()) return plain(403, controlsClosed);
    if (!isFromOwnPage(request.headers)) return plain(403, foreignPage);
    const { status, text } = control(url, controlled);
    return plain(status, text);
  }
  switch (url.pathname) {
    case "/healthz":
      return liveness(tellHealth());
    case "/readyz":
      return readiness(tellHealth());
    case "/instance":
      return json(200, await describe());
    case "/":
      return { status: 200, type: "text/html", text: renderPage(await describe()) };
    default:
      return plain(404, `There is nothing at ${url.pathname}.`);
  }

  /** @returns {Promise<import("./page").Description>} */
  async function describe() {
    const instance = await tellInstance();
    const health = tellHealth();
    return {
      ...instance,
      ...health,
      state: health.ready ? "ready" : health.alive ? "leaving" : "unhealthy",
      secondsUp: Math.round(process.uptime()),
      secondsToBurn: controlled.burner.secondsLeft(),
      controlsAreOpen: controlsAreOpen(),
    };
  }
}

/**
 * The health extension's binary states go by the status, and its rich states by the body: this answer serves both.
 * Source: https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-health-extension
 *
 * @param {import("./health").Health} health
 */
function liveness({ alive, reasons }) {
  return json(alive ? 200 : 503, { ApplicationHealthState: alive ? "Healthy" : "Unhealthy", reasons });
}

/** @param {import("./health").Health} health */
function readiness({ ready, reasons }) {
  return json(ready ? 200 : 503, { ready, reasons });
}

/**
 * @param {number} status
 * @param {unknown} value
 * @returns {Answer}
 */
function json(status, value) {
  return { status, type: "application/json", text: JSON.stringify(value) };
}

/**
 * @param {number} status
 * @param {string} text
 * @returns {Answer}
 */
function plain(status, text) {
  return { status, type: "text/plain", text };
}

module.exports = { newServer };
