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
  return connects({ host, port: Number(port) });
}

function connects(to: net.NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect({ ...to, timeout: 3000 }, () => resolve(connection.destroy().destroyed));
    connection.on("timeout", () => connection.destroy(new Error("no answer"))).on("error", () => resolve(false));
  });
}

async function openFile(place: string): Promise<boolean> {
  try {
    fs.closeSync(fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK));
    return true;
  } catch (error) {
    // What a socket answers to one who tries to read it as a file and might connect to it.
    return (error as NodeJS.ErrnoException).code === "ENXIO" && connects({ path: place });
  }
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
