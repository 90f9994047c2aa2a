import type { Properties } from "../../../../azure/properties/value";
import { bag } from "../../../../azure/test/support/bags";
import { validScaleSet } from "../../../../azure/test/rules/valid/scale-set";
import { Engine } from "../../support/engine";
import { createGroup, types } from "../../support/programs";
import { temporaryFolder } from "../../support/temporary-folder";

const folder = temporaryFolder();
const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const contributor = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c`;
const assigned = (scope: string): Properties => ({
  scope,
  roleDefinitionId: contributor,
  principalId: "5b5c1d1e-0000-4000-8000-000000000003",
  principalType: "ServicePrincipal",
});
const failuresOf = (engine: Engine, type: string, properties: Properties) =>
  engine.check(type, "it", bag(properties)).failures.map(({ property }) => property);

describe("what no program of the region declares", () => {
  it("is there all the same where Azure has it: a subscription, and a built-in role", async () => {
    const engine = Engine.at(folder.path);
    const { id } = await createGroup(engine);
    expect(failuresOf(engine, types.roleAssignment, assigned(subscription))).toEqual([]);
    expect(failuresOf(engine, types.roleAssignment, assigned(id))).toEqual([]);
  });

  it("is there where this computer has it: the version of an image in any gallery", () => {
    const properties = validScaleSet();
    const profile = properties.virtualMachineProfile as Properties;
    const imageReference = {
      id: `${subscription}/resourceGroups/gone/providers/Microsoft.Compute/galleries/g/images/web-tier/versions/1.0.0`,
    };
    const storageProfile = { ...(profile.storageProfile as Properties), imageReference };
    const scaleSet = { ...properties, virtualMachineProfile: { ...profile, storageProfile } };
    const failures = failuresOf(Engine.at(folder.path), types.scaleSet, scaleSet);
    expect(failures.filter((property) => property.includes("imageReference"))).toEqual([]);
  });

  it("is missing where it is a group", () => {
    expect(failuresOf(Engine.at(folder.path), types.roleAssignment, assigned(`${subscription}/resourceGroups/gone`))).toEqual(["scope"]);
  });
});

it("a role assignment has its scope in its id and in its outputs, and goes with the group that it is in", async () => {
  const engine = Engine.at(folder.path);
  const group = await createGroup(engine);
  const assignment = await engine.create(types.roleAssignment, "builder", bag(assigned(group.id)));
  expect(assignment.id).toMatch(new RegExp(`^${group.id}/providers/Microsoft.Authorization/roleAssignments/[0-9a-f-]{36}$`));
  expect(assignment.outputs.properties.scope).toBe(group.id);
  await engine.delete(group.id);
  expect(engine.session.read(assignment.subject, assignment.id, bag(), bag())).toBeUndefined();
});
