import { assumedSilenceSeconds, healthByExtension } from "../../../../region/services/scale-set/health/health-source";
import { second } from "../instances";
import { proves } from "../../../support/proves";

const heard = { health: "Healthy", at: 1000 * second } as const;

describe("what a scale set believes of an instance's health", () => {
  it("An instance whose extension has fallen silent counts as Unhealthy, or Unknown with rich states", () => {
    proves("health-silence");
    const silentAt = heard.at + assumedSilenceSeconds * second;
    expect(healthByExtension("binary", heard, silentAt - 1).health).toBe("Healthy");
    expect(healthByExtension("binary", heard, silentAt)).toEqual({
      health: "Unhealthy",
      reason: "the health extension has been silent for 2 min",
    });
    expect(healthByExtension("rich", heard, silentAt).health).toBe("Unknown");
  });

  it("takes another time of silence as a setting", () => {
    expect(healthByExtension("binary", heard, heard.at + 29 * second, 30).health).toBe("Healthy");
    expect(healthByExtension("binary", heard, heard.at + 30 * second, 30).health).toBe("Unhealthy");
  });

  it("An instance that never reported has no health, so it is not repaired", () => {
    proves("health-first-report");
    expect(healthByExtension("rich", undefined, 1e9).health).toBeUndefined();
    expect(healthByExtension("binary", { at: 0 }, second).health).toBeUndefined();
  });
});
