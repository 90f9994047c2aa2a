import type { ScheduledEvent, ScheduledEvents } from "./facts";

/** The versions that brought kinds of events and fields that the first one did not have. */
const eventTypeIntroduced: Readonly<Record<string, string>> = { Preempt: "2017-11-01", Terminate: "2019-01-01" };
const fieldIntroduced: Readonly<Record<string, string>> = {
  Description: "2019-04-01",
  EventSource: "2019-08-01",
  DurationInSeconds: "2020-07-01",
};

/**
 * The answer to `GET /metadata/scheduledevents` as a version has it (https://learn.microsoft.com/azure/virtual-machines/linux/scheduled-events).
 * @param version An API version that the endpoint supports.
 */
export function scheduledEventsDocument(newest: ScheduledEvents, version: string): unknown {
  const events = newest.Events.filter(({ EventType }) => isIn(version, eventTypeIntroduced[EventType]));
  return { ...newest, Events: events.map((event) => eventDocument(event, version)) };
}

function eventDocument(event: ScheduledEvent, version: string): unknown {
  return Object.fromEntries(Object.entries(event).filter(([field]) => isIn(version, fieldIntroduced[field])));
}

function isIn(version: string, introduced: string | undefined): boolean {
  return introduced === undefined || introduced <= version;
}

/**
 * Reads the body of `POST /metadata/scheduledevents`.
 * @returns The ids of the events to start, or undefined where the body is not as it should be.
 */
export function parseStartRequests(body: string): string[] | undefined {
  try {
    const { StartRequests: requests } = JSON.parse(body) as { StartRequests: { EventId: unknown }[] };
    const ids = requests.map(({ EventId }) => EventId);
    return ids.every((id) => typeof id === "string") ? ids : undefined;
  } catch {
    return undefined;
  }
}
