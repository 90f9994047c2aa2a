import { readHealthAnswer, type HealthAnswer, type HealthStates } from "../../../../region/services/scale-set/health/health-answer";
import { proves } from "../../../support/proves";

function response(status: number, body = ""): HealthAnswer {
  return { kind: "response", status, body };
}

function overHttp(states: HealthStates, answer: HealthAnswer): string {
  return readHealthAnswer(states, "http", answer).state;
}

const saysHealthy = `{"ApplicationHealthState": "Healthy"}`;

describe("the health extension reading an answer", () => {
  it("With binary states only status 200 is healthy, whatever the body", () => {
    proves("health-binary-200");
    expect(overHttp("binary", response(200, "ok"))).toBe("Healthy");
    expect(overHttp("binary", response(200, `{"ApplicationHealthState": "Unhealthy"}`))).toBe("Healthy");
    for (const status of [199, 201, 204, 302, 404, 503]) {
      expect(overHttp("binary", response(status, saysHealthy))).toBe("Unhealthy");
    }
    expect(overHttp("binary", { kind: "no answer" })).toBe("Unhealthy");
  });

  it("With rich states the body says whether the application is healthy, and the status must be 2xx", () => {
    proves("health-rich-body");
    expect(overHttp("rich", response(200, saysHealthy))).toBe("Healthy");
    expect(overHttp("rich", response(299, saysHealthy))).toBe("Healthy");
    expect(overHttp("rich", response(200, `{"ApplicationHealthState": "Unhealthy"}`))).toBe("Unhealthy");
    expect(overHttp("rich", response(300, saysHealthy))).toBe("Unknown");
    expect(overHttp("rich", response(199, saysHealthy))).toBe("Unknown");
  });

  it("With rich states anything else is Unknown: a plain page, another status, a redirect, no answer", () => {
    proves("health-rich-unknown");
    for (const body of ["ok", "", "<html></html>", "[]", "null", `"Healthy"`, "{}", `{"ApplicationHealthState": null}`]) {
      expect(overHttp("rich", response(200, body))).toBe("Unknown");
    }
    expect(overHttp("rich", response(503, `{"ApplicationHealthState": "Unhealthy"}`))).toBe("Unknown");
    expect(overHttp("rich", response(301, saysHealthy))).toBe("Unknown");
    expect(overHttp("rich", { kind: "no answer" })).toBe("Unknown");
    expect(overHttp("rich", { kind: "connected" })).toBe("Unknown");
  });

  it("The key of the body is read in any case and its value only as Healthy or Unhealthy", () => {
    proves("health-rich-key");
    expect(overHttp("rich", response(200, `{"applicationhealthstate": "Healthy"}`))).toBe("Healthy");
    expect(overHttp("rich", response(200, `{"ApplicationHealthState": "healthy"}`))).toBe("Unknown");
    expect(overHttp("rich", response(200, `{"ApplicationHealthState": "Initializing"}`))).toBe("Unknown");
    expect(overHttp("rich", response(200, `{"ApplicationHealthState": true}`))).toBe("Unknown");
  });

  it("takes the last of two keys that differ only in case, and skips one that is null", () => {
    expect(overHttp("rich", response(200, `{"applicationHealthState": "Healthy", "ApplicationHealthState": "Unhealthy"}`))).toBe(
      "Unhealthy",
    );
    expect(overHttp("rich", response(200, `{"applicationHealthState": "Healthy", "ApplicationHealthState": null}`))).toBe("Healthy");
  });

  it("Custom metrics that are no text spoil an otherwise healthy answer", () => {
    proves("health-rich-custom-metrics");
    const asObject = { ApplicationHealthState: "Healthy", CustomMetrics: { rollingUpgrade: { SkipUpgrade: true } } };
    const asText = { ...asObject, CustomMetrics: JSON.stringify(asObject.CustomMetrics) };
    expect(overHttp("rich", response(200, JSON.stringify(asObject)))).toBe("Unknown");
    expect(overHttp("rich", response(200, JSON.stringify(asText)))).toBe("Healthy");
    expect(overHttp("rich", response(200, JSON.stringify({ ...asText, CustomMetrics: null })))).toBe("Healthy");
  });

  it("Over tcp a handshake is healthy, anything else Unhealthy, and nothing is Unknown", () => {
    proves("health-tcp");
    for (const states of ["binary", "rich"] as const) {
      expect(readHealthAnswer(states, "tcp", { kind: "connected" }).state).toBe("Healthy");
      expect(readHealthAnswer(states, "tcp", { kind: "no answer" }).state).toBe("Unhealthy");
    }
  });

  it("Without a protocol the extension asks nothing and calls the instance healthy", () => {
    proves("health-no-protocol");
    expect(readHealthAnswer("rich", undefined, { kind: "no answer" }).state).toBe("Healthy");
  });

  it("says what it saw", () => {
    expect(readHealthAnswer("binary", "http", response(503)).because).toBe("the application answered with status 503");
    expect(readHealthAnswer("rich", "http", response(200, "ok")).because).toContain("no ApplicationHealthState");
  });
});
