import {
  approveDeletion,
  decideDeletions,
  finishDeletion,
  noPendingDeletions,
  type PendingDeletions,
  requestDeletion,
  scheduledEvents,
  terminateNotificationProfile,
} from "../../../region/services/scale-set/terminate-notification";
import { minute } from "./instances";
import { proves } from "../../support/proves";

const profile = terminateNotificationProfile({ enable: true });
const day = 24 * 60 * minute;

/** The pending deletions after each of the instances was asked to go at its time. */
function asked(times: Record<string, number>): PendingDeletions {
  return Object.entries(times).reduce<PendingDeletions>(
    (pending, [instance, at]) => requestDeletion(pending, profile, { instance, eventId: `event-${instance}`, lastAskedAt: at }, at).pending,
    noPendingDeletions,
  );
}

function approved(pending: PendingDeletions, ...names: string[]): PendingDeletions {
  return names.reduce((before, name) => {
    const after = approveDeletion(before, `event-${name}`);
    expect(after).toBeDefined();
    return after ?? before;
  }, pending);
}

function startedAt(pending: PendingDeletions, now: number): string[] {
  return decideDeletions(pending, now).started.map(({ instance }) => instance);
}

describe("terminate notifications", () => {
  it("A deletion waits for the notBeforeTimeout, and goes ahead at its end", () => {
    proves("terminate-delay");
    expect(terminateNotificationProfile({})).toEqual({ enable: false, notBeforeTimeoutSeconds: 300 });
    const pending = asked({ web_1: minute });
    expect(startedAt(pending, 6 * minute - 1)).toEqual([]);
    expect(startedAt(pending, 6 * minute)).toEqual(["web_1"]);
    const longer = requestDeletion(
      noPendingDeletions,
      { ...profile, notBeforeTimeoutSeconds: 900 },
      { instance: "web_1", eventId: "event", lastAskedAt: 0 },
      0,
    );
    expect(startedAt(longer.pending, 15 * minute - 1)).toEqual([]);
    expect(startedAt(longer.pending, 15 * minute)).toEqual(["web_1"]);
  });

  it("An approved deletion goes ahead at once", () => {
    proves("terminate-approval");
    const decision = decideDeletions(approved(asked({ web_1: 0 }), "web_1"), 1);
    expect(decision.started).toEqual([{ instance: "web_1", reason: "its terminate event is approved" }]);
    expect(decideDeletions(decision.pending, 2).started).toEqual([]);
  });

  it("An approved deletion waits for the deletions of others that are neither approved nor due", () => {
    proves("terminate-others-pending");
    const pending = approved(asked({ web_1: 0, web_2: minute }), "web_2");
    expect(decideDeletions(pending, 2 * minute)).toEqual({
      pending,
      started: [],
      waiting: [
        { instance: "web_1", reason: "its terminate event is not approved, and ends in 3 min" },
        { instance: "web_2", reason: "its terminate event is approved, but web_1 must approve as well or reach its time" },
      ],
    });
    expect(startedAt(pending, 5 * minute)).toEqual(["web_1", "web_2"]);
    expect(startedAt(approved(pending, "web_1"), 2 * minute)).toEqual(["web_1", "web_2"]);
  });

  it("Deletions with the same NotBefore need all approvals to go ahead before it", () => {
    proves("terminate-same-time");
    const both = asked({ web_1: 0, web_2: 0 });
    expect(startedAt(approved(both, "web_1"), minute)).toEqual([]);
    expect(startedAt(approved(both, "web_1", "web_2"), minute)).toEqual(["web_1", "web_2"]);
    expect(startedAt(approved(both, "web_1"), 5 * minute)).toEqual(["web_1", "web_2"]);
  });

  it("does not hold up a later deletion by one that has begun", () => {
    const begun = decideDeletions(approved(asked({ web_1: 0 }), "web_1"), 1).pending;
    const { pending } = requestDeletion(begun, profile, { instance: "web_2", eventId: "event-web_2", lastAskedAt: 2 }, 2);
    expect(startedAt(approved(pending, "web_2"), 3)).toEqual(["web_2"]);
  });

  it("Nobody is notified and nothing waits where no instance has asked for events within 24 hours", () => {
    proves("terminate-nobody-asks");
    const ask = (lastAskedAt: number | undefined, now: number) =>
      requestDeletion(noPendingDeletions, profile, { instance: "web_1", eventId: "event", lastAskedAt }, now).isDelayed;
    expect(ask(undefined, 0)).toBe(false);
    expect(ask(0, day)).toBe(false);
    expect(ask(0, day - 1)).toBe(true);
    const off = requestDeletion(
      noPendingDeletions,
      terminateNotificationProfile({}),
      { instance: "web_1", eventId: "event", lastAskedAt: 0 },
      0,
    );
    expect(off).toEqual({
      pending: noPendingDeletions,
      isDelayed: false,
      reason: "web_1 is deleted at once: its model has no terminate notification",
    });
  });

  it("notifies an instance once, however often its deletion is asked for", () => {
    const first = asked({ web_1: 0 });
    const again = requestDeletion(first, profile, { instance: "web_1", eventId: "another", lastAskedAt: 0 }, minute);
    expect(again).toMatchObject({ pending: first, isDelayed: true });
  });

  it("All instances see the events of all, with a NotBefore until the deletion begins", () => {
    proves("terminate-document");
    const toDate = (time: number) => new Date(Date.UTC(2026, 0, 1) + time);
    const pending = asked({ web_1: 0, web_2: minute });
    expect(scheduledEvents(noPendingDeletions, toDate)).toEqual({ DocumentIncarnation: 1, Events: [] });
    expect(scheduledEvents(pending, toDate)).toEqual({
      DocumentIncarnation: 3,
      Events: ["web_1", "web_2"].map((name, index) => ({
        EventId: `event-${name}`,
        EventStatus: "Scheduled",
        EventType: "Terminate",
        ResourceType: "VirtualMachine",
        Resources: [name],
        NotBefore: `Thu, 01 Jan 2026 00:0${5 + index}:00 GMT`,
        Description: "",
        EventSource: "Platform",
        DurationInSeconds: -1,
      })),
    });
    const begun = decideDeletions(pending, 5 * minute).pending;
    expect(scheduledEvents(begun, toDate)).toMatchObject({
      DocumentIncarnation: 4,
      Events: [
        { EventStatus: "Started", NotBefore: "" },
        { EventStatus: "Scheduled", NotBefore: "Thu, 01 Jan 2026 00:06:00 GMT" },
      ],
    });
    expect(scheduledEvents(finishDeletion(begun, "web_1"), toDate)).toMatchObject({
      DocumentIncarnation: 5,
      Events: [{ Resources: ["web_2"] }],
    });
  });

  it("keeps the incarnation while the events are the same", () => {
    const pending = asked({ web_1: 0 });
    expect(decideDeletions(pending, 1).pending.incarnation).toBe(pending.incarnation);
    expect(approved(pending, "web_1").incarnation).toBe(pending.incarnation);
    expect(finishDeletion(pending, "web_9")).toBe(pending);
  });

  it("knows no event that it has not announced", () => {
    expect(approveDeletion(asked({ web_1: 0 }), "event-web_2")).toBeUndefined();
  });
});
