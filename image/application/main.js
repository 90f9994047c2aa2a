"use strict";

// The demo application: a page that shows which instance answers, both health paths, and controls for trying out what the tier does.
// Settings, from the environment: PORT (default 3000), and for tests ROOT_FOLDER, the folder that stands for / (default /).

const fs = require("node:fs");
const path = require("node:path");
const { stateOfBoot } = require("./boot");
const { newBurner } = require("./burn");
const { judgeHealth } = require("./health");
const { instanceTeller } = require("./instance");
const { newServer } = require("./server");
const { stopCleanly } = require("./stop");

const port = Number(process.env.PORT || 3000);
const root = process.env.ROOT_FOLDER || "/";
const secondsToStop = 20;

const burner = newBurner();
let declaredUnhealthy = false;
let stopping = false;

const server = newServer({
  tellInstance: instanceTeller(path.join(root, "etc/os-release")),
  tellHealth: () =>
    judgeHealth({
      boot: stateOfBoot(path.join(root, "run/cloud-init")),
      declaredUnhealthy,
      draining: fs.existsSync(path.join(root, "run/drain/draining")),
      stopping,
    }),
  controlsAreOpen: () => fs.existsSync(path.join(root, "etc/web-tier/demonstration")),
  controlled: { burner, declareUnhealthy: (unhealthy) => (declaredUnhealthy = unhealthy) },
});

// The web server in front is on the same machine; nobody else reaches the application.
server.listen(port, "127.0.0.1", () => console.log(`Listening on port ${portOf(server.address())}.`));

process.once("SIGTERM", async () => {
  stopping = true;
  burner.stop();
  await stopCleanly(server, secondsToStop);
  process.exit(0);
});

/** @param {ReturnType<typeof server.address>} address where port is 0, the system has chosen one */
function portOf(address) {
  return address !== null && typeof address === "object" ? address.port : port;
}
