import { story } from "../simulation/story";
import type { World } from "../simulation/world";
import { proves } from "../support/proves";

const told = story();

/** Has an instance ask for its scheduled events, as its drain service does. */
function ask(world: World, name: string) {
  const host = world.daemon.metadata.get(name);
  if (host === undefined) {
    throw new Error(`${name} has no metadata service`);
  }
  host.onEventsAsked();
  return host.read().scheduledEvents.Events;
}

/** Has an instance approve the deletions of others, or its own. */
function approve(world: World, by: string, ...leaving: readonly string[]): void {
  const events = ask(world, by).filter(({ Resources }) => leaving.includes(Resources[0]));
  world.daemon.metadata.get(by)?.onEventsApproved(events.map(({ EventId }) => EventId));
}

/** How many region minutes an instance had from its notice to its end. */
function noticeOf(world: World, name: string): number {
  const [notified] = world.when(`${name} is notified`);
  const [gone] = world.when(`${name}: is gone`);
  return gone - notified;
}

describe("a terminate notification", () => {
  it("leaves an instance its five minutes, in which it serves on", async () => {
    proves("terminate-delay");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    ask(world, "web_0");
    const answer = world.beginUp({ capacity: 2 });
    await world.pass(4.5);
    expect(world.serving).toEqual(["web_0", "web_1", "web_2"]);
    expect(await world.ended(answer)).toEqual([]);
    expect(noticeOf(world, "web_2")).toBeGreaterThanOrEqual(5);
    expect(noticeOf(world, "web_2")).toBeLessThan(6.5);
  });

  it("that is approved has the instance go at once", async () => {
    proves("terminate-approval");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    ask(world, "web_2");
    const answer = world.beginUp({ capacity: 2 });
    await world.pass(1);
    approve(world, "web_2", "web_2");
    expect(await world.ended(answer)).toEqual([]);
    expect(noticeOf(world, "web_2")).toBeLessThan(3);
  });

  it("is shown to every instance of the set", async () => {
    proves("terminate-document");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    ask(world, "web_0");
    void world.beginUp({ capacity: 2 });
    await world.pass(1);
    const shown = ["web_0", "web_1", "web_2"].map((name) => ask(world, name));
    expect(shown[0]).toMatchObject([{ EventType: "Terminate", EventStatus: "Scheduled", Resources: ["web_2"] }]);
    expect(shown).toEqual([shown[0], shown[0], shown[0]]);
  });

  it("of two instances that go together needs both approvals, or its time", async () => {
    proves("terminate-same-time", "terminate-others-pending");
    const { world } = told;
    await world.deploy({ capacity: 4, zones: [] });
    ask(world, "web_0");
    const answer = world.beginUp({ capacity: 2 });
    await world.pass(1);
    approve(world, "web_2", "web_2");
    await world.pass(2);
    expect(world.names).toEqual(["web_0", "web_1", "web_2", "web_3"]);
    approve(world, "web_3", "web_3");
    expect(await world.ended(answer)).toEqual([]);
    expect(noticeOf(world, "web_2")).toBeLessThan(5);
  });

  it("is given to nobody where no instance has asked for events, and nothing waits", async () => {
    proves("terminate-nobody-asks");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.deploy({ capacity: 2 });
    expect(world.told("is notified")).toEqual([]);
    expect(world.told("web_2 is deleted at once: no instance has asked for scheduled events")).toHaveLength(1);
  });

  it("is given to nobody where the model has none", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, terminateNotification: false });
    ask(world, "web_0");
    await world.deploy({ capacity: 2 });
    expect(world.told("is notified")).toEqual([]);
  });

  it.each([
    ["a replacing repair", "Replace", ["web_0"]],
    ["no restart", "Restart", []],
    ["no reimage", "Reimage", []],
  ])("comes with %s", async (_, repairAction, notified) => {
    proves("terminate-which");
    const { world } = told;
    await world.deploy({ repairs: { enabled: true, gracePeriod: "PT10M", repairAction } });
    ask(world, "web_1");
    world.machine("web_0").disturb("ill");
    await world.passUntil(() => world.told(": repair by ").length > 0);
    await world.pass(10);
    expect(notified.length === 0 ? world.told("is notified") : world.told("web_0 is notified")).toHaveLength(notified.length);
  });

  it("goes on when the daemon begins anew, at the time that was said", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    ask(world, "web_0");
    void world.beginUp({ capacity: 2 });
    await world.pass(2);
    world.restartDaemon();
    await world.pass(1);
    expect(ask(world, "web_0")).toMatchObject([{ Resources: ["web_2"] }]);
    expect(world.names).toContain("web_2");
    await world.passUntil(() => !world.names.includes("web_2"), 10);
    expect(noticeOf(world, "web_2")).toBeLessThan(7);
  });
});
