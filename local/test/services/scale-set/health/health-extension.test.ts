import type { HealthAnswer } from "../../../../region/services/scale-set/health/health-answer";
import {
  healthExtensionSettings,
  type HealthExtensionSettings,
  startHealthExtension,
  takeHealthAnswer,
} from "../../../../region/services/scale-set/health/health-extension";
import { second } from "../instances";
import { proves } from "../../../support/proves";

const overHttp: Record<string, HealthAnswer> = {
  h: { kind: "response", status: 200, body: `{"ApplicationHealthState": "Healthy"}` },
  u: { kind: "response", status: 200, body: `{"ApplicationHealthState": "Unhealthy"}` },
  i: { kind: "response", status: 200, body: `{"ApplicationHealthState": "Hello!"}` },
  m: { kind: "response", status: 200, body: "" },
};
const overTcp: Record<string, HealthAnswer> = { h: { kind: "connected" }, u: { kind: "no answer" } };

/**
 * The states reported after each of the answers, which come once an interval from the start on: h healthy, u unhealthy, i an invalid
 * state, m none. A report that is not there yet is a dash; states are shortened to H, U, I (Initializing) and ? (Unknown).
 */
function reports(settings: HealthExtensionSettings, answers: string): string {
  const short = { Healthy: "H", Unhealthy: "U", Initializing: "I", Unknown: "?" };
  let state = startHealthExtension(settings, 0);
  return [...answers]
    .map((answer, index) => {
      const now = index * settings.intervalInSeconds * second;
      state = takeHealthAnswer(settings, state, (settings.protocol === "tcp" ? overTcp : overHttp)[answer], now).state;
      return state.committed === undefined ? "-" : short[state.committed];
    })
    .join("");
}

function rich(settings: Partial<HealthExtensionSettings>): HealthExtensionSettings {
  return healthExtensionSettings("2.0", { protocol: "http", ...settings });
}

function binary(settings: Partial<HealthExtensionSettings>): HealthExtensionSettings {
  return healthExtensionSettings("1.0", { protocol: "tcp", ...settings });
}

describe("the health extension", () => {
  it("The extension asks every 5 seconds, believes one answer, and by default gives grace for as many intervals as it needs answers", () => {
    proves("health-defaults");
    expect(rich({})).toEqual({ states: "rich", protocol: "http", intervalInSeconds: 5, numberOfProbes: 1, gracePeriod: 5 });
    expect(rich({ intervalInSeconds: 10, numberOfProbes: 4 }).gracePeriod).toBe(40);
    expect(rich({ gracePeriod: 600 }).gracePeriod).toBe(600);
    expect(binary({}).states).toBe("binary");
  });

  it("A reported state changes after numberOfProbes equal answers in a row", () => {
    proves("health-change");
    expect(reports(binary({ numberOfProbes: 3 }), "huuhuuuhhh")).toBe("HHHHHHUUUH");
    expect(reports(rich({ numberOfProbes: 3, gracePeriod: 600 }), "hhhuuiuuu")).toBe("IIHHHHHHU");
    expect(reports(rich({ gracePeriod: 600 }), "huih")).toBe("HU?H");
  });

  it("With binary states the first healthy answer counts at once, and nothing is reported before one state is sure", () => {
    proves("health-binary-first");
    expect(reports(binary({ numberOfProbes: 3 }), "h")).toBe("H");
    expect(reports(binary({ numberOfProbes: 3 }), "uuuu")).toBe("--UU");
    expect(reports(binary({ numberOfProbes: 3 }), "uuh")).toBe("--H");
  });

  it("Over http equal answers of Healthy or Unhealthy end the grace period, Unknown ones do not", () => {
    proves("health-grace-http");
    const settings = rich({ numberOfProbes: 3, gracePeriod: 600 });
    expect(reports(settings, "hhh")).toBe("IIH");
    expect(reports(settings, "uuu")).toBe("IIU");
    expect(reports(settings, "iiiiii")).toBe("IIIIII");
    expect(reports(settings, "hhuhh")).toBe("IIIII");
  });

  it("Over tcp only Healthy answers end the grace period", () => {
    proves("health-grace-tcp");
    const settings = rich({ protocol: "tcp", numberOfProbes: 3, gracePeriod: 60 });
    expect(reports(settings, "hhh")).toBe("IIH");
    expect(reports(settings, "u".repeat(12))).toBe("I".repeat(12));
    expect(reports(settings, "u".repeat(13))).toBe("I".repeat(12) + "U");
  });

  it("A grace period that expires ends as Unknown over http and as Unhealthy over tcp, and the answer of that moment is lost", () => {
    proves("health-grace-expires");
    const web = rich({ numberOfProbes: 2, gracePeriod: 20 });
    expect(reports(web, "uhuhh")).toBe("IIII?");
    expect(reports(web, "uhuhhh")).toBe("IIII??");
    expect(reports(web, "uhuhhhh")).toBe("IIII??H");
    const port = rich({ protocol: "tcp", gracePeriod: 10 });
    expect(reports(port, "uuhh")).toBe("IIUH");
  });

  it("The extension's own integration tests end in the same states", () => {
    proves("health-own-tests");
    const short = { numberOfProbes: 2 };
    const long = { numberOfProbes: 2, intervalInSeconds: 10, gracePeriod: 600 };
    const expiring = { numberOfProbes: 2, intervalInSeconds: 10, gracePeriod: 60 };
    expect(reports(rich(short), "hhihii")).toBe("IHHHH?");
    expect(reports(rich(short), "mhhuuii")).toBe("II??UU?");
    expect(reports(rich(short), "ihhihuhih")).toBe("II???????");
    expect(reports(rich(long), "ihuh")).toBe("IIII");
    expect(reports(rich(long), "ihuhhmm")).toBe("IIIIHH?");
    expect(reports(rich(long), "ihuhhuuhii")).toBe("IIIIHHUUU?");
    expect(reports(rich({ numberOfProbes: 4, gracePeriod: 600 }), "iiiihuhuuhhhhuiiii")).toBe("IIIIIIIIIIIIHHHHH?");
    expect(reports(rich(expiring), "umiihuh")).toBe("IIIIII?");
    expect(reports(rich(expiring), "iuiuiuhuhhh")).toBe("IIIIII???HH");
  });

  it("ends the grace period by the time since its start, however slow the answers are", () => {
    const settings = rich({ numberOfProbes: 2, gracePeriod: 10 });
    const first = takeHealthAnswer(settings, startHealthExtension(settings, 7 * second), overHttp.h, 16.999 * second);
    expect(first.state.committed).toBe("Initializing");
    expect(takeHealthAnswer(settings, first.state, overHttp.h, 17 * second).state.committed).toBe("Unknown");
    expect(takeHealthAnswer(settings, first.state, overHttp.h, 16.999 * second).state.committed).toBe("Healthy");
  });

  it("says why the reported state changed, or how far the change has come", () => {
    const settings = binary({ numberOfProbes: 2 });
    const up = takeHealthAnswer(settings, startHealthExtension(settings, 0), overTcp.h, 0);
    expect(up).toMatchObject({ changed: true, reason: "health is now Healthy: the port accepted a connection" });
    const doubt = takeHealthAnswer(settings, up.state, overTcp.u, 5 * second);
    expect(doubt).toMatchObject({
      changed: false,
      reason: "health stays Healthy: the port accepted no connection; 1 of 2 answers that change it",
    });
    const patient = rich({ numberOfProbes: 2, gracePeriod: 600 });
    expect(takeHealthAnswer(patient, startHealthExtension(patient, 0), overHttp.m, 90 * second).reason).toBe(
      'health is now Initializing: the application\'s answer has no ApplicationHealthState of "Healthy" or "Unhealthy"; the grace period goes on for 8 min 30 s',
    );
  });
});
