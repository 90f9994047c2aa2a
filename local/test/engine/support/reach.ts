// Prints which of the files and sockets somebody can open.
//
// usage: reach.ts USER PATHS, as JSON
import * as fs from "node:fs";
import * as net from "node:net";

function open(place: string): Promise<boolean> {
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
