// Leads an engine that is in a network of its own to the region daemon, which is not: passes on what comes to a loopback port, whose number it
// prints, to a socket in the region's folder, and what the daemon has to say to the engine from another one. Ends when standard input does, whose
// other end the engine holds.
//
// usage: relay.mjs FOLDER SOCKET [ENGINE]
import * as fs from "node:fs";
import * as net from "node:net";
import { pipeline } from "node:stream";

const [folder, socket, engine = ""] = process.argv.slice(2);
const loopback = "127.0.0.1";
// A socket's path may have 107 bytes; seen from its own folder it is short.
process.chdir(folder);
process.umask(0o077);

const toDaemon = relay(() => net.connect(socket));
toDaemon.listen(0, loopback, () => console.log(toDaemon.address().port));

const enginePort = /\d+$/.exec(engine)?.[0];
if (enginePort !== undefined) {
  // By this name the daemon looks for it, and removes it. All plugins of an engine lead to the same place, so that the last may have it.
  const way = `engine-${enginePort}.sock`;
  fs.rmSync(way, { force: true });
  relay(() => net.connect({ port: Number(enginePort), host: loopback, noDelay: true })).listen(way);
}

process.stdin.on("end", () => process.exit()).resume();

/** Whatever ends one side, ends the other: each is told as if it had been connected to the other itself. */
function relay(connect) {
  return net.createServer({ noDelay: true }, (one) => {
    pipeline(one, connect(), one, () => undefined);
  });
}
