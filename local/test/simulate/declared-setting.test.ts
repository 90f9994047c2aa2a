import * as fs from "node:fs";
import * as path from "node:path";
import { deploy } from "../../../test/support/deploy";
import { configurationOf } from "../../../test/support/settings";
import { loadSettings } from "../../../src/settings/load";
import { WebTier } from "../../../src/web-tier";
import type { Properties } from "../../../azure/properties/value";
import { readAutoscaleSetting } from "../../region/services/autoscale/autoscale-setting-model";
import { declaredSetting } from "../../simulate/declared-setting";
import { temporaryFolder } from "../support/temporary-folder";

const root = path.resolve(__dirname, "../../..");
const schedules = [
  { name: "office", minimum: 3, default: 3, maximum: 6, days: ["Monday"], start: "08:00", end: "18:00" },
  { name: "sale", minimum: 4, default: 4, maximum: 4, start: "2027-12-24T08:00", end: "2027-12-26T08:00" },
];

describe("the autoscale setting of a stack", () => {
  const folder = temporaryFolder();

  it("is the one that the program declares", async () => {
    const settings = {
      vmSize: "Standard_D2as_v5",
      schedules,
      scaleOutCpuPercent: 65,
      autoscaleWindow: "PT10M",
      predictiveScaling: "ForecastOnly",
    };
    const configuration = configurationOf(settings);
    const file = path.join(folder.path, "Pulumi.some.yaml");
    fs.writeFileSync(file, JSON.stringify({ config: { "azure-native:location": "westeurope", ...prefixed(settings) } }));
    const { find } = await deploy(
      () => {
        const { name, args } = loadSettings(root);
        return new WebTier(name, args);
      },
      { configuration },
    );
    const deployed = readAutoscaleSetting(find("azure-native:monitor:AutoscaleSetting").inputs as Properties);
    expect(withoutResource(declaredSetting(file, {}).setting)).toEqual(withoutResource(deployed));
    expect(deployed.profiles).toHaveLength(4);
  });

  it("has a variant's settings in place of the stack's", () => {
    const { title, setting, scaleOutCpuPercent } = declaredSetting("dev", { scaleOutCpuPercent: "60", autoscaleCooldown: "PT10M" });
    expect(title).toBe("scaleOutCpuPercent = 60, autoscaleCooldown = PT10M");
    expect(scaleOutCpuPercent).toBe(60);
    expect(setting.profiles[0].rules[0]).toMatchObject({ metricTrigger: { threshold: 60 }, scaleAction: { cooldownSeconds: 600 } });
  });

  it("has a cooldown of a week, as the tier and the rules read it", () => {
    const { setting } = declaredSetting("dev", { autoscaleCooldown: "P1W" });
    expect(setting.profiles[0].rules.map(({ scaleAction }) => scaleAction.cooldownSeconds)).toEqual([604_800, 604_800]);
  });

  it("is refused with the program's own words where a variant is one that the tier would refuse", () => {
    expect(() => declaredSetting("dev", { scaleOutCpuPercent: "25" })).toThrow(/web-tier:scaleInCpuPercent[^]*lower it to/);
    expect(() => declaredSetting("dev", { autoscaleCooldwn: "PT10M" })).toThrow("rename it to web-tier:autoscaleCooldown");
  });

  it("is refused where the stack's file is larger than any, or has aliases that stand for lists of aliases", () => {
    const file = path.join(folder.path, "Pulumi.some.yaml");
    fs.writeFileSync(file, `config:\n  web-tier:vmSize: ${"x".repeat(50e6)}\n`);
    expect(() => declaredSetting(file, {})).toThrow(
      /given: .*Pulumi\.some\.yaml with 500\d+ bytes[^]*allowed: a file of at most 1048576 bytes/,
    );
    const lists = Array.from({ length: 9 }, (_, level) => `  - &a${level + 1} [${`*a${level},`.repeat(9)}]`);
    fs.writeFileSync(file, ["config:", "  lists:", "  - &a0 [lol]", ...lists].join("\n"));
    expect(() => declaredSetting(file, {})).toThrow(/allowed: YAML, with at most 10 aliases/);
  });

  it("is refused by name where the stack has no file", () => {
    expect(() => declaredSetting("nowhere", {})).toThrow(/STACK[^]*nowhere[^]*Pulumi\.nowhere\.yaml/);
  });
});

function prefixed(settings: object): object {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [`web-tier:${key}`, value]));
}

/** A simulation knows no resource ids. */
function withoutResource(setting: object): unknown {
  return JSON.parse(JSON.stringify(setting, (key, value: unknown) => (key === "metricResourceUri" ? "" : value)));
}
