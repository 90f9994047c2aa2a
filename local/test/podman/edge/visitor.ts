import * as net from "node:net";

/** A connection through the edge, which can make one request after the other. */
export class Visit {
  /** Settles when the connection has ended: with `end` where the other side closed it, or with the error's code. */
  readonly ended: Promise<string>;
  private received = "";
  private changed: () => void = () => undefined;
  private isOver = false;

  private constructor(private readonly socket: net.Socket) {
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => {
      this.received += part;
      this.changed();
    });
    this.ended = new Promise((resolve) => {
      socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      socket.on("end", () => resolve("end"));
      socket.on("close", () => {
        this.isOver = true;
        this.changed();
      });
    });
  }

  /** @throws Error where the port refuses the connection. */
  static begin(port: number): Promise<Visit> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, "127.0.0.1");
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new Visit(socket));
      });
    });
  }

  /**
   * Makes a request and returns the answer's text.
   * @throws Error where the connection ends before the answer.
   */
  async ask(): Promise<string> {
    this.received = "";
    this.socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    for (;;) {
      const [, length, text] = /content-length: (\d+)\r\n[^]*?\r\n\r\n([^]*)/i.exec(this.received) ?? [];
      if (text !== undefined && text.length >= Number(length)) {
        return text;
      }
      if (this.isOver) {
        throw new Error(`the connection ended before the answer: ${await this.ended}`);
      }
      await new Promise<void>((resolve) => (this.changed = resolve));
    }
  }

  write(text: string): void {
    this.socket.write(text);
  }

  leave(): void {
    this.socket.destroy();
  }
}

/** Makes one request over a connection of its own, and returns who answered. */
export async function visit(port: number): Promise<string> {
  const one = await Visit.begin(port);
  try {
    return await one.ask();
  } finally {
    one.leave();
  }
}

/** How often each instance answered. */
export async function visits(port: number, count: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let done = 0; done < count; done++) {
    const instance = await visit(port);
    counts[instance] = (counts[instance] ?? 0) + 1;
  }
  return counts;
}

/** What became of a visit: the answer, or the word for how it failed. */
export async function outcome(port: number): Promise<string> {
  try {
    return await visit(port);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

/** Pays some hundred visits a second while something happens; gives all the different outcomes. */
export async function underLoad(port: number, happening: () => Promise<void>): Promise<string[]> {
  const outcomes = new Set<string>();
  let isOver = false;
  const visitor = async () => {
    while (!isOver) {
      outcomes.add(await outcome(port));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const visitors = [visitor(), visitor(), visitor(), visitor()];
  try {
    await happening();
  } finally {
    isOver = true;
    await Promise.all(visitors);
  }
  return [...outcomes].sort();
}
