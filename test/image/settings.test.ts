import * as fs from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { checkImageSettings } from "../../image/azure/src/settings/check";

const configuration = (settings: Readonly<Record<string, unknown>>, location: string | undefined = "westeurope") => ({
  ...(location !== undefined && { "azure-native:location": location }),
  ...Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [`web-tier-image:${key}`, typeof value === "string" ? value : JSON.stringify(value)]),
  ),
});
const check = (settings: Readonly<Record<string, unknown>> = {}, location?: string, version = "1.0.0") =>
  checkImageSettings(configuration(settings, location), version);
const refused = (...given: Parameters<typeof check>) => check(...given).problems.map(({ path }) => path);

describe("the settings of the image", () => {
  it("need a location alone", () => {
    expect(check()).toEqual({
      problems: [],
      args: { version: "1.0.0", location: "westeurope", replicationRegions: [], buildVmSize: undefined },
    });
  });

  it("take a location in both ways to write it", () => {
    expect(check({ replicationRegions: ["North Europe"] }, "West Europe")).toMatchObject({
      args: { location: "westeurope", replicationRegions: ["northeurope"] },
    });
  });

  it.each(["", "Mars", "spaincentral"])("refuse the location %j, where there is no Image Builder, and say where there is", (location) => {
    const { problems } = check({}, location);
    expect(problems).toMatchObject([{ path: "azure-native:location", allowed: expect.stringContaining("westeurope") }]);
    expect(problems[0].fix).toContain("web-tier-image:replicationRegions");
  });

  it.each(["1.0", "v1.0.0", "1.0.0.0", "", "latest"])("refuse the version %j, which no gallery takes", (version) => {
    expect(refused({}, undefined, version)).toEqual(["image/version"]);
  });

  it("refuse a region that has the image already, or that is none", () => {
    expect(refused({ replicationRegions: ["westeurope"] })).toEqual(["web-tier-image:replicationRegions[0]"]);
    expect(refused({ replicationRegions: ["uksouth", "UK South"] })).toEqual(["web-tier-image:replicationRegions[1]"]);
    expect(refused({ replicationRegions: ["eu-west-1", "spaincentral"] })).toEqual(["web-tier-image:replicationRegions[0]"]);
  });

  it.each(["Standard_D2s_v5", "Standard_B2ats_v2"])("take the size %s", (buildVmSize) => {
    expect(check({ buildVmSize })).toMatchObject({ args: { buildVmSize } });
  });

  it.each([
    ["large", "the name of a size"],
    ["Standard_D2ps_v5", "x64"],
    ["Standard_A2_v2", "second generation"],
  ])("refuse the size %s", (buildVmSize, allowed) => {
    const { problems } = check({ buildVmSize });
    expect(problems).toMatchObject([
      { path: "web-tier-image:buildVmSize", given: JSON.stringify(buildVmSize), allowed: expect.stringContaining(allowed) },
    ]);
  });

  it("refuse a misspelt setting, and say which was meant", () => {
    const { problems } = check({ replicationRegion: ["uksouth"] });
    expect(problems).toMatchObject([
      { path: "web-tier-image:replicationRegion", fix: expect.stringContaining("web-tier-image:replicationRegions") },
    ]);
  });

  it("leave those of another project alone, and report all problems at once", () => {
    const settings = { ...configuration({ buildVmSize: "large", replicationRegions: "uksouth" }, ""), "web-tier:vmSize": "large" };
    expect(checkImageSettings(settings, "1").problems).toHaveLength(4);
  });

  it("of the example stack are good", () => {
    const folder = path.join(__dirname, "../../image");
    const { config } = load(fs.readFileSync(path.join(folder, "azure/Pulumi.dev.yaml"), "utf8")) as { config: Record<string, string> };
    expect(checkImageSettings(config, fs.readFileSync(path.join(folder, "version"), "utf8").trim()).problems).toEqual([]);
  });
});
