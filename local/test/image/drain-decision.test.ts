import { decide, nothingDone } from "../../../image/drain/decision";
import { departuresOf } from "../../../image/drain/events";
import { type ScheduledEvent, terminate } from "./support/metadata-service";

const second = 1000;
const minute = 60 * second;
const settle = 15 * second;
const start = Date.parse("Mon, 11 May 2026 10:00:00 GMT");
const inMinutes = (minutes: number) => new Date(start + minutes * minute).toUTCString();

const departures = (...events: ScheduledEvent[]) => departuresOf({ Events: events } as Parameters<typeof departuresOf>[0], "web_1");

describe("which events end an instance's work", () => {
  test.each(["Terminate", "Preempt", "Reboot", "Redeploy"])("%s does", (EventType) => {
    expect(departures(terminate({ EventType, NotBefore: inMinutes(5) }))).toEqual([
      { id: "E1", type: EventType, started: false, shared: false, notBefore: start + 5 * minute },
    ]);
  });

  test("a freeze does not: connections survive it", () => {
    expect(departures(terminate({ EventType: "Freeze" }))).toEqual([]);
  });

  test("one for another instance of the set does not", () => {
    expect(departures(terminate({ Resources: ["web_10", "xweb_1"] }))).toEqual([]);
  });

  test("names are compared without regard to case, as Azure does", () => {
    expect(departures(terminate({ Resources: ["WEB_1"] }))).toHaveLength(1);
  });

  test("one that has started carries no time", () => {
    expect(departures(terminate({ EventStatus: "Started", NotBefore: "" }))).toMatchObject([{ started: true, notBefore: Infinity }]);
  });
});

describe("what to do about them", () => {
  const observe = (after: number, openConnections: number, ...events: ScheduledEvent[]) => ({
    now: start + after,
    openConnections,
    departures: departures(...events),
  });
  const since = { drainingSince: start, approved: [] };
  const soon = terminate({ NotBefore: inMinutes(5) });

  test("nothing while there is no event", () => {
    expect(decide(nothingDone, observe(0, 7), settle)).toEqual({ ready: true, drainingSince: undefined, approve: [], because: undefined });
  });

  test("readiness goes off at once, even when nobody is connected", () => {
    expect(decide(nothingDone, observe(0, 0, soon), settle)).toEqual({
      ready: false,
      drainingSince: start,
      approve: [],
      because: undefined,
    });
  });

  test("nothing is approved until the load balancer has had time to notice", () => {
    expect(decide(since, observe(settle - 1, 0, soon), settle).approve).toEqual([]);
    expect(decide(since, observe(settle, 0, soon), settle)).toMatchObject({ approve: ["E1"], because: "connections ended" });
  });

  test("nothing is approved while a single connection is open", () => {
    expect(decide(since, observe(settle, 1, soon), settle).approve).toEqual([]);
  });

  test("open connections are waited for until the event's time, and no longer", () => {
    expect(decide(since, observe(5 * minute - 1, 3, soon), settle).approve).toEqual([]);
    expect(decide(since, observe(5 * minute, 3, soon), settle)).toMatchObject({ approve: ["E1"], because: "time is up" });
  });

  test("when the event is days away, open connections are waited for 15 minutes", () => {
    const redeploy = terminate({ EventType: "Redeploy", NotBefore: inMinutes(3 * 24 * 60) });
    expect(decide(since, observe(15 * minute - 1, 3, redeploy), settle).approve).toEqual([]);
    expect(decide(since, observe(15 * minute, 3, redeploy), settle).approve).toEqual(["E1"]);
  });

  test("an event for several instances waits for the others' connections, as one approval counts for all", () => {
    const shared = { ...soon, Resources: ["web_1", "web_2"] };
    expect(decide(since, observe(5 * minute - 1, 0, shared), settle).approve).toEqual([]);
    expect(decide(since, observe(5 * minute, 0, shared), settle).approve).toEqual(["E1"]);
  });

  test("what has started needs no approval, but readiness stays off", () => {
    const started = terminate({ EventStatus: "Started", NotBefore: "" });
    expect(decide(since, observe(settle, 0, started), settle)).toMatchObject({ ready: false, approve: [] });
  });

  test("an event is approved once", () => {
    expect(decide({ drainingSince: start, approved: ["E1"] }, observe(settle, 0, soon), settle)).toMatchObject({
      ready: false,
      approve: [],
    });
  });

  test("a second event is approved with the first, or after it", () => {
    const second = { ...soon, EventId: "E2" };
    expect(decide(since, observe(settle, 0, soon, second), settle).approve).toEqual(["E1", "E2"]);
    expect(decide({ drainingSince: start, approved: ["E1"] }, observe(settle, 0, soon, second), settle).approve).toEqual(["E2"]);
  });

  test("when the event is called off, the instance is ready again", () => {
    expect(decide(since, observe(minute, 2), settle)).toEqual({ ready: true, drainingSince: undefined, approve: [], because: undefined });
  });
});
