import { bag } from "../../../../azure/test/support/bags";
import { Store } from "../../../region/store/store";
import { Engine } from "../../support/engine";
import { address, balancer, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();

describe("a create whose answer never arrived", () => {
  const ip = bag(address());
  const addresses = () => new Store(folder.path).all().filter(({ type }) => type === types.publicIpAddress);

  it("is taken up by the next create of the same resource under another name", async () => {
    await createGroup(Engine.at(folder.path));
    await Engine.at(folder.path).create(types.publicIpAddress, "ip", ip);
    const { id } = await Engine.at(folder.path).create(types.publicIpAddress, "ip", ip);
    expect(addresses().map((resource) => resource.id)).toEqual([id]);
  });

  it("is taken up under the same name too", async () => {
    await createGroup(Engine.at(folder.path));
    const named = bag(address({ publicIpAddressName: "ip" }));
    await Engine.at(folder.path).create(types.publicIpAddress, "ip", named);
    await expect(Engine.at(folder.path).create(types.publicIpAddress, "ip", named)).resolves.toBeDefined();
    expect(addresses()).toHaveLength(1);
  });

  it("is left alone where the engine has named the resource since", async () => {
    await createGroup(Engine.at(folder.path));
    const created = await Engine.at(folder.path).create(types.publicIpAddress, "ip", ip);
    Engine.at(folder.path).diff(created, ip);
    const { id } = await Engine.at(folder.path).create(types.publicIpAddress, "ip", ip);
    expect(
      addresses()
        .map((resource) => resource.id)
        .sort(),
    ).toEqual([created.id, id].sort());
  });

  it("is left alone where the engine knows it by its inputs", async () => {
    await createGroup(Engine.at(folder.path));
    const named = bag(address({ publicIpAddressName: "ip" }));
    const created = await Engine.at(folder.path).create(types.publicIpAddress, "ip", named);
    const next = Engine.at(folder.path);
    next.check(types.publicIpAddress, "ip", named, created.inputs);
    await expect(next.create(types.publicIpAddress, "ip", named)).rejects.toThrow("cannot create already existing resource");
  });

  it("survives that the engine deletes the old one of the same id, as at a replacement that was asked for by hand", async () => {
    await createGroup(Engine.at(folder.path));
    const named = bag(address({ publicIpAddressName: "ip" }));
    await Engine.at(folder.path).create(types.publicIpAddress, "ip", named);
    const next = Engine.at(folder.path);
    const { id } = await next.create(types.publicIpAddress, "ip", named);
    await next.delete(id);
    expect(addresses().map((resource) => resource.id)).toEqual([id]);
    await next.delete(id);
    expect(addresses()).toEqual([]);
  });

  it("is left alone where something uses it", async () => {
    await createGroup(Engine.at(folder.path));
    const created = await Engine.at(folder.path).create(types.publicIpAddress, "ip", ip);
    await Engine.at(folder.path).create(types.loadBalancer, "lb", bag(balancer(created.id)));
    await Engine.at(folder.path).create(types.publicIpAddress, "ip", ip);
    expect(addresses()).toHaveLength(2);
  });
});
