import { World } from "../../../region/provider/azure-native/world";
import { AzureNative } from "../../../region/provider/azure-native/azure-native";
import { Store } from "../../../region/store/store";
import { bag } from "../../../../azure/test/support/bags";
import { Engine } from "../../support/engine";
import { address, balancer, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();

async function deployed() {
  const store = new Store(folder.path);
  const engine = new Engine(new AzureNative(store));
  const group = await createGroup(engine);
  const ip = await engine.create(types.publicIpAddress, "ip", bag(address()));
  const lb = await engine.create(types.loadBalancer, "lb", bag(balancer(ip.id)));
  return { world: new World(store, lb.id), group, ip, lb };
}

describe("what the rules see of the region", () => {
  it("finds a resource by its id, in any case, and the holder of a part by the part's id", async () => {
    const { world, ip, lb } = await deployed();
    expect(world.find(ip.id.toUpperCase())?.id).toBe(ip.id);
    expect(world.find(`${lb.id}/PROBES/HTTP`)?.id).toBe(lb.id);
    expect(world.find(lb.id)?.properties.list("probes")[0].text("id")).toBe(`${lb.id}/probes/http`);
  });

  it("finds nothing for a part that is not declared, nor below one, nor for a resource in a group that is there", async () => {
    const { world, group, lb } = await deployed();
    const ids = [
      `${lb.id}/probes/none`,
      `${lb.id}/probes`,
      `${lb.id}/probes/http/x`,
      `${group.id}/providers/Microsoft.Network/loadBalancers/none`,
    ];
    expect(ids.map((id) => [world.find(id), world.exists(id)])).toEqual(ids.map(() => [undefined, false]));
  });

  it("takes what it cannot know of for existing", async () => {
    const { world, group } = await deployed();
    expect(world.exists(`${group.id}/providers/Microsoft.Compute/images/debian`)).toBe(true);
    expect(world.exists("/subscriptions/s/resourceGroups/none")).toBe(false);
  });

  it("lists the resources of a type without the one that is checked", async () => {
    const { world, ip } = await deployed();
    expect(world.all(types.publicIpAddress).map(({ id }) => id)).toEqual([ip.id]);
    expect(world.all(types.loadBalancer)).toEqual([]);
  });
});
