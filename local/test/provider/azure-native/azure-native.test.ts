import { Properties, UNKNOWN } from "../../../../azure/properties/value";
import { Store } from "../../../region/store/store";
import { bag } from "../../../../azure/test/support/bags";
import { Engine, subjectOf } from "../../support/engine";
import { address, balancer, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();
const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/web";
const reasons = (engine: Engine, type: string, properties: Properties, before = bag()) =>
  engine.check(type, "x", bag(properties), before).failures.map(({ property }) => property);

describe("a resource in the region", () => {
  it("is created with azure-native's id and outputs, without the parameters of its path", async () => {
    const engine = Engine.at(folder.path);
    const { id, outputs } = await createGroup(engine);
    expect(id).toBe(group);
    const created = await engine.create(
      types.publicIpAddress,
      "ip",
      bag(address({ publicIpAddressName: "ip", tags: { a: "b" }, ipTags: null })),
    );
    expect(created.id).toBe(`${group}/providers/Microsoft.Network/publicIPAddresses/ip`);
    expect(created.outputs.properties).toMatchObject({
      name: "ip",
      location: "westeurope",
      provisioningState: "Succeeded",
      tags: { a: "b" },
    });
    expect(created.outputs.properties).not.toHaveProperty("resourceGroupName");
    expect(created.outputs.properties).not.toHaveProperty("publicIpAddressName");
    expect(created.outputs.properties).not.toHaveProperty("ipTags");
    expect(outputs.properties).toMatchObject({ name: "web", type: "Microsoft.Resources/resourceGroups", azureApiVersion: "2024-03-01" });
  });

  it("keeps over an update what Azure made up at its creation, and gets a new etag", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const created = await engine.create(types.publicIpAddress, "ip", bag(address()));
    const updated = await engine.update(created, bag(address({ idleTimeoutInMinutes: 10 })));
    expect(updated.id).toBe(created.id);
    expect(updated.outputs.properties.resourceGuid).toBe(created.outputs.properties.resourceGuid);
    expect(updated.outputs.properties.etag).not.toBe(created.outputs.properties.etag);
    expect(updated.outputs.properties.idleTimeoutInMinutes).toBe(10);
  });

  it("is read back as it stands, and not there once it was deleted", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const { subject, id, inputs, outputs } = await engine.create(types.publicIpAddress, "ip", bag(address()));
    expect(engine.session.read(subject, id.toUpperCase(), bag(), bag())).toEqual({ id, inputs, outputs });
    await engine.delete(id);
    expect(engine.session.read(subject, id, bag(), bag())).toBeUndefined();
    await expect(engine.delete(id)).resolves.toBeUndefined();
  });

  it("is not read by the id of another type", async () => {
    const engine = Engine.at(folder.path);
    const { id } = await createGroup(engine);
    expect(() => engine.session.read(subjectOf(types.loadBalancer, "lb"), id, bag(), bag())).toThrow(
      /Code="InvalidResourceId".*loadBalancers\//,
    );
  });

  it("cannot be created over one that exists, nor in another case", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    await engine.create(types.publicIpAddress, "one", bag(address({ publicIpAddressName: "ip" })));
    const again = Engine.at(folder.path).create(types.publicIpAddress, "two", bag(address({ publicIpAddressName: "IP" })));
    await expect(again).rejects.toThrow(/Code="Conflict".*cannot create already existing resource/);
  });

  it("cannot be updated after it has gone, and the way out is named", async () => {
    const engine = Engine.at(folder.path);
    const created = await createGroup(engine);
    await engine.delete(created.id);
    await expect(engine.update(created, bag({ resourceGroupName: "web", location: "westeurope", tags: { a: "b" } }))).rejects.toThrow(
      /Code="ResourceNotFound".*pulumi refresh/,
    );
  });

  it("goes with its group", async () => {
    const engine = Engine.at(folder.path);
    const { id } = await createGroup(engine);
    await engine.create(types.publicIpAddress, "ip", bag(address()));
    await engine.delete(id);
    expect(new Store(folder.path).all()).toEqual([]);
  });
});

describe("a resource is refused", () => {
  it("where its type is not the region's, which names those that are", () => {
    const engine = Engine.at(folder.path);
    const [failure] = engine.check("azure-native:storage:StorageAccount", "x", bag()).failures;
    expect(failure.reason).toContain("no resource type azure-native:storage:StorageAccount");
    expect(failure.reason).toContain(types.loadBalancer);
    expect(() => engine.session.read(subjectOf("azure-native:storage:StorageAccount", "x"), "/x", bag(), bag())).toThrow(
      "InvalidResourceType",
    );
  });

  it("where a property is unknown or of a wrong type, by its path", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    expect(
      reasons(engine, types.publicIpAddress, address({ colour: "red", idleTimeoutInMinutes: "4", dnsSettings: { label: "a" } })),
    ).toEqual(expect.arrayContaining(["colour", "idleTimeoutInMinutes", "dnsSettings.label"]));
  });

  it("where its resource group is not there", () => {
    const engine = Engine.at(folder.path);
    const { failures } = engine.check(types.publicIpAddress, "ip", bag(address({ resourceGroupName: "elsewhere" })));
    expect(failures).toEqual([{ property: "resourceGroupName", reason: expect.stringContaining("ResourceGroupNotFound") }]);
  });

  it("where the resource that it is a part of is not there, and the group is", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const { failures } = engine.check(
      types.subnet,
      "s",
      bag({ resourceGroupName: "web", virtualNetworkName: "net", addressPrefix: "10.0.0.0/24" }),
    );
    expect(failures).toEqual([{ property: "virtualNetworkName", reason: expect.stringContaining("ParentResourceNotFound") }]);
  });

  it("where nothing gives it a location", () => {
    const engine = Engine.at(folder.path);
    const { failures } = engine.check(types.resourceGroup, "g", bag());
    expect(failures).toEqual([{ property: "location", reason: expect.stringMatching(/azure-native:location.*LocationRequired/) }]);
  });

  it("where a reference leads to nothing, also to a part that is not there", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const id = `${group}/providers/Microsoft.Network/publicIPAddresses/none`;
    expect(reasons(engine, types.loadBalancer, balancer(id))).toEqual(["frontendIPConfigurations[0].publicIPAddress.id"]);
    const { failures } = engine.check(types.loadBalancer, "lb", bag(balancer(id)));
    expect(failures[0].reason).toContain("InvalidResourceReference");
  });

  it("at its creation, where a name that is wrong was not known before", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const later = balancer("");
    later.frontendIPConfigurations = [{ name: "front", publicIPAddress: { id: UNKNOWN } }];
    const { inputs, failures } = engine.check(types.loadBalancer, "lb", bag(later));
    expect(failures).toEqual([]);
    const known = {
      ...inputs.properties,
      frontendIPConfigurations: [{ name: "front", publicIPAddress: { id: `${group}/providers/Microsoft.Network/publicIPAddresses/none` } }],
    };
    await expect(engine.createChecked(types.loadBalancer, "lb", bag(known))).rejects.toThrow(
      /Code="InvalidResourceReference".*frontendIPConfigurations\[0\]\.publicIPAddress\.id: given/,
    );
  });

  it("without showing what is secret in it", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const given = bag(address({ idleTimeoutInMinutes: "hush-hush", sku: { name: "hush-too" } }), ["idleTimeoutInMinutes"], ["sku"]);
    const { failures } = engine.check(types.publicIpAddress, "ip", given);
    expect(failures.map(({ property }) => property)).toEqual(expect.arrayContaining(["idleTimeoutInMinutes", "sku"]));
    expect(JSON.stringify(failures)).not.toContain("hush");
    expect(JSON.stringify(failures)).toContain("[secret]");
  });
});

describe("a change", () => {
  const changed = async (before: Properties, after: Properties) => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    const { changes, deleteBeforeReplace } = engine.diff(
      await engine.create(types.publicIpAddress, "ip", bag(address(before))),
      bag(address(after)),
    );
    return { changes: changes.map(({ path, kind }) => `${kind} ${path.join(".")}`), deleteBeforeReplace };
  };

  it("is none where only the form of the location differs", async () => {
    expect((await changed({ location: "West Europe" }, { location: "westeurope" })).changes).toEqual([]);
  });

  it("is made in place where azure-native updates", async () => {
    expect((await changed({ idleTimeoutInMinutes: 4 }, { idleTimeoutInMinutes: 5 })).changes).toEqual(["update idleTimeoutInMinutes"]);
    expect((await changed({}, { tags: { a: "b" } })).changes).toEqual(["add tags"]);
  });

  it("replaces where azure-native replaces, path parameters included", async () => {
    expect((await changed({ publicIPAddressVersion: "IPv4" }, { publicIPAddressVersion: "IPv6" })).changes).toEqual([
      "update-replace publicIPAddressVersion",
    ]);
    expect((await changed({ publicIpAddressName: "a" }, { publicIpAddressName: "b" })).changes).toEqual([
      "update-replace publicIpAddressName",
    ]);
    expect((await changed({}, { location: "northeurope" })).changes).toEqual(["update-replace location"]);
    expect((await changed({}, { sku: { name: "Standard", tier: "Global" } })).changes).toEqual(["add-replace sku.tier"]);
  });

  it("deletes first where the program chose the name, and creates first where azure-native made it up", async () => {
    expect((await changed({ publicIpAddressName: "a" }, { publicIpAddressName: "a", location: "northeurope" })).deleteBeforeReplace).toBe(
      true,
    );
    expect((await changed({}, { location: "northeurope" })).deleteBeforeReplace).toBe(false);
  });

  it("is judged by how the old resource got its name, as azure-native does", async () => {
    expect((await changed({}, { publicIpAddressName: "a" })).deleteBeforeReplace).toBe(false);
    expect((await changed({ publicIpAddressName: "a" }, { location: "northeurope" })).deleteBeforeReplace).toBe(true);
  });
});
