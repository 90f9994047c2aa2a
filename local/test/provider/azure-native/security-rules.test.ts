import type { Properties } from "../../../../azure/properties/value";
import { bag } from "../../../../azure/test/support/bags";
import { applicationSecurityGroup } from "../../../../azure/test/rules/valid/application-security-group";
import { networkSecurityGroup, securityRule } from "../../../../azure/test/rules/valid/network-security-group";
import { Engine, type Kept } from "../../support/engine";
import { createGroup, types } from "../../support/programs";
import { proves } from "../../support/proves";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();
const memberGroup = (others: Properties = {}) => bag({ ...applicationSecurityGroup(), ...others });
const ofOwn = (securityRuleName: string, others: Properties = {}) => bag({ ...securityRule(), securityRuleName, ...others });
const toGroup = (id: string) => ofOwn("one", { destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id }] });

async function createSecurityGroup(engine: Engine, securityRules: Properties["securityRules"] = null): Promise<Kept> {
  await createGroup(engine);
  return engine.create(types.networkSecurityGroup, "nsg", bag({ ...networkSecurityGroup(), securityRules }));
}

describe("a security rule of its own", () => {
  it("is in the group that it names, under the name that the program calls it where it has none", async () => {
    const engine = Engine.at(folder.path);
    const group = await createSecurityGroup(engine);
    const { id, outputs } = await engine.create(types.securityRule, "metrics", bag({ ...securityRule(), securityRuleName: null }));
    expect(id).toBe(`${group.id}/securityRules/metrics`);
    expect(outputs.properties).toMatchObject({ name: "metrics", type: "Microsoft.Network/networkSecurityGroups/securityRules" });
  });

  it("needs a group that exists", async () => {
    const engine = Engine.at(folder.path);
    await createGroup(engine);
    await expect(engine.create(types.securityRule, "metrics", ofOwn("metrics"))).rejects.toThrow(
      /networkSecurityGroupName: .*was not found/,
    );
  });

  it("cannot have a priority that another one has, which the preview knows", async () => {
    const engine = Engine.at(folder.path);
    await createSecurityGroup(engine);
    await engine.create(types.securityRule, "one", ofOwn("one"), true);
    await expect(engine.create(types.securityRule, "two", ofOwn("two"), true)).rejects.toThrow(/priority: .*SecurityRuleConflict/);
    await engine.create(types.securityRule, "two", ofOwn("two", { direction: "Outbound" }), true);
  });

  it("cannot take a priority before another one has given it up", async () => {
    const engine = Engine.at(folder.path);
    await createSecurityGroup(engine);
    const one = await engine.create(types.securityRule, "one", ofOwn("one", { priority: 150 }));
    const two = await engine.create(types.securityRule, "two", ofOwn("two", { priority: 160 }));
    const shifted = ofOwn("one", { priority: 160 });
    await expect(engine.update(one, shifted, true)).rejects.toThrow(/priority: .*SecurityRuleConflict/);
    await engine.update(two, ofOwn("two", { priority: 170 }), true);
    await engine.update(one, shifted, true);
  });

  it("is replaced under another name with its priority", async () => {
    const engine = Engine.at(folder.path);
    await createSecurityGroup(engine);
    const one = await engine.create(types.securityRule, "one", ofOwn("one"));
    expect(engine.diff(one, ofOwn("renamed"))).toMatchObject({
      changes: [{ path: ["securityRuleName"], kind: "update-replace" }],
      deleteBeforeReplace: true,
    });
  });

  it("is no part of what its group declares, and goes with it", async () => {
    const engine = Engine.at(folder.path);
    const group = await createSecurityGroup(engine);
    const own = await engine.create(types.securityRule, "metrics", ofOwn("metrics"));
    const read = await engine.session.read(group.subject, group.id, group.inputs, group.outputs);
    expect(read?.inputs).toEqual(group.inputs);
    await engine.delete(group.id);
    expect(await engine.exists(own)).toBe(false);
  });

  it("is warned of where the list of its group leaves it out", async () => {
    const engine = Engine.at(folder.path);
    const group = await createSecurityGroup(engine);
    await engine.create(types.securityRule, "metrics", ofOwn("metrics"));
    await engine.update(group, bag(networkSecurityGroup()), true);
    expect(engine.warnings).toContainEqual(expect.stringMatching(/^securityRules: .*deletes what it does not list: metrics/));
  });
  it("names application security groups that exist, in the region of its own group", async () => {
    const engine = Engine.at(folder.path);
    await createSecurityGroup(engine);
    const group = await engine.create(types.applicationSecurityGroup, "far", memberGroup({ location: "northeurope" }));
    const refused = (id: string) => expect(engine.create(types.securityRule, "one", toGroup(id), true)).rejects;
    await refused(`${group.id}-2`).toThrow(/destinationApplicationSecurityGroups\[0\]\.id: .*InvalidResourceReference/);
    await refused(group.id).toThrow(/destinationApplicationSecurityGroups\[0\]\.id: .*InvalidResourceReference/);
  });

  it("keeps the application security groups that it names", async () => {
    proves("R492-rule");
    const engine = Engine.at(folder.path);
    await createSecurityGroup(engine);
    const group = await engine.create(types.applicationSecurityGroup, "opened", memberGroup());
    const own = await engine.create(types.securityRule, "one", toGroup(group.id));
    await expect(engine.delete(group.id)).rejects.toThrow(/ApplicationSecurityGroupInUse.*the security rule .*securityRules\/one/);
    await engine.delete(own.id);
    await expect(engine.delete(group.id)).resolves.toBeUndefined();
  });
});
