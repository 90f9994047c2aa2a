import * as fs from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { tierAlerts } from "../../src/alerts";
import { checkSettings } from "../../src/settings/check";
import { declarations } from "../../src/settings/declarations";
import { readFilesFrom } from "../../src/settings/files";
import { root } from "./commands";

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const readme = read("README.md");
const { vmSize, readinessIntervalInSeconds, readinessThreshold } = declarations;

/** What `make settings` writes is held to the declarations in test/settings/; this is what people have written. */
describe("a page that names a default", () => {
  it("of the size has the one that the tier has", () => {
    expect(readme).toContain(`The default, \`${vmSize.default}\`, retires`);
    expect(read("Pulumi.dev.yaml")).toContain(`# ${vmSize.default}, the default, retires`);
  });

  it("of the readiness probe has the ones that the tier has", () => {
    expect(read("image/README.md")).toContain(
      `the tier's defaults (${readinessIntervalInSeconds.default} s apart, ${readinessThreshold.default} in a row)`,
    );
  });
});

describe("the costs in README.md", () => {
  const { config } = load(read("Pulumi.dev.yaml")) as { config: Record<string, unknown> };
  const amounts = [...readme.matchAll(/^\| .+ \| +(\d+\.\d\d) \|$/gm)].map(([, amount]) => Number(amount));

  it("are those of the size and the number of instances that the quick start deploys", () => {
    expect(declarations.defaultInstances.default).toBe(2);
    expect(readme).toContain(`| two \`${config["web-tier:vmSize"]}\`, `);
  });

  it("count every metric alert", () => {
    const configuration = Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]);
    const settings = checkSettings(Object.fromEntries(configuration), readFilesFrom(root));
    const alerts = "args" in settings ? tierAlerts(settings.args.alerts) : [];
    expect(readme).toMatch(
      new RegExp(`^\\| ${alerts.length} metric alerts, 0\\.10 each +\\| +${(alerts.length / 10).toFixed(2)} \\|$`, "m"),
    );
  });

  it("add up", () => {
    const sum = Math.round(amounts.reduce((total, amount) => total + amount, 0));
    expect(readme).toContain(`About ${sum} US dollars a month`);
  });
});
