import { lengthOf, listOf } from "../../foundation/words";

/** Azure's `terminateNotificationProfile` of the model that an instance has. */
export interface TerminateNotificationProfile {
  readonly enable: boolean;
  /** How long an instance has after the notification, in seconds: 300 to 900. */
  readonly notBeforeTimeoutSeconds: number;
}

/** A deletion that instances are notified of. */
export interface PendingDeletion {
  readonly eventId: string;
  /** The name of the instance, such as `web_3`. */
  readonly instance: string;
  /** When the deletion goes ahead without an approval, in milliseconds. It cannot be put off. */
  readonly notBefore: number;
  readonly isApproved: boolean;
  /** True once the deletion has begun. */
  readonly isStarted: boolean;
}

/** All pending deletions of a scale set, with the number that changes with them. */
export interface PendingDeletions {
  /** Azure's `DocumentIncarnation`. */
  readonly incarnation: number;
  readonly deletions: readonly PendingDeletion[];
}

/** What to delete now. */
export interface DeletionDecision {
  readonly pending: PendingDeletions;
  /** The deletions that begin now, and why. */
  readonly started: { readonly instance: string; readonly reason: string }[];
  /** The deletions that do not begin yet, and why. */
  readonly waiting: { readonly instance: string; readonly reason: string }[];
}

/** A deletion that was asked for: it waits for the instance, or it does not. */
export interface DeletionRequest {
  readonly pending: PendingDeletions;
  readonly isDelayed: boolean;
  readonly reason: string;
}

export const noPendingDeletions: PendingDeletions = { incarnation: 1, deletions: [] };

/** How long scheduled events stay on after an instance has asked for them, in seconds. */
const enabledForSeconds = 24 * 3600;

/** Fills in the profile: disabled by default, notBeforeTimeout 5 minutes. */
export function terminateNotificationProfile(declared: Partial<TerminateNotificationProfile>): TerminateNotificationProfile {
  const { enable = false, notBeforeTimeoutSeconds = 300 } = declared;
  return { enable, notBeforeTimeoutSeconds };
}

/**
 * Takes in a deletion.
 * @param eventId A new globally unique identifier.
 * @param lastAskedAt When any instance of the set last asked for scheduled events, in milliseconds; absent where none ever did.
 */
export function requestDeletion(
  pending: PendingDeletions,
  profile: TerminateNotificationProfile,
  request: { readonly instance: string; readonly eventId: string; readonly lastAskedAt?: number },
  now: number,
): DeletionRequest {
  const { instance, eventId, lastAskedAt } = request;
  if (!profile.enable) {
    return { pending, isDelayed: false, reason: `${instance} is deleted at once: its model has no terminate notification` };
  }
  if (lastAskedAt === undefined || now - lastAskedAt >= enabledForSeconds * 1000) {
    return {
      pending,
      isDelayed: false,
      reason: `${instance} is deleted at once: no instance has asked for scheduled events within 24 hours`,
    };
  }
  if (pending.deletions.some((deletion) => deletion.instance === instance)) {
    return { pending, isDelayed: true, reason: `${instance} is notified already` };
  }
  const notBefore = now + profile.notBeforeTimeoutSeconds * 1000;
  const deletion: PendingDeletion = { eventId, instance, notBefore, isApproved: false, isStarted: false };
  const reason = `${instance} is notified, and deleted when it approves or in ${lengthOf(notBefore - now)}`;
  return { pending: changed(pending, [...pending.deletions, deletion]), isDelayed: true, reason };
}

/** Takes in an approval (`StartRequests`), which any instance of the set may give. Undefined where there is no such event. */
export function approveDeletion(pending: PendingDeletions, eventId: string): PendingDeletions | undefined {
  const approved = pending.deletions.find((deletion) => deletion.eventId === eventId);
  if (approved === undefined) {
    return undefined;
  }
  const deletions = pending.deletions.map((deletion) => (deletion === approved ? { ...deletion, isApproved: true } : deletion));
  // An approval is not part of the document, so its incarnation stays.
  return { ...pending, deletions };
}

/** Decides which deletions begin now. */
export function decideDeletions(pending: PendingDeletions, now: number): DeletionDecision {
  const isDue = ({ notBefore }: PendingDeletion) => now >= notBefore;
  const open = pending.deletions.filter(({ isStarted }) => !isStarted);
  const holding = open.filter((deletion) => !deletion.isApproved && !isDue(deletion));
  const begun = open.filter((deletion) => isDue(deletion) || (deletion.isApproved && holding.length === 0));
  const started = begun.map(({ instance, isApproved }) => ({
    instance,
    reason: isApproved ? "its terminate event is approved" : "its terminate event has reached its time",
  }));
  const waiting = open
    .filter((deletion) => !begun.includes(deletion))
    .map(({ instance, isApproved, notBefore }) => ({
      instance,
      reason: isApproved
        ? `its terminate event is approved, but ${listOf(holding.map((other) => other.instance))} must approve as well or reach its time`
        : `its terminate event is not approved, and ends in ${lengthOf(notBefore - now)}`,
    }));
  const deletions = pending.deletions.map((deletion) => (begun.includes(deletion) ? { ...deletion, isStarted: true } : deletion));
  return { pending: begun.length === 0 ? pending : changed(pending, deletions), started, waiting };
}

/** Forgets a deletion whose instance is gone. */
export function finishDeletion(pending: PendingDeletions, instance: string): PendingDeletions {
  const deletions = pending.deletions.filter((deletion) => deletion.instance !== instance);
  return deletions.length === pending.deletions.length ? pending : changed(pending, deletions);
}

/**
 * The document that the metadata service gives every instance of the set.
 * @param toDate Turns the region's time into the time that the instances' clocks show.
 */
export function scheduledEvents({ incarnation, deletions }: PendingDeletions, toDate: (time: number) => Date) {
  return {
    DocumentIncarnation: incarnation,
    Events: deletions.map(({ eventId, instance, notBefore, isStarted }) => ({
      EventId: eventId,
      EventStatus: isStarted ? "Started" : "Scheduled",
      EventType: "Terminate",
      ResourceType: "VirtualMachine",
      Resources: [instance],
      NotBefore: isStarted ? "" : toDate(notBefore).toUTCString(),
      Description: "",
      EventSource: "Platform",
      DurationInSeconds: -1,
    })),
  };
}

function changed({ incarnation }: PendingDeletions, deletions: readonly PendingDeletion[]): PendingDeletions {
  return { incarnation: incarnation + 1, deletions };
}
