// Prints which of the files, sockets and ports somebody can open.
//
// usage: reach.ts USER PLACES, as JSON: paths, and ports such as 127.0.0.1:80
import * as fs from "node:fs";
import * as net from "node:net";

function open(place: string): Promise<boolean> {
  return place.startsWith("/") ? openFile(place) : openPort(place);
}

function openPort(place: string): Promise<boolean> {
  const [host, port] = place.split(":");
  return new Promise((resolve) => {
    const connection = net.connect({ host, port: Number(port), timeout: 3000 }, () => resolve(connection.destroy().destroyed));
    connection.on("timeout", () => connection.destroy(new Error("no answer"))).on("error", () => resolve(false));
  });
}

function openFile(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      fs.closeSync(fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK));
      resolve(true);
    } catch (error) {
      // What a socket answers to one who tries to read it as a file and might connect to it.
      if ((error as NodeJS.ErrnoException).code !== "ENXIO") {
        resolve(false);
        return;
      }
      const connection = net.connect(place, () => resolve(connection.destroy().destroyed));
      connection.on("error", () => resolve(false));
    }
  });
}

async function main(): Promise<void> {
  const places = JSON.parse(process.argv[3]) as string[];
  const reached = [];
  for (const place of places) {
    if (await open(place)) {
      reached.push(place);
    }
  }
  console.log(JSON.stringify(reached));
}

void main();
