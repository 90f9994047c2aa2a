import { Properties, UNKNOWN } from "../../../../azure/properties/value";
import { bag } from "../../../../azure/test/support/bags";
import { AzureNative } from "../../../region/provider/azure-native/azure-native";
import { Store } from "../../../region/store/store";
import { Engine, subjectOf } from "../../support/engine";
import { address, balancer, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();

describe("a preview", () => {
  it("sees what it has planned itself, and another one beside it does not", async () => {
    const provider = new AzureNative(new Store(folder.path));
    const [one, other] = [new Engine(provider), new Engine(provider)];
    await createGroup(one);
    const { id } = await one.create(types.publicIpAddress, "ip", bag(address()), true);
    expect(placesRefused(one, balancer(id))).toEqual([]);
    expect(placesRefused(other, balancer(id))).toEqual(["frontendIPConfigurations[0].publicIPAddress.id"]);
  });

  it("is shared by the providers of the same run", async () => {
    const provider = new AzureNative(new Store(folder.path));
    const engine = new Engine(provider);
    await createGroup(engine);
    const { id } = await engine.create(types.publicIpAddress, "ip", bag(address()), true);
    const beside = provider.session(engine);
    const { failures } = beside.check(subjectOf(types.loadBalancer, "lb"), bag(), bag(balancer(id)), undefined, new Uint8Array());
    expect(failures).toEqual([]);
  });

  it("changes nothing in the region", async () => {
    const engine = Engine.at(folder.path);
    const before = await createGroup(engine);
    await engine.create(types.publicIpAddress, "ip", bag(address()), true);
    await engine.update(before, bag({ resourceGroupName: "web", location: "westeurope", tags: { a: "b" } }), true);
    const [standing, ...others] = new Store(folder.path).all();
    expect(others).toEqual([]);
    expect(standing.inputs).not.toHaveProperty("tags");
  });

  it("does not know what only the creation decides", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const { outputs } = await engine.create(types.publicIpAddress, "ip", bag(address()), true);
    expect([outputs.properties.etag, outputs.properties.resourceGuid]).toEqual([UNKNOWN, UNKNOWN]);
  });

  it("gives no id as long as a name is not known", async () => {
    const engine = Engine.at(folder.path);
    const frontendIPConfigurations: Properties[] = [{ name: "front", publicIPAddress: { id: UNKNOWN } }];
    const given = bag({ ...balancer(""), resourceGroupName: UNKNOWN, frontendIPConfigurations });
    const { id, outputs } = await engine.create(types.loadBalancer, "lb", given, true);
    expect(id).toBe("");
    expect(outputs.properties.backendAddressPools).toEqual([{ name: "servers", id: UNKNOWN }]);
  });

  it("replaces under the same name, which the real run does by deleting first", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const named = await engine.create(types.publicIpAddress, "ip", bag(address({ publicIpAddressName: "ip" })));
    const next = new Engine(new AzureNative(new Store(folder.path)));
    const after = bag(address({ publicIpAddressName: "ip", publicIPAddressVersion: "IPv6" }));
    expect(next.diff(named, after).deleteBeforeReplace).toBe(true);
    expect((await next.create(types.publicIpAddress, "ip", after, true)).id).toBe(named.id);
    await expect(next.create(types.publicIpAddress, "another", after, true)).rejects.toThrow("cannot create already existing resource");
  });
});

function placesRefused(engine: Engine, loadBalancer: Properties): string[] {
  return engine.check(types.loadBalancer, "x", bag(loadBalancer), bag()).failures.map(({ property }) => property);
}
