// Runs the declared program as often as engines ask for it, one at a time, as the inline programs of Pulumi's Automation API are run: loading the
// SDK takes longer than all that such a program does. It listens at the address that it is given, says so to the process that has begun it,
// and ends with that.
import * as grpc from "@grpc/grpc-js";
import { runtime } from "@pulumi/pulumi";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { GetRequiredPluginsResponse, type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { registerDeclared } from "./program";

const [address] = process.argv.slice(2);

/** @returns Why the program failed; nothing where it did not. */
async function run(request: RunRequest): Promise<string> {
  const [engine] = request.getArgsList();
  const stack = [request.getProject(), request.getStack()] as const;
  runtime.resetOptions(
    ...stack,
    request.getParallel(),
    engine,
    request.getMonitorAddress(),
    request.getDryrun(),
    request.getOrganization(),
  );
  runtime.setAllConfig(Object.fromEntries(request.getConfigMap().toObject()), request.getConfigsecretkeysList());
  // What becomes of a resource that is refused is in no promise that anybody waits for.
  const refused = new Promise<string>((resolve) => process.on("unhandledRejection", (error) => resolve(String(error))));
  const ran = runtime.runInPulumiStack(async () => registerDeclared()).then(() => runtime.disconnect(true));
  const failure = await Promise.race([ran.then(() => "", String), refused]);
  process.removeAllListeners("unhandledRejection");
  return failure;
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
