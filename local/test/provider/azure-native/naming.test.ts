import { Properties, UNKNOWN } from "../../../../azure/properties/value";
import type { Autonaming } from "../../../region/provider/protocol/provider";
import { bag } from "../../../../azure/test/support/bags";
import { Engine, subjectOf } from "../../support/engine";
import { address, createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();
const nameOf = (engine: Engine, properties: Properties, before: Properties = {}, autonaming?: Autonaming) =>
  engine.check(types.publicIpAddress, "ip", bag(address(properties)), bag(before), autonaming).inputs.properties.publicIpAddressName;
const locationOf = (engine: Engine, properties: Properties, before: Properties = {}) =>
  engine.check(types.publicIpAddress, "ip", bag(address(properties)), bag(before)).inputs.properties.location;

describe("the name of a resource", () => {
  it("is the program's where it gives one", () => {
    expect(nameOf(Engine.at(folder.path), { publicIpAddressName: "mine" })).toBe("mine");
  });

  it("is otherwise the logical one with eight random hexadecimal digits, as azure-native makes it", () => {
    const engine = Engine.at(folder.path);
    const names = Array.from({ length: 20 }, () => nameOf(engine, {}));
    names.forEach((name) => expect(name).toMatch(/^ip[0-9a-f]{8}$/));
    expect(new Set(names).size).toBe(20);
  });

  it("is the same for the same seed of the engine", () => {
    const { session } = Engine.at(folder.path);
    const seeded = (seed: number) =>
      session.check(subjectOf(types.publicIpAddress, "ip"), bag(), bag(address()), undefined, new Uint8Array([seed])).inputs.properties;
    expect(seeded(1).publicIpAddressName).toBe(seeded(1).publicIpAddressName);
    expect(seeded(1).publicIpAddressName).not.toBe(seeded(2).publicIpAddressName);
  });

  it("stays what it was", () => {
    expect(nameOf(Engine.at(folder.path), {}, address({ publicIpAddressName: "ip1234abcd" }))).toBe("ip1234abcd");
  });

  it("is what the engine proposes or enforces under the stack's autonaming", () => {
    const engine = Engine.at(folder.path);
    expect(nameOf(engine, {}, {}, { proposedName: "ip", mode: "propose" })).toBe("ip");
    expect(nameOf(engine, {}, {}, { proposedName: "ip-dev", mode: "enforce" })).toBe("ip-dev");
  });

  it("must be given where autonaming is off", () => {
    const { failures } = Engine.at(folder.path).check(types.resourceGroup, "web", bag({ location: "westeurope" }), bag(), {
      proposedName: "",
      mode: "disabled",
    });
    expect(failures.map(({ property }) => property)).toEqual(["resourceGroupName"]);
  });

  it("is a GUID where Azure asks for one, whatever the engine proposes and unless it enforces a name", () => {
    const engine = Engine.at(folder.path);
    const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/web";
    const named = (autonaming?: Autonaming) =>
      engine.check(types.roleDefinition, "role", bag({ scope: group }), bag(), autonaming).inputs.properties.roleDefinitionId;
    const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(named()).toMatch(guid);
    expect(named()).not.toBe(named());
    expect(named({ proposedName: "role", mode: "propose" })).toMatch(guid);
    expect(named({ proposedName: "role", mode: "enforce" })).toBe("role");
  });

  it("is the logical one for a part of another resource", () => {
    const { inputs } = Engine.at(folder.path).check(types.subnet, "servers", bag({ virtualNetworkName: "net" }));
    expect(inputs.properties.subnetName).toBe("servers");
  });
});

describe("the location of a resource", () => {
  it("is the program's where it gives one, in the form that ARM stores", () => {
    expect(locationOf(Engine.at(folder.path, "northeurope"), { location: "West Europe" })).toBe("westeurope");
  });

  it("is otherwise the provider's, and else the group's", async () => {
    await createGroup(Engine.at(folder.path));
    expect(locationOf(Engine.at(folder.path, "North Europe"), {})).toBe("northeurope");
    expect(locationOf(Engine.at(folder.path), {})).toBe("westeurope");
  });

  it("is that of a group that the same preview plans", async () => {
    const engine = Engine.at(folder.path);
    await engine.create(types.resourceGroup, "web", bag({ resourceGroupName: "web", location: "eastus2" }), true);
    expect(locationOf(engine, {})).toBe("eastus2");
  });

  it("stays what it was, and is unknown where the group is", () => {
    const engine = Engine.at(folder.path, "northeurope");
    expect(locationOf(engine, {}, { location: "westeurope" })).toBe("westeurope");
    expect(locationOf(Engine.at(folder.path), { resourceGroupName: UNKNOWN })).toBe(UNKNOWN);
  });

  it("is nothing that a part of another resource has", () => {
    const { inputs } = Engine.at(folder.path, "northeurope").check(types.subnet, "servers", bag({ virtualNetworkName: "net" }));
    expect(inputs.properties).not.toHaveProperty("location");
  });
});
