// Leads an engine that is in a network of its own to the region daemon, which is not: passes on what comes to a loopback port, whose number it
// prints, to a socket in the region's folder. Ends when standard input does, whose other end the engine holds.
//
// usage: relay.mjs FOLDER SOCKET
import * as net from "node:net";
import { pipeline } from "node:stream";

const [folder, socket] = process.argv.slice(2);
// A socket's path may have 107 bytes; seen from its own folder it is short.
process.chdir(folder);

const listener = net.createServer({ noDelay: true }, (engine) => {
  const daemon = net.connect(socket);
  // Whatever ends one of the two, ends the other: the engine is told as if it had been connected to the daemon itself.
  pipeline(engine, daemon, engine, () => undefined);
});
listener.listen(0, "127.0.0.1", () => console.log(listener.address().port));
process.stdin.on("end", () => process.exit()).resume();
