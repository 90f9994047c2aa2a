// Runs programs for engines, one at a time, as Pulumi's Automation API runs inline programs: loading the SDK takes longer than most programs
// do, and here it is loaded once. It listens at the address that it is given, says so to the process that has begun it, and ends with that.
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { runtime } from "@pulumi/pulumi";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { GetRequiredPluginsResponse, type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";

const [address] = process.argv.slice(2);

/** @returns Why the program failed; nothing where it did not. */
async function run(request: RunRequest): Promise<string> {
  const { project, stack, organization, parallel, dryrun, pwd, program, ...others } = request.toObject();
  runtime.resetOptions(project, stack, parallel, others.argsList[0], others.monitorAddress, dryrun, organization);
  runtime.setAllConfig(Object.fromEntries(others.configMap), others.configsecretkeysList);
  // What becomes of a resource that is refused is in no promise that anybody waits for. What a program before this one left behind may come
  // to its end until here, and concerns nobody.
  process.removeAllListeners("unhandledRejection");
  const refused = new Promise<string>((resolve) => process.on("unhandledRejection", (error) => resolve(String(error))));
  const ran = runtime.runInPulumiStack(() => begin(path.resolve(pwd, program))).then(() => runtime.disconnect(true));
  return Promise.race([ran.then(() => "", String), refused]);
}

/** Begins a program anew; packages stay as they are loaded. @returns What it exports. */
async function begin(program: string): Promise<unknown> {
  const files = Object.keys(require.cache).filter((file) => !file.includes("/node_modules/"));
  files.forEach((file) => delete require.cache[file]);
  return import(program);
}

const server = new grpc.Server();
server.addService(LanguageRuntimeService, {
  getPluginInfo: (_: unknown, answer: grpc.sendUnaryData<PluginInfo>) => answer(null, new PluginInfo()),
  getRequiredPlugins: (_: unknown, answer: grpc.sendUnaryData<GetRequiredPluginsResponse>) =>
    answer(null, new GetRequiredPluginsResponse()),
  run: ({ request }: { request: RunRequest }, answer: grpc.sendUnaryData<RunResponse>) =>
    void run(request).then((error) => answer(null, new RunResponse().setError(error))),
});
server.bindAsync(address, grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) {
    throw error;
  }
  process.send?.("listening");
});
process.on("disconnect", () => process.exit());
