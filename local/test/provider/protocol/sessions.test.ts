import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import type { Provider, Run } from "../../../region/provider/protocol/provider";
import { Sessions } from "../../../region/provider/protocol/sessions";
import { AzureNative } from "../../../region/provider/azure-native/azure-native";
import { Store } from "../../../region/store/store";
import { bag } from "../../../../azure/test/support/bags";
import type { Client } from "../../support/client";
import { subjectOf } from "../../support/engine";
import { address, balancer, types } from "../../support/programs";
import { ServedRegion } from "../../support/served-region";
import { temporaryFolder } from "../../support/temporary-folder";

const region = new ServedRegion();
const folder = temporaryFolder();
const group = subjectOf(types.resourceGroup, "web");
const ip = subjectOf(types.publicIpAddress, "ip");
const lb = subjectOf(types.loadBalancer, "lb");

/** Azure takes it, but an action group belongs to no region. */
const alarm = subjectOf(types.actionGroup, "alarm");
const inRegion = bag({ resourceGroupName: "web", groupShortName: "web", enabled: true, location: "swedencentral" });

/** Plans an address as a preview does, and gives its id. */
async function plan(client: Client): Promise<string> {
  await client.create(group, bag({ resourceGroupName: "web", location: "westeurope" }), true);
  return (await client.create(ip, bag(address({ publicIpAddressName: "ip", location: "westeurope" })), true)).id;
}

const sees = async (client: Client, id: string) => (await client.check(lb, bag(balancer(id)))).reasons.length === 0;

describe("previews that run side by side", () => {
  it("do not see each other's plans", async () => {
    const [one, other] = [region.connect(), region.connect()];
    await one.handshake("127.0.0.1:1001");
    await other.handshake("127.0.0.1:1002");
    const id = await plan(one);
    expect([await sees(one, id), await sees(other, id)]).toEqual([true, false]);
  });

  it("see the plans of their own run at each of their connections, but not its configuration", async () => {
    const [one, other] = [region.connect(), region.connect()];
    await one.handshake("127.0.0.1:1001");
    await other.handshake("127.0.0.1:1001");
    await one.configure(bag({ location: "northeurope" }));
    const id = await plan(one);
    expect(await sees(other, id)).toBe(true);
    expect((await other.check(lb, bag(balancer(id)))).inputs.properties.location).toBe("westeurope");
    expect((await one.check(lb, bag(balancer(id)))).inputs.properties.location).toBe("northeurope");
  });

  it("are told apart without a shake of hands too", async () => {
    const [one, other] = [region.connect(), region.connect()];
    const id = await plan(one);
    expect([await sees(one, id), await sees(other, id)]).toEqual([true, false]);
  });
});

describe("a session", () => {
  const provider: Provider = {
    name: "test",
    version: "1.0.0",
    session: () =>
      new AzureNative(new Store(folder.path)).session({
        warn: () => undefined,
        tell: () => undefined,
        cancelled: new AbortController().signal,
      }),
  };

  it("ends with its connection, and the run with the last one", () => {
    const runs: Run[] = [];
    const sessions = new Sessions({ ...provider, session: (run) => (runs.push(run), provider.session(run)) }, "");
    sessions.begin("a", "engine");
    sessions.begin("b", "engine");
    sessions.end("a");
    sessions.begin("c", "engine");
    sessions.end("b");
    sessions.end("c");
    sessions.begin("d", "engine");
    expect(new Set(runs.slice(0, 3)).size).toBe(1);
    expect(runs[3]).not.toBe(runs[0]);
  });

  it("takes what is told of it after its run has ended, as what makes an image goes on", () => {
    const runs: Run[] = [];
    const sessions = new Sessions({ ...provider, session: (run) => (runs.push(run), provider.session(run)) }, "");
    sessions.begin("a", "127.0.0.1:1");
    runs[0].tell("urn", "makes the image");
    sessions.end("a");
    expect(() => runs[0].tell("urn", "has made the image")).not.toThrow();
  });

  it("is cancelled with its run, at each of its connections, and ends with its engine", () => {
    const runs: Run[] = [];
    const sessions = new Sessions({ ...provider, session: (run) => (runs.push(run), provider.session(run)) }, "");
    sessions.begin("a", "engine");
    sessions.begin("b", "engine");
    sessions.begin("c", "other");
    sessions.of("d");
    const cancelled = () => runs.map((run) => run.cancelled.aborted);
    sessions.cancel("b");
    expect(cancelled()).toEqual([true, true, false, false]);
    sessions.end("c");
    sessions.cancel("d");
    expect(cancelled()).toEqual([true, true, true, true]);
  });

  it("is the same for all requests of a connection, and a new one after it", () => {
    const sessions = new Sessions(provider, "");
    const session = sessions.of("a");
    expect(sessions.of("a")).toBe(session);
    sessions.end("a");
    expect(sessions.of("a")).not.toBe(session);
  });
});

describe("a warning", () => {
  it("reaches the engine that asked, under the resource that it is about", async () => {
    const logged: LogRequest[] = [];
    const server = new grpc.Server();
    const arrived = new Promise<void>((resolve) => {
      server.addService(EngineService as unknown as grpc.ServiceDefinition, {
        log: (({ request }, callback) => {
          logged.push(request);
          callback(null, new Empty());
          resolve();
        }) as grpc.handleUnaryCall<LogRequest, Empty>,
      });
    });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
    });
    try {
      const client = region.connect();
      await client.handshake(`127.0.0.1:${port}`);
      await client.create(group, bag({ resourceGroupName: "web", location: "westeurope" }));
      await client.check(alarm, inRegion);
      await arrived;
      expect(logged.map((request) => [request.getUrn(), request.getMessage()])).toEqual([
        [alarm.urn, expect.stringMatching(/^location: given "swedencentral"/)],
      ]);
    } finally {
      server.forceShutdown();
    }
  });

  it("that the engine does not take fails nothing", async () => {
    const client = region.connect();
    await client.handshake("127.0.0.1:1");
    await client.create(group, bag({ resourceGroupName: "web", location: "westeurope" }));
    await expect(client.check(alarm, inRegion)).resolves.toMatchObject({ reasons: [] });
  });
});
