import { declaredSetting } from "../../simulate/declared-setting";
import { figuresOf } from "../../simulate/figures";
import { shapedLoad } from "../../simulate/load";
import type { Variant } from "../../simulate/options";
import { page } from "../../simulate/page/page";
import { record } from "../../simulate/record";
import { summary } from "../../simulate/terminal";

const load = shapedLoad("step", 29, 195);
const assumptions = { bootSeconds: 90, capacity: 100 };
const variants: Variant[] = [{}, { scaleOutCpuPercent: "60" }];
const recordings = variants.map((variant) => record(declaredSetting("dev", variant), { load, ...assumptions }, 75));
const figures = figuresOf(recordings, 0.02);

describe("what a simulation shows", () => {
  it("compares the settings in figures, with the cost at the price that was given", () => {
    const { instanceHours } = recordings[0].outcome;
    expect(figures.at(-1)).toMatchObject({ name: "cost, at 0.02 an instance hour" });
    expect(figures.at(-1)?.values[0]).toBe((instanceHours * 0.02).toFixed(2));
    expect(figuresOf(recordings, undefined).map(({ name }) => name)).not.toContain("cost, at undefined an instance hour");
  });

  it("is a page that needs no script and no other file", () => {
    const html = page({ load, recordings, figures, ...assumptions });
    expect(html).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
    expect(html.match(/<svg/g)).toHaveLength(1);
  });

  it("says of each decision when and why, at its mark and in the table", () => {
    const html = page({ load, recordings, figures, ...assumptions });
    const decisions = recordings.flatMap((recording) => recording.decisions);
    expect(html.match(/<circle/g)).toHaveLength(decisions.length);
    expect(html).toContain("<title>00:19: from 2 to 3 instances: Percentage CPU was");
    expect(html).toContain("<td>00:19</td><td>2 → 3</td><td>Percentage CPU was");
    expect(html).toContain("CPU = load ÷ (instances that serve × 100 requests a second) × 100");
  });

  it("shows nothing of a title as markup", () => {
    const html = page({ load: { ...load, title: '<b>"&' }, recordings, figures, ...assumptions });
    expect(html).toContain("Load: &lt;b&gt;&quot;&amp;");
  });

  it("is a table and the first decisions in a terminal", () => {
    const text = summary(load.title, recordings, figures);
    expect(text).toContain("(2) scaleOutCpuPercent = 60");
    expect(text).toMatch(/time over 75 % CPU +6 min +5 min/);
    expect(text).toContain("  00:19  2 → 3     Percentage CPU was");
  });
});
