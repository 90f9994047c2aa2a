import { setTimeout as wait } from "node:timers/promises";
import { probeSettings } from "../../../region/services/load-balancer/load-balancer-probe";
import { ProbeWatch } from "../../../region/services/load-balancer/probe-watch";
import { eventually } from "../../support/eventually";
import { AskedInstance } from "../scale-set/asked-instance";

const probe = { name: "site", settings: probeSettings({ protocol: "Http", intervalInSeconds: 1 }), port: 80, requestPath: "/" };

const backend = { name: "web_0", address: "10.0.1.4" };

let instance: AskedInstance;
beforeEach(async () => {
  instance = new AskedInstance();
  await instance.listen();
});
afterEach(() => instance.remove());

describe("a probe of an instance", () => {
  it("asks once in its interval, and tells once of what has changed", async () => {
    const watch = new ProbeWatch(instance.region, backend, probe, instance.onChange);
    expect([watch.isUp, watch.isKnown]).toEqual([false, false]);
    await eventually(() => instance.questions.length > 3);
    expect([watch.isUp, watch.isKnown]).toEqual([true, true]);
    expect(instance.questions[0]).toBe("Load Balancer Agent");
    expect(instance.events).toEqual(["probe site: the backend is now up: the probe was answered with 200"]);
    instance.status = 503;
    await eventually(() => !watch.isUp);
    expect(instance.changes).toBe(2);
  });

  it("says of an instance what was known of it, until it has an answer of its own", async () => {
    const watch = new ProbeWatch(instance.region, backend, probe, instance.onChange, true);
    expect([watch.isUp, watch.isKnown]).toEqual([true, false]);
    await eventually(() => watch.isKnown);
    expect(instance.changes).toBe(0);
  });

  it("is a background task until it is stopped", async () => {
    const watch = new ProbeWatch(instance.region, backend, probe, instance.onChange);
    expect(instance.region.tasks.status()).toMatchObject([{ name: "probe site of web_0", periodInMilliseconds: 20 }]);
    await watch.stop();
    const asked = instance.questions.length;
    await wait(100);
    expect(instance.questions).toHaveLength(asked);
    expect(instance.region.tasks.status()).toEqual([]);
  });
});
