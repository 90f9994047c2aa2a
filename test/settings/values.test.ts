import { describeProblems } from "../../src/settings/problems";
import { argsOf, check, refusedPaths } from "../support/settings";

describe("the settings", () => {
  it("are refused all at once, each with what was given, what is allowed and how to fix it", () => {
    const { problems } = check({ name: "Web!", minimumInstances: 0, vmSize: "B1s", zones: ["4"], sshPublicKeys: [] });
    expect(problems.map(({ path }) => path)).toEqual([
      "web-tier:name",
      "web-tier:minimumInstances",
      "web-tier:vmSize",
      "web-tier:zones",
      "web-tier:sshPublicKeys",
    ]);
    const text = describeProblems(problems);
    expect(text.split("\n")[0]).toBe("The settings have 5 problems; nothing was changed.");
    expect(text).toContain(
      [
        "  web-tier:minimumInstances",
        "    given:   0",
        "    allowed: 1 to 1000",
        "    fix:     choose a number in this range; only a gallery image allows 1000",
      ].join("\n"),
    );
  });

  it("must be ones that exist; a misspelt one is told the right name", () => {
    const { problems } = check({ ...({ maximumInstance: 5 } as object) });
    expect(problems).toEqual([
      {
        path: "web-tier:maximumInstance",
        given: "(a setting that does not exist)",
        allowed: "the settings that Pulumi.yaml declares",
        fix: "rename it to web-tier:maximumInstances, or take it away: pulumi config rm web-tier:maximumInstance",
      },
    ]);
  });

  it("are not guessed when a name is like none", () => {
    expect(check({ ...({ colour: "red" } as object) }).problems[0].fix).toBe(
      "correct its name, or take it away: pulumi config rm web-tier:colour",
    );
  });

  it.each([
    ["maximumInstances", "three", "a whole number"],
    ["maximumInstances", "3.5", "a whole number"],
    ["maximumInstances", "", "a whole number"],
    ["maxSurge", "True", "true or false"],
    ["zones", "1", "a list of texts"],
    ["zones", [["1"]], "a list of texts"],
    ["schedules", { name: "office" }, "a list"],
    ["sshSourceAddressPrefixes", "203.0.113.7/32", "a list of texts"],
    ["tags", "team=shop", "texts by names"],
    ["tags", ["shop"], "texts by names"],
    ["tags", { team: { name: "shop" } }, "texts by names"],
    ["tags", "null", "texts by names"],
  ])("must have their types: %s is not %j", (setting, value, allowed) => {
    const { problems } = check({ [setting]: value });
    expect(problems).toMatchObject([{ path: `web-tier:${setting}`, allowed }]);
  });

  it("may have whole numbers written with a decimal point, as Pulumi's CLI allows", () => {
    expect(argsOf({ maximumInstances: "4.0" }).autoscale.capacity.maximum).toBe(4);
  });

  it("may have tags that YAML takes for numbers and flags", () => {
    expect(argsOf({ tags: { costCenter: 1234, production: true, team: "shop" } }).tags).toEqual({
      costCenter: "1234",
      production: "true",
      team: "shop",
    });
  });

  it("are not repeated at length", () => {
    const { problems } = check({ name: "x".repeat(5000) });
    expect(problems[0].given.length).toBeLessThan(250);
  });

  it("need only a location and a key", () => {
    expect(refusedPaths({})).toEqual([]);
  });
});
