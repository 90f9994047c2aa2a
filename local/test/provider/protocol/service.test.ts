import * as grpc from "@grpc/grpc-js";
import { version as installed } from "@pulumi/azure-native/package.json";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { UNKNOWN } from "../../../../azure/properties/value";
import { bag } from "../../../../azure/test/support/bags";
import { listen } from "../../../region/provider/protocol/endpoint";
import type { ProviderSession } from "../../../region/provider/protocol/provider";
import { Client } from "../../support/client";
import { subjectOf } from "../../support/engine";
import { address, types } from "../../support/programs";
import { ServedRegion } from "../../support/served-region";

const region = new ServedRegion();
const group = subjectOf(types.resourceGroup, "web");
const ip = subjectOf(types.publicIpAddress, "ip");
const named = bag(address({ publicIpAddressName: "ip", location: "westeurope" }));

async function createGroup(client: Client): Promise<string> {
  return (await client.create(group, bag({ resourceGroupName: "web", location: "westeurope" }))).id;
}

describe("the provider over the wire", () => {
  it("says what it can do, and the version of azure-native that it stands in for", async () => {
    const client = region.connect();
    expect((await client.handshake("127.0.0.1:1")).getAcceptSecrets()).toBe(true);
    const configured = await client.configure(bag());
    expect([configured.getAcceptsecrets(), configured.getSupportspreview(), configured.getSupportsAutonamingConfiguration()]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await client.version()).toBe(installed);
  });

  it("takes a resource from its check to its deletion", async () => {
    const client = region.connect();
    await client.configure(bag({ location: "North Europe" }));
    await createGroup(client);
    const { inputs, reasons } = await client.check(ip, bag(address({ tags: { vault: "hush" } }), ["tags", "vault"]));
    expect(reasons).toEqual([]);
    expect(inputs.properties).toMatchObject({ location: "northeurope", publicIpAddressName: expect.stringMatching(/^ip[0-9a-f]{8}$/) });

    const { id, outputs } = await client.create(ip, inputs);
    expect(id).toBe(
      `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/web/providers/Microsoft.Network/publicIPAddresses/${String(inputs.properties.publicIpAddressName)}`,
    );
    expect(outputs).toMatchObject({ properties: { tags: { vault: "hush" } }, secrets: [["tags", "vault"]] });
    expect(await client.read(ip, id)).toEqual({ id, inputs, outputs });

    const changed = bag({ ...inputs.properties, idleTimeoutInMinutes: 10 }, ["tags", "vault"]);
    expect((await client.update(ip, id, changed)).properties).toMatchObject({ idleTimeoutInMinutes: 10 });
    await client.delete(ip, id);
    expect(await client.read(ip, id)).toEqual({ id: "", inputs: bag(), outputs: bag() });
  });

  it("answers with unknown values in a preview", async () => {
    const client = region.connect();
    await createGroup(client);
    const { outputs } = await client.create(ip, named, true);
    expect(outputs.properties).toMatchObject({ name: "ip", etag: UNKNOWN });
  });

  it("gives the changes of a resource with exact paths, and those that replace", async () => {
    const client = region.connect();
    const before = bag(address({ publicIpAddressName: "ip", tags: { "a.b": "1" }, zones: ["1"] }));
    const after = bag(address({ publicIpAddressName: "ip", tags: { "a.b": "2" }, zones: ["1", "2"], publicIPAddressVersion: "IPv6" }));
    const response = await client.diff(ip, "/x", before, after);
    const detailed = response.getDetaileddiffMap().toObject(false, (_, detail) => detail.getKind());
    const { ADD, UPDATE, ADD_REPLACE } = messages.PropertyDiff.Kind;
    expect(Object.fromEntries(detailed)).toEqual({ 'tags["a.b"]': UPDATE, "zones[1]": ADD, publicIPAddressVersion: ADD_REPLACE });
    expect(response.getChanges()).toBe(messages.DiffResponse.DiffChanges.DIFF_SOME);
    expect([response.getDiffsList(), response.getReplacesList()]).toEqual([
      ["tags", "zones", "publicIPAddressVersion"],
      ["publicIPAddressVersion"],
    ]);
    expect((await client.diff(ip, "/x", before, before)).getChanges()).toBe(messages.DiffResponse.DiffChanges.DIFF_NONE);
  });

  it("puts the property path into the reason of a failed check, where the engine prints it as it is", async () => {
    const { reasons } = await region.connect().check(group, bag({ location: 5, tags: { a: 1 } }));
    expect(reasons).toEqual(
      expect.arrayContaining([expect.stringMatching(/^location: given 5; allowed: a text/), expect.stringMatching(/^tags\.a: given 1/)]),
    );
  });

  it("keeps the message of a refusal whole, whatever is in it", async () => {
    const client = region.connect();
    await createGroup(client);
    const name = "größe-🦀-日本";
    await client.create(ip, bag(address({ publicIpAddressName: "ip", location: "westeurope" })));
    await expect(client.create(subjectOf(types.publicIpAddress, "two"), named)).rejects.toMatchObject({
      code: grpc.status.UNKNOWN,
      details: expect.stringContaining("publicIPAddresses/ip'. Import it, or give another name."),
    });
    await expect(client.invoke(`azure-native:network:${name}`, bag())).rejects.toMatchObject({ details: expect.stringContaining(name) });
    await expect(client.invoke("日🦀".repeat(100_000), bag())).rejects.toMatchObject({
      code: grpc.status.UNKNOWN,
      details: expect.stringContaining("日🦀日"),
    });
  });

  it("leaves the stack of a request that fails in the daemon's log, and the message alone in the answer", async () => {
    const client = region.connect();
    await expect(client.invoke("azure-native:network:none", bag())).rejects.toMatchObject({
      details: expect.not.stringMatching(/^ +at /m),
    });
    expect(region.log).toEqual([
      expect.stringMatching(
        / azure-native: \/pulumirpc\.ResourceProvider\/Invoke failed: .*azure-native:network:none.*\n +at .*functions/s,
      ),
    ]);
    await client.invoke("日🦀".repeat(100_000), bag()).catch(() => undefined);
    expect(region.log[1].length).toBeLessThan(10_000);
  });

  it("tells what is wrong with the region itself as it is", async () => {
    const session = {
      invoke: () => new Date(NaN).toISOString(),
    };
    const broken = { name: "broken", version: "1.0.0", session: () => session as unknown as ProviderSession };
    const endpoint = await listen(
      broken,
      "",
      () => undefined,
      () => undefined,
    );
    const client = new Client(endpoint.port);
    try {
      await expect(client.invoke("broken:index:get", bag())).rejects.toMatchObject({ details: "Invalid time value" });
    } finally {
      client.close();
      endpoint.close();
    }
  });

  it("says in the engine's own way what it does not do", async () => {
    await expect(region.connect().getSchema()).rejects.toMatchObject({
      code: grpc.status.UNIMPLEMENTED,
      details: "the local region has no schema, from which code could be written; fix: pulumi import --generate-code=false",
    });
    await expect(region.connect().cancel()).resolves.toBeUndefined();
  });

  it("reads type and name from the URN where an older engine sends nothing else", async () => {
    const old = { urn: `urn:pulumi:s::p::my:Tier$${types.resourceGroup}::shop`, type: "", name: "" };
    const { inputs } = await region.connect().check(old, bag({ location: "westeurope" }));
    expect(inputs.properties.resourceGroupName).toMatch(/^shop[0-9a-f]{8}$/);
  });
});
