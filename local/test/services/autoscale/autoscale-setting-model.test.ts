import { autoscaleProfiles } from "../../../../src/autoscale-profiles";
import type { Properties } from "../../../../azure/properties/value";
import { profileAt } from "../../../region/services/autoscale/decision/profiles";
import { readAutoscaleSetting } from "../../../region/services/autoscale/autoscale-setting-model";
import { autoscaleSetting, scaledSetId } from "../../../../azure/test/rules/valid/autoscale-setting";

describe("an autoscale setting's properties", () => {
  it("are read with numbers in place of texts and seconds in place of durations", () => {
    const setting = readAutoscaleSetting(autoscaleSetting());
    expect(setting).toMatchObject({
      enabled: true,
      predictiveScaleMode: "Disabled",
      profiles: [{ name: "default", capacity: { minimum: 2, maximum: 3, default: 2 } }],
    });
    expect(setting.profiles[0].rules[0]).toEqual({
      metricTrigger: {
        metricName: "Percentage CPU",
        metricResourceUri: scaledSetId,
        dimensions: [],
        timeGrainSeconds: 60,
        statistic: "Average",
        timeWindowSeconds: 300,
        timeAggregation: "Average",
        operator: "GreaterThan",
        threshold: 75,
        dividePerInstance: false,
      },
      scaleAction: { direction: "Increase", type: "ChangeCount", value: 1, cooldownSeconds: 300 },
    });
  });

  it("have Azure's defaults where nothing is said: not enabled, and one instance a step", () => {
    const { enabled, ...rest } = autoscaleSetting();
    expect(enabled).toBe(true);
    expect(readAutoscaleSetting(rest).enabled).toBe(false);
    const [profile] = rest.profiles as Properties[];
    const [rule] = profile.rules as Properties[];
    const { value, ...scaleAction } = rule.scaleAction as Properties;
    expect(value).toBe("1");
    const read = readAutoscaleSetting({ ...rest, profiles: [{ ...profile, rules: [{ ...rule, scaleAction }] }] });
    expect(read.profiles[0].rules[0].scaleAction.value).toBe(1);
  });

  it("have no length of time that cannot be read, which would count as none at all", () => {
    const text = JSON.stringify(autoscaleSetting()).replaceAll('"cooldown":"PT5M"', '"cooldown":"P1M"');
    expect(() => readAutoscaleSetting(JSON.parse(text) as Properties)).toThrow('"P1M" is no duration of ISO 8601');
  });

  it("may spell Azure's words in any case", () => {
    const text = JSON.stringify(autoscaleSetting()).replaceAll('"GreaterThan"', '"greaterthan"').replaceAll('"Increase"', '"INCREASE"');
    const [rule] = readAutoscaleSetting(JSON.parse(text) as Properties).profiles[0].rules;
    expect([rule.metricTrigger.operator, rule.scaleAction.direction]).toEqual(["GreaterThan", "Increase"]);
  });

  it("make the tier's schedules hold at their times, and the usual capacity between them", () => {
    const usual = { minimum: 2, default: 2, maximum: 3 };
    const schedules = {
      timeZone: "W. Europe Standard Time",
      weekly: [
        { name: "office", capacity: { minimum: 3, default: 3, maximum: 6 }, days: ["Monday", "Tuesday"], start: "08:00", end: "18:00" },
        { name: "night", capacity: { minimum: 1, default: 1, maximum: 1 }, days: ["Friday"], start: "22:00", end: "06:00" },
      ],
      dated: [{ name: "sale", capacity: { minimum: 5, default: 5, maximum: 9 }, start: "2027-01-04T10:00", end: "2027-01-04T12:00" }],
    } as const;
    const cpu = { scaleOutCpuPercent: 75, scaleInCpuPercent: 20, window: "PT5M", cooldown: "PT5M" };
    const profiles = autoscaleProfiles(scaledSetId, usual, schedules, cpu);
    const setting = readAutoscaleSetting({ ...autoscaleSetting(), profiles: profiles as unknown as Properties[] });
    const minimumAt = (moment: string) => profileAt(setting, Date.parse(moment))?.capacity.minimum;
    expect(["2027-01-04T06:59Z", "2027-01-04T07:00Z", "2027-01-04T17:00Z"].map(minimumAt)).toEqual([2, 3, 2]);
    expect(["2027-01-04T08:59Z", "2027-01-04T09:00Z", "2027-01-04T11:00Z"].map(minimumAt)).toEqual([3, 5, 3]);
    expect(["2027-01-08T20:59Z", "2027-01-08T21:00Z", "2027-01-09T05:00Z"].map(minimumAt)).toEqual([2, 1, 2]);
  });
});
