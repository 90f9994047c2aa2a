import {
  notProbed,
  type ProbeAnswer,
  type ProbeSettings,
  probeSettings,
  type ProbeState,
  probeTimeout,
  takeProbeAnswer,
} from "../../../region/services/load-balancer/load-balancer-probe";
import { proves } from "../../support/proves";

const ok: ProbeAnswer = { kind: "response", status: 200 };
const error: ProbeAnswer = { kind: "response", status: 503 };
const reset: ProbeAnswer = { kind: "reset" };
const silence: ProbeAnswer = { kind: "no answer" };

const http: ProbeSettings = { protocol: "Http", intervalInSeconds: 5, probeThreshold: 2 };

/** Whether the backend is up after each of the answers. */
function ups(settings: ProbeSettings, answers: readonly ProbeAnswer[], from: ProbeState = notProbed): boolean[] {
  let state = from;
  return answers.map((answer) => {
    state = takeProbeAnswer(settings, state, answer).state;
    return state.isUp;
  });
}

describe("a load balancer's probe", () => {
  it("A probe over http succeeds with status 200 alone, one over tcp with a handshake", () => {
    proves("probe-200");
    for (const status of [201, 204, 301, 404, 500]) {
      expect(ups(http, [{ kind: "response", status }])).toEqual([false]);
    }
    expect(ups(http, [ok])).toEqual([true]);
    expect(ups({ ...http, protocol: "Tcp" }, [{ kind: "connected" }])).toEqual([true]);
    expect(ups(http, [{ kind: "connected" }])).toEqual([false]);
  });

  it("A status other than 200 or a reset connection takes the backend out at once, whatever the threshold", () => {
    proves("probe-explicit-failure");
    const patient = { ...http, probeThreshold: 10 };
    expect(ups(patient, [ok, error])).toEqual([true, false]);
    expect(ups(patient, [ok, reset])).toEqual([true, false]);
    expect(ups({ ...patient, protocol: "Tcp" }, [{ kind: "connected" }, reset])).toEqual([true, false]);
  });

  it("Silence takes a backend out after probeThreshold probes in a row", () => {
    proves("probe-silence");
    expect(ups(http, [ok, silence, silence])).toEqual([true, true, false]);
    expect(ups(http, [ok, silence, ok, silence, silence])).toEqual([true, true, true, true, false]);
    expect(ups({ ...http, probeThreshold: 1 }, [ok, silence])).toEqual([true, false]);
  });

  it("A backend comes back after probeThreshold successes in a row", () => {
    proves("probe-return");
    expect(ups(http, [ok, error, ok, ok])).toEqual([true, false, false, true]);
    expect(ups(http, [ok, error, ok, silence, ok, ok])).toEqual([true, false, false, false, false, true]);
  });

  it("One success is enough for a backend that has not been up since it booted", () => {
    proves("probe-first-success");
    expect(ups({ ...http, probeThreshold: 5 }, [error, silence, ok])).toEqual([false, false, true]);
  });

  it("A stopped instance is out, and is not probed before it starts again", () => {
    proves("probe-stopped");
    const patient = { ...http, probeThreshold: 5 };
    const running = takeProbeAnswer(patient, notProbed, ok).state;
    expect(notProbed.isUp).toBe(false);
    expect(ups(patient, [reset, ok], running)).toEqual([false, false]);
    expect(ups(patient, [reset, ok], notProbed)).toEqual([false, true]);
  });

  it("A probe over http waits for an interval but no longer than 30 seconds, one over tcp for an interval", () => {
    proves("probe-timeout");
    expect(probeTimeout({ ...http, intervalInSeconds: 5 })).toBe(5_000);
    expect(probeTimeout({ ...http, intervalInSeconds: 30 })).toBe(30_000);
    expect(probeTimeout({ ...http, intervalInSeconds: 31 })).toBe(30_000);
    expect(probeTimeout({ ...http, protocol: "Https", intervalInSeconds: 120 })).toBe(30_000);
    expect(probeTimeout({ ...http, protocol: "Tcp", intervalInSeconds: 120 })).toBe(120_000);
  });

  it("A probe goes out every 15 seconds and believes one answer by default", () => {
    proves("probe-defaults");
    expect(probeSettings({ protocol: "Http" })).toEqual({ protocol: "Http", intervalInSeconds: 15, probeThreshold: 1 });
    expect(probeSettings({ protocol: "Tcp", intervalInSeconds: 5, probeThreshold: 2 })).toEqual({
      protocol: "Tcp",
      intervalInSeconds: 5,
      probeThreshold: 2,
    });
  });

  it("says why a backend is taken out, and how far that has come", () => {
    const up = takeProbeAnswer(http, notProbed, ok);
    expect(up).toMatchObject({ changed: true, reason: "the backend is now up: the probe was answered with 200" });
    const doubt = takeProbeAnswer(http, up.state, silence);
    expect(doubt).toMatchObject({ changed: false, reason: "the backend stays up: the probe was not answered in time, 1 of 2 in a row" });
    const down = takeProbeAnswer(http, doubt.state, silence);
    expect(down).toMatchObject({ changed: true, reason: "the backend is now down: the probe was not answered in time, 2 in a row" });
  });
});
