import { proves } from "../support/proves";
import { story } from "../simulation/story";

const told = story();

describe("a security rule for an application security group", () => {
  it.each([
    ["that its network security group lists", false],
    ["that is a resource of its own", true],
  ])("%s lets visitors to the instances that are in the group, and to no others", async (_, ruleIsOfItsOwn) => {
    proves("security-application-groups");
    const { world } = told;
    await world.deploy({ groups: { opened: "web", joined: "data", ruleIsOfItsOwn }, mode: "Automatic" });
    expect(world.names).toHaveLength(2);
    expect(await world.comesToServe(["web_0", "web_1"], 10)).toEqual([]);
    await world.deploy({ groups: { opened: "web", joined: "web", ruleIsOfItsOwn } });
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
  });
});
