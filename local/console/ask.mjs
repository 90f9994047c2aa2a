// Asks the region daemon over its control socket, and gives up on one that hangs.
import * as fs from "node:fs";
import * as http from "node:http";
import * as net from "node:net";

/** How long a daemon may say nothing at all, in milliseconds. */
const patience = 10_000;

/** How long one that lives may take for a command, in milliseconds: Podman gets two minutes for each of the few steps of one. */
const longestCommand = 10 * 60_000;

/**
 * Asks for something over the control socket.
 * @param folder The region's folder.
 * @returns The answer's text.
 * @throws Error with what the daemon refuses, or with what was waited for where it does not answer.
 */
export function askForText(folder, method, target) {
  return new Promise((resolve, reject) => {
    // A socket's path may have 107 bytes; seen from its own folder it is short.
    process.chdir(fs.existsSync(folder) ? folder : ".");
    const request = http.request({ socketPath: "control.sock", method, path: target }, (response) => {
      let body = "";
      response.on("data", (part) => (body += part));
      response.on("end", () => (response.statusCode === 200 ? resolve(body) : reject(new Error(JSON.parse(body).error))));
      response.on("error", () =>
        reject(new Error("The local region's daemon ended before it had answered; fix: make up, then the same again")),
      );
    });
    request.on("error", () => reject(new Error("The local region is not up; fix: make up")));
    request.end();
    giveUpOnSilence(request, reject, `${method} ${target}`);
  });
}

/** A command may take long, so its own silence does not count before the daemon says nothing to anybody. */
function giveUpOnSilence(request, reject, asked) {
  const daemon = readAnnouncement();
  const began = Date.now();
  const look = async () => {
    const isAlive = await responds(Number(daemon.azure_native ?? 0));
    const waited = Math.round((Date.now() - began) / 1000);
    if (isAlive && Date.now() - began < longestCommand) {
      return;
    }
    clearInterval(timer);
    reject(
      new Error(
        isAlive
          ? `The local region has not answered ${asked} for ${waited} s; fix: make tasks shows what hinders it, then the same again`
          : `The local region's daemon (process ${daemon.pid}) does not answer: waited ${waited} s for ${asked}; ` +
              "fix: make up, which has another one take its place, or make down. Machines and load balancers serve on",
      ),
    );
    request.destroy();
  };
  const timer = setInterval(look, patience / 2);
  request.once("close", () => clearInterval(timer));
}

/** The daemon's process number and ports; none where it announced nothing. */
function readAnnouncement() {
  const text = fs.existsSync("daemon") ? fs.readFileSync("daemon", "utf8") : "";
  return Object.fromEntries(text.split("\n").map((line) => line.split("=")));
}

/** Whether a provider's port says something: a server of HTTP/2 begins by sending its settings. */
function responds(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: "127.0.0.1", timeout: patience / 2 });
    // A look that has begun must not keep the command from ending with what the one before has found.
    socket.unref();
    const end = (said) => {
      socket.destroy();
      resolve(said);
    };
    socket
      .once("data", () => end(true))
      .once("error", () => end(false))
      .once("timeout", () => end(false))
      .once("close", () => end(false));
  });
}
