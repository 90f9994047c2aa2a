import { healthExtensionSettings } from "../../../../region/services/scale-set/health/health-extension";
import { HealthWatch } from "../../../../region/services/scale-set/health/health-watch";
import { assumedSilenceSeconds } from "../../../../region/services/scale-set/health/health-source";
import { eventually } from "../../../support/eventually";
import { AskedInstance } from "../asked-instance";

const probe = {
  settings: healthExtensionSettings("1.0", { protocol: "http", intervalInSeconds: 1 }),
  port: 80,
  requestPath: "/",
};

let instance: AskedInstance;
beforeEach(async () => {
  instance = new AskedInstance();
  await instance.listen();
});
afterEach(() => instance.remove());

describe("the health extension of an instance", () => {
  it("asks under its own name, and reports what the application says", async () => {
    const watch = new HealthWatch(instance.region, "web_0", probe, instance.onChange, false);
    expect([watch.health.health, watch.isKnown]).toEqual([undefined, false]);
    await eventually(() => watch.isKnown);
    expect(watch.health.health).toBe("Healthy");
    expect(instance.questions[0]).toBe("ApplicationHealthExtension/1.0");
    instance.status = 500;
    await eventually(() => watch.health.health === "Unhealthy");
    expect(watch.health.reason).toBe("the application answered with status 500");
    expect(instance.changes).toBe(2);
    watch.stop();
  });

  it("is silent with its machine: what it reported stays true for a while, and somebody looks at once", async () => {
    const watch = new HealthWatch(instance.region, "web_0", probe, instance.onChange, false);
    await eventually(() => watch.isKnown);
    await instance.switchOff();
    await eventually(() => instance.changes === 2);
    expect(watch.health.health).toBe("Healthy");
    instance.now = assumedSilenceSeconds * 1000;
    expect(watch.health.health).toBe("Unhealthy");
    watch.stop();
  });

  it("has fallen silent where an earlier daemon heard it and nobody does now", async () => {
    await instance.switchOff();
    const watch = new HealthWatch(instance.region, "web_0", probe, instance.onChange, true);
    await eventually(() => watch.isKnown);
    instance.now = assumedSilenceSeconds * 1000;
    expect(watch.health.health).toBe("Unhealthy");
    watch.stop();
  });
});
