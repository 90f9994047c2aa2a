import { Properties, UNKNOWN } from "../../../../azure/properties/value";
import { bag } from "../../../../azure/test/support/bags";
import { Engine } from "../../support/engine";
import { address, balancer, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();
const getAddress = "azure-native:network:getPublicIPAddress";

describe("a function of azure-native", () => {
  it("reads a resource with its id and outputs", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const { id, outputs } = await engine.create(types.publicIpAddress, "ip", bag(address({ publicIpAddressName: "ip" })));
    const { properties } = engine.session.invoke(getAddress, bag({ resourceGroupName: "web", publicIpAddressName: "ip" }));
    expect(properties).toEqual({ ...outputs.properties, id });
  });

  it("keeps secret what was given as a secret", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    await engine.create(
      types.publicIpAddress,
      "ip",
      bag(address({ publicIpAddressName: "ip", tags: { vault: "hush" } }), ["tags", "vault"]),
    );
    expect(engine.session.invoke(getAddress, bag({ resourceGroupName: "web", publicIpAddressName: "ip" })).secrets).toEqual([
      ["tags", "vault"],
    ]);
  });

  it("answers in a preview for what the preview plans, with what is known of it", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const { id } = await engine.create(types.publicIpAddress, "ip", bag(address({ publicIpAddressName: "ip" })), true);
    const { properties } = engine.session.invoke(getAddress, bag({ resourceGroupName: "web", publicIpAddressName: "ip" }));
    expect(properties).toMatchObject({ id, ipAddress: "127.0.0.1" });
    expect(Object.values(properties)).not.toContain(UNKNOWN);
  });

  it("says what is not there", () => {
    const engine = Engine.at(folder.path);
    expect(() => engine.session.invoke(getAddress, bag({ resourceGroupName: "web", publicIpAddressName: "ip" }))).toThrow(
      'Code="ResourceNotFound"',
    );
  });

  it.each<[Properties, string]>([
    [{ resourceGroupName: "web" }, "publicIpAddressName"],
    [{ publicIpAddressName: "ip" }, "resourceGroupName"],
  ])("says which name it needs beside %j", (args, missing) => {
    expect(() => Engine.at(folder.path).session.invoke(getAddress, bag(args))).toThrow(missing);
  });

  it("is refused by name where the region does not have it, with those that it has", () => {
    const invoke = () => Engine.at(folder.path).session.invoke("azure-native:storage:getStorageAccount", bag());
    expect(invoke).toThrow(/no function azure-native:storage:getStorageAccount.*azure-native:network:getLoadBalancer/);
  });

  it("tells whom the program runs as", () => {
    const { properties } = Engine.at(folder.path).session.invoke("azure-native:authorization:getClientConfig", bag());
    expect(properties).toMatchObject({ subscriptionId: "00000000-0000-0000-0000-000000000000" });
  });
});

describe("a program that reads what it declares", () => {
  it("gets the parts of a load balancer with their ids", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const ip = await engine.create(types.publicIpAddress, "ip", bag(address()));
    const { id } = await engine.create(types.loadBalancer, "lb", bag(balancer(ip.id, { loadBalancerName: "lb" })));
    const { properties } = engine.session.invoke(
      "azure-native:network:getLoadBalancer",
      bag({ resourceGroupName: "web", loadBalancerName: "lb" }),
    );
    expect(properties.backendAddressPools).toEqual([{ name: "servers", id: `${id}/backendAddressPools/servers` }]);
  });
});
