import * as http from "node:http";

/** What became of the requests of a crowd of visitors. */
export interface Visits {
  readonly served: number;
  /** How many ended in each other way: an HTTP status, or the code of a broken connection. */
  readonly lost: Readonly<Record<string, number>>;
}

/** How long a visitor waits for an answer. */
const patienceInMilliseconds = 10_000;

/** Visitors who come at a constant rate, each with a connection of its own, whatever becomes of those before. */
export class Visitors {
  private served = 0;
  private readonly lost: Record<string, number> = {};
  /** When those came who were lost, in milliseconds. */
  private readonly lostSince: number[] = [];
  private readonly open = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly url: string,
    requestsPerSecond: number,
  ) {
    // A test that fails lets nobody leave, and has to end all the same.
    this.timer = setInterval(() => this.send(), 1000 / requestsPerSecond).unref();
  }

  /** How many visitors have no answer yet. */
  get underWay(): number {
    return this.open.size;
  }

  /** How many there have been so far. */
  get come(): number {
    return this.served + this.lostSince.length + this.underWay;
  }

  /** Waits until as many come as go. */
  async settled(): Promise<void> {
    for (let before = -1; this.underWay > before;) {
      before = this.underWay;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }

  /** Lets no more visitors in. */
  close(): void {
    clearInterval(this.timer);
  }

  /** Lets no more visitors in, and waits for those who are there. */
  async leave(): Promise<Visits> {
    this.close();
    await Promise.all(this.open);
    return { served: this.served, lost: this.lost };
  }

  /** How many were lost who came after a moment, in milliseconds of `performance.now()`. */
  lostAfter(moment: number): number {
    return this.lostSince.filter((came) => came > moment).length;
  }

  private send(): void {
    const came = performance.now();
    const visit = visitOnce(this.url).then((end) => {
      this.open.delete(visit);
      if (end === "200") {
        this.served++;
      } else {
        this.lost[end] = (this.lost[end] ?? 0) + 1;
        this.lostSince.push(came);
      }
    });
    this.open.add(visit);
  }
}

/** @returns The status of the answer, or the code of what broke. */
export function visitOnce(url: string): Promise<string> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: patienceInMilliseconds }, (response) => {
      response.resume();
      response.on("end", () => resolve(String(response.statusCode)));
      response.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    });
    request.on("timeout", () => request.destroy(new Error("timeout")));
    request.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

/** Waits until a site answers: a load balancer lets nobody in before a probe was answered, which can be a moment after a deployment's end. */
export function served(url: string): Promise<string> {
  return until(
    () => visitOnce(url),
    (end) => end === "200",
    30,
  );
}

/** The text of a page, asked for by a connection of its own; empty where there is none. */
export async function pageAt(url: string): Promise<string> {
  try {
    const response = await fetch(url, { headers: { connection: "close" } });
    return response.ok ? await response.text() : "";
  } catch {
    return "";
  }
}

/** Waits until something is true; fails with what is there instead once the time is over. */
export async function until<T>(look: () => Promise<T> | T, isReached: (seen: T) => boolean, seconds: number): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (isReached(seen)) {
      return seen;
    }
    if (Date.now() > deadline) {
      throw new Error(`not reached within ${seconds} s; the last seen is ${JSON.stringify(seen, undefined, 1)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
