import { setTimeout as wait } from "node:timers/promises";

/** What became of a call: `undefined` where it was taken, otherwise why not, without a secret. */
export type WebhookFailure = string | undefined;

/**
 * Real seconds between the attempts of one call, of six at most
 * (https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups, "Webhook retry behavior").
 */
const retryPausesInSeconds = [5, 20, 5, 40, 5];

/** So long, in real minutes, an address is not called after all attempts have failed (the same page). */
const restInMinutes = 15;

/** Assumed: how long an answer is waited for, in real seconds. */
const timeoutInSeconds = 10;

/** The answers after which a call is made again, by the same page; a call that meets no answer is one too. */
const retriedStatuses = [408, 429, 503, 504];

/**
 * Calls webhooks as Azure's action groups do: again where the answer may be another one later, and not for a quarter of an hour after all
 * attempts have failed. These times are real ones, whatever the speed factor, as whoever is called lives in real time.
 */
export class Webhooks {
  /** Until when, in real milliseconds, an address is left alone. */
  private readonly resting = new Map<string, number>();

  /**
   * @param stopping Aborted when the region stops: nothing is called again from then on.
   * @param pausesInMilliseconds Between the attempts; Azure's by default.
   */
  constructor(
    private readonly stopping: AbortSignal,
    private readonly pausesInMilliseconds: readonly number[] = retryPausesInSeconds.map((seconds) => seconds * 1000),
  ) {}

  /** Posts a payload as JSON. */
  async post(address: string, payload: object): Promise<WebhookFailure> {
    const request = requestFor(address, payload);
    if (typeof request === "string") {
      return request;
    }
    if ((this.resting.get(address) ?? 0) > performance.now()) {
      return `it is not called for ${restInMinutes} min after a call that failed`;
    }
    this.resting.delete(address);
    for (const pause of [...this.pausesInMilliseconds, undefined]) {
      const { failure, mayBeRetried } = await attempt(request);
      if (failure === undefined || !mayBeRetried) {
        return failure;
      }
      if (pause === undefined) {
        this.resting.set(address, performance.now() + restInMinutes * 60_000);
        return `${failure}, after ${this.pausesInMilliseconds.length + 1} attempts`;
      }
      await wait(pause, undefined, { signal: this.stopping }).catch(() => undefined);
      if (this.stopping.aborted) {
        return `${failure}, and the region stops`;
      }
    }
    return undefined;
  }
}

/** How an address may be shown: paths, queries and user names of webhooks are secrets. */
export function shownAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && isHttp(url) ? `${url.protocol}//${url.host}` : "an address that is none";
}

interface WebhookRequest {
  readonly url: URL;
  readonly options: RequestInit;
}

/** The user and the password of an address go into a header, as basic authentication. */
function requestFor(address: string, payload: object): WebhookRequest | string {
  if (!URL.canParse(address) || !isHttp(new URL(address))) {
    return "its address is none; give an http or https address";
  }
  const url = new URL(address);
  const user = `${decoded(url.username)}:${decoded(url.password)}`;
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    ...(user !== ":" && { Authorization: `Basic ${Buffer.from(user).toString("base64")}` }),
  };
  url.username = "";
  url.password = "";
  return { url, options: { method: "POST", headers, body: JSON.stringify(payload), redirect: "manual" } };
}

/** A percent sign that begins no byte stands for itself. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString());
}

function isHttp({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:";
}

async function attempt({ url, options }: WebhookRequest): Promise<{ failure: WebhookFailure; mayBeRetried: boolean }> {
  try {
    const response = await fetch(url, { ...options, signal: AbortSignal.timeout(timeoutInSeconds * 1000) });
    await response.body?.cancel();
    const failure = response.ok ? undefined : `it answers with status ${response.status}`;
    return { failure, mayBeRetried: retriedStatuses.includes(response.status) };
  } catch (error) {
    return { failure: reasonOf(error as Error), mayBeRetried: true };
  }
}

/** Messages of failed connections may hold the address, so only the code is told. */
function reasonOf({ name, cause }: Error): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return name === "TimeoutError" ? `it does not answer within ${timeoutInSeconds} s` : `it cannot be reached${code ? ` (${code})` : ""}`;
}
