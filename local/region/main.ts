import * as fs from "node:fs";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { AzureNative } from "./deployment/azure-native";
import { serve } from "./protocol/service";
import { Random } from "./random/random";
import { Store } from "./store/store";

/** Programs with large user data send large messages; Pulumi's own providers take as much (pulumi/pulumi, rpcutil). */
const largestMessage = 400 * 1024 * 1024;

const loopback = "127.0.0.1:0";

/**
 * The region daemon. It serves its providers on loopback ports that the system chooses, and once it can answer it writes them, with
 * its process number, into the file that the launchers wait for.
 */
async function main(folder: string): Promise<void> {
  const store = new Store(folder);
  const lines = [`pid=${process.pid}`];
  for (const provider of [new AzureNative(store), new Random()]) {
    const server = new grpc.Server({ "grpc.max_receive_message_length": largestMessage, "grpc.max_send_message_length": largestMessage });
    serve(server, provider);
    const port = await listen(server);
    lines.push(`${provider.name.replace(/-/g, "_")}=${port}`);
  }
  const announced = path.join(folder, "daemon");
  fs.writeFileSync(`${announced}.new`, `${lines.join("\n")}\n`, { mode: 0o600 });
  fs.renameSync(`${announced}.new`, announced);
  console.log(`${new Date().toISOString()} region ready, ${store.all().length} resources`);
}

function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(loopback, grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port)));
  });
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  // Every answered request is on the disk already.
  process.on(signal, () => process.exit(0));
}

main(process.argv[2]).catch((error: Error) => {
  console.error(`the local region cannot start: ${error.message}`);
  process.exit(1);
});
