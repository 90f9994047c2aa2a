import { declaredSetting } from "../../simulate/declared-setting";
import { type Load, shapedLoad } from "../../simulate/load";
import { type Outcome, Tally } from "../../simulate/outcome";
import { record } from "../../simulate/record";
import { type SimulatedMinute, simulate } from "../../simulate/simulation";

const tier = declaredSetting("dev", { vmSize: "Standard_D2as_v5" });
const assumptions = { bootSeconds: 90, capacity: 100 };

function steady(requests: number, minutes: number): Load {
  return { title: "steady", minutes, at: () => requests };
}

function minutesOf(load: Load, differences: Partial<typeof assumptions> = {}): SimulatedMinute[] {
  return [...simulate({ setting: tier.setting, load, initialInstances: 2, ...assumptions, ...differences })];
}

describe("a simulation", () => {
  it("has CPU in proportion to the load on the instances that serve, and at most 100 %", () => {
    const [first] = minutesOf(steady(100, 1));
    expect(first).toMatchObject({ instances: 2, serving: 2, cpuPercent: 50, isOverCapacity: false });
    const [busy] = minutesOf(steady(200, 1));
    expect(busy).toMatchObject({ cpuPercent: 100, isOverCapacity: false });
    const [over] = minutesOf(steady(201, 1));
    expect(over).toMatchObject({ cpuPercent: 100, isOverCapacity: true });
  });

  it("lets a new instance serve after its boot time, in the middle of a minute too", () => {
    const scaled = minutesOf(steady(180, 4));
    expect(scaled.map(({ instances }) => instances)).toEqual([2, 3, 3, 3]);
    expect(scaled.map(({ serving }) => serving)).toEqual([2, 2, 2.5, 3]);
    expect(scaled.map(({ cpuPercent }) => cpuPercent)).toEqual([90, 90, 72, 60]);
  });

  it("takes a step of load past the threshold when the average of the window is past it", () => {
    const step: Load = { title: "step", minutes: 20, at: (minute) => (minute < 10 ? 40 : 180) };
    const decided = record(tier, { load: step, ...assumptions }).decisions;
    // From 20 to 90 %, four of five minutes have to be high: 4/5 × 90 + 1/5 × 20 = 76 %.
    expect(decided).toEqual([
      { minute: 13, from: 2, to: 3, reason: "from 2 to 3 instances: Percentage CPU was 76 over the last 5 min, more than 75" },
    ]);
  });

  it("counts minutes over the threshold and over capacity, and pays for instances from their creation", () => {
    const spike: Load = { title: "spike", minutes: 60, at: (minute) => (minute === 30 || minute === 40 ? 500 : 40) };
    expect(record(tier, { load: spike, ...assumptions }).outcome).toEqual<Outcome>({
      minutes: 60,
      thresholdPercent: 75,
      minutesOverThreshold: 2,
      longestOverThreshold: 1,
      minutesOverCapacity: 2,
      minutesThrottled: 0,
      firstThrottled: undefined,
      instanceHours: 2,
      mostInstances: 2,
      scaleOuts: 0,
      scaleIns: 0,
    });
    const high = record(tier, { load: steady(250, 60), ...assumptions }).outcome;
    expect(high).toMatchObject({ scaleOuts: 1, mostInstances: 3, instanceHours: (2 + 59 * 3) / 60 });
  });

  it("shows a scale-in that autoscale skips once, and not at each of its runs", () => {
    const narrow = declaredSetting("dev", { minimumInstances: "3", defaultInstances: "4", maximumInstances: "4", scaleInCpuPercent: "54" });
    const setting = {
      ...narrow.setting,
      profiles: narrow.setting.profiles.map((one) => ({ ...one, capacity: { ...one.capacity, minimum: 1 } })),
    };
    const { decisions } = record(
      { ...narrow, setting, capacity: { minimum: 1, default: 2, maximum: 4 } },
      { load: steady(100, 60), ...assumptions },
    );
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({ from: 2, to: 2 });
    expect(decisions[0].reason).toContain("autoscale does not scale in to 1, as Percentage CPU would be 100 on 1 instance");
  });

  it("runs 100 days with the same result each time, in memory that does not grow", () => {
    const day = shapedLoad("day", 20, 195);
    const live = (days: number) => {
      const load: Load = { ...day, minutes: days * 24 * 60 };
      const tally = new Tally(tier.scaleOutCpuPercent);
      let highest = 0;
      for (const minute of simulate({ setting: tier.setting, load, initialInstances: 2, ...assumptions })) {
        tally.add(minute);
        if (minute.minute % 50_000 === 0) {
          highest = Math.max(highest, process.memoryUsage().heapUsed);
        }
      }
      return { outcome: tally.outcome(), highest };
    };
    const before = process.memoryUsage().heapUsed;
    const { outcome, highest } = live(100);
    expect(outcome).toMatchObject({ minutes: 144_000, scaleOuts: 200, scaleIns: 200, minutesOverCapacity: 0 });
    expect(live(20).outcome).toEqual(live(20).outcome);
    expect(highest - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe("a tier of a size with CPU credits", () => {
  const burstable = declaredSetting("dev", { vmSize: "Standard_B1s" });
  const day = shapedLoad("day", 30, 195);

  it("begins with the launch credits, and is at its baseline once they are spent", () => {
    // At 60 % a B1s spends half a credit a minute, so that its 30 last for an hour.
    const minutes = [...simulate({ ...burstable, load: steady(120, 70), initialInstances: 2, ...assumptions })];
    const cpu = (from: number, to: number) => new Set(minutes.slice(from, to).map(({ cpuPercent }) => Math.round(cpuPercent)));
    expect(cpu(0, 60)).toEqual(new Set([60]));
    expect(cpu(60, 61)).toEqual(new Set([10]));
    expect(minutes[60]).toMatchObject({ throttled: 2, isOverCapacity: true });
  });

  it("banks while it is idle, and no more than the maximum", () => {
    // 144 credits at most, and half of one a minute at 60 %.
    const load: Load = { title: "idle, then busy", minutes: 3400, at: (minute) => (minute < 3000 ? 0 : 120) };
    const fixed = {
      ...burstable,
      setting: { ...burstable.setting, profiles: burstable.setting.profiles.map((profile) => ({ ...profile, rules: [] })) },
    };
    const { outcome } = record(fixed, { load, ...assumptions });
    expect(outcome.firstThrottled).toBe(3000 + 288);
  });

  it("stops to scale on a day on which a size without credits scales", () => {
    const held = record(burstable, { load: day, ...assumptions });
    const free = record(tier, { load: day, ...assumptions });
    expect(free.outcome).toMatchObject({ minutesThrottled: 0, minutesOverCapacity: 0 });
    expect(free.outcome.scaleOuts).toBeGreaterThan(0);
    expect(held.outcome.firstThrottled).toBeLessThan(12 * 60);
    const later = held.decisions.filter(({ minute }) => minute > (held.outcome.firstThrottled ?? Infinity));
    expect(later.filter(({ from, to }) => to > from)).toEqual([]);
    expect(held.outcome.minutesOverCapacity).toBeGreaterThan(6 * 60);
  });
});
