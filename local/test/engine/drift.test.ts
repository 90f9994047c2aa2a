import { address, group, network } from "./support/declarations";
import { Sandbox } from "./support/sandbox";

const sandbox = new Sandbox();
const { region } = sandbox;
const groupId = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop";
const networkId = `${groupId}/providers/Microsoft.Network/virtualNetworks/shop-net`;
const networkType = "azure-native:network:VirtualNetwork";

const program = [
  group("group", { resourceGroupName: "shop" }),
  address("ip", { publicIpAddressName: "shop-ip" }),
  network("net", { virtualNetworkName: "shop-net", tags: { owner: "shop" } }),
];

afterAll(() => sandbox.remove());

/** The tests of this file are one life of one region, in their order. */
describe("what changes behind the back of a deployment", () => {
  it("is imported by its id into another deployment, and as the program declares it in a third", async () => {
    const stack = await sandbox.declare("shop", program);
    await stack.up();
    const other = await sandbox.declare("other", []);
    expect(await other.import(networkType, "net", networkId)).toMatchObject({ status: 0, changes: { import: 1 } });
    const [kept] = await other.kept();
    expect(kept).toMatchObject({ id: networkId, inputs: { virtualNetworkName: "shop-net", tags: { owner: "shop" } } });

    const third = await sandbox.declare("third", [
      network(
        "net",
        { resourceGroupName: "shop", virtualNetworkName: "shop-net", tags: { owner: "shop" } },
        { import: networkId, retainOnDelete: true },
      ),
    ]);
    expect(await third.up()).toMatchObject({ status: 0, changes: { import: 1 } });
    third.declare([network("net", { resourceGroupName: "shop", virtualNetworkName: "shop-net", tags: { owner: "third" } })]);
    expect((await third.up()).steps).toEqual([{ op: "update", name: "net", type: networkType, differences: ["tags.owner: update"] }]);
  });

  it("is not imported as another type, nor where it does not exist", async () => {
    const other = sandbox.known("other");
    const asAddress = await other.import("azure-native:network:PublicIPAddress", "wrong", networkId);
    expect(asAddress.status).toBe(1);
    expect(asAddress.errors.join("\n")).toContain("InvalidResourceId");
    const missing = await other.import(networkType, "missing", `${networkId}-2`);
    expect(missing.status).toBe(1);
    expect(missing.errors.join("\n")).toMatch(/does not exist/);
  });

  it("shows when the state is refreshed", async () => {
    const stack = sandbox.known("shop");
    await region.stop();
    region.removeFile(region.files().find((file) => file.startsWith("shop-ip")) ?? "");
    const { status, changes } = await stack.refresh();
    expect({ status, changes }).toEqual({ status: 0, changes: { delete: 1, same: 2, update: 1 } });
    const kept = await stack.kept();
    expect(kept.map(({ id }) => id)).toEqual([groupId, networkId]);
    expect(kept[1].outputs).toMatchObject({ tags: { owner: "third" } });
  });

  it("is put right by the next update", async () => {
    const stack = sandbox.known("shop");
    const { status, steps } = await stack.up();
    expect({ status, steps: steps.map(({ op, name }) => `${op} ${name}`).sort() }).toEqual({
      status: 0,
      steps: ["create ip", "update net"],
    });
    expect(region.resources().map(({ inputs }) => inputs.tags)).toContainEqual({ owner: "shop" });
    expect(await stack.refresh("--expect-no-changes")).toMatchObject({ status: 0 });
  });
});
