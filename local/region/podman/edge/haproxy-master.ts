import * as net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { openSocketPath } from "../../foundation/socket-path";
import type { RuleServer } from "./haproxy-config";
import {
  type FrontendCounters,
  parseConnections,
  parseFrontends,
  parseRunning,
  parseTraffic,
  parseWorkers,
  type RunningConfiguration,
  type SectionTraffic,
} from "./haproxy-answers";

/** A master answers within milliseconds, but what reaches it in the moment in which it takes a new configuration it never answers. */
const timeoutInMilliseconds = 2000;
const attempts = 5;
const pauseInMilliseconds = 20;

/** HAProxy's command line has room for some 16,000 characters. */
const commandsAtOnce = 100;

/** An HAProxy that runs as a master with workers, spoken to over the master's command line (HAProxy 3.0 Management Guide, section 9.4). */
export class HaproxyMaster {
  /** @param socket Where the master listens, on the host. */
  constructor(private readonly socket: string) {}

  /** What the HAProxy runs with, or undefined where none answers. */
  async running(): Promise<RunningConfiguration | undefined> {
    try {
      return parseRunning(await this.ask("@1", "show info", "show servers state"));
    } catch (error) {
      if (isNobody(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** Waits until it runs as it should. @returns What it runs with; undefined where it does not come to that in time. */
  async until(
    isSettled: (running: RunningConfiguration) => boolean,
    timeoutInMilliseconds: number,
  ): Promise<RunningConfiguration | undefined> {
    for (const deadline = performance.now() + timeoutInMilliseconds; ;) {
      const running = await this.running();
      if (running && isSettled(running)) {
        return running;
      }
      if (performance.now() > deadline) {
        return undefined;
      }
      await wait(pauseInMilliseconds);
    }
  }

  /** Waits until no HAProxy listens, which can also be so for a moment while it takes a new configuration. */
  async ended(): Promise<void> {
    while (await this.connectionEnded()) {
      await wait(pauseInMilliseconds);
    }
  }

  /** @returns False where nobody was there to connect to. */
  private connectionEnded(): Promise<boolean> {
    const { path, close } = openSocketPath(this.socket);
    return new Promise((resolve) => {
      let isConnected = false;
      const connection = net.connect({ path }, () => (isConnected = true));
      connection.on("error", () => undefined);
      connection.on("close", () => {
        close();
        resolve(isConnected);
      });
      connection.resume();
      connection.unref();
    });
  }

  /** Begins to take the configuration file anew. Connections that stand stay with the worker that has them, which ends with the last. */
  async reload(): Promise<void> {
    // A reload ends the connection that asked for it, one way or another.
    await this.askOnce("reload").catch((error: unknown) => {
      if (!isNobody(error) && !(error instanceof Silence)) {
        throw error;
      }
    });
  }

  /** Says who gets new connections from now on; connections that stand go on. */
  async set(servers: readonly RuleServer[]): Promise<void> {
    // Those that get them come first, so that there is always somebody.
    const inOrder = [...servers].sort((one, other) => Number(other.getsNewConnections) - Number(one.getsNewConnections));
    const commands = inOrder.map(
      ({ section, server, getsNewConnections }) => `set server ${section}/${server} state ${getsNewConnections ? "ready" : "maint"}`,
    );
    await this.command("@1", commands);
  }

  /** Ends the connections that stand in the sections, also those that older workers have: these take no command for a whole server. */
  async endConnections(sections: readonly string[]): Promise<void> {
    for (const [worker, answer] of await this.askWorkers("show sess")) {
      const ending = parseConnections(answer).filter(({ section }) => sections.includes(section));
      await this.command(
        `@!${worker}`,
        ending.map(({ id }) => `shutdown session ${id}`),
      );
    }
  }

  /** What went through each server, by all workers that are there. An older worker's part goes when its last connection ends. */
  async traffic(): Promise<SectionTraffic[]> {
    return parseTraffic((await this.askWorkers("show stat -1 4 -1")).map(([, answer]) => answer));
  }

  /** What every worker has counted of every frontend, or undefined where no HAProxy answers. It costs half a millisecond. */
  async frontends(): Promise<FrontendCounters[] | undefined> {
    try {
      return (await this.askWorkers("show stat -1 1 -1")).flatMap(([worker, answer]) => parseFrontends(worker, answer));
    } catch (error) {
      if (isNobody(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * Asks all workers, the current one first; the others keep connections from before a reload.
   * @returns Each worker's process number, with its answer.
   */
  private async askWorkers(question: string): Promise<[worker: string, answer: string][]> {
    // Most times there is one worker alone. It is the same in both answers, as a master that takes a new one ends the connection.
    const both = await this.ask("show proc", "@1", question);
    const answers: [string, string][] = [];
    for (const [index, worker] of parseWorkers(both).entries()) {
      answers.push([worker, index === 0 ? both : await this.ask(`@!${worker}`, question)]);
    }
    return answers;
  }

  /** Gives one worker any number of commands. */
  private async command(worker: string, commands: readonly string[]): Promise<void> {
    for (let first = 0; first < commands.length; first += commandsAtOnce) {
      await this.ask(worker, ...commands.slice(first, first + commandsAtOnce));
    }
  }

  /** Gives commands that do no harm when they are given twice, one after the other, and returns all of their answers together. */
  private async ask(...commands: string[]): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.askOnce(...commands);
      } catch (error) {
        if (attempt === attempts || !(error instanceof Silence)) {
          throw error;
        }
      }
    }
  }

  private async askOnce(...commands: string[]): Promise<string> {
    const { path, close } = openSocketPath(this.socket);
    try {
      return await new Promise((resolve, reject) => {
        const connection = net.connect({ path });
        // A signal would do the same at a third of the question's whole cost.
        connection.setTimeout(timeoutInMilliseconds, () => connection.destroy(new Silence()));
        let answer = "";
        connection.setEncoding("utf8");
        connection.on("data", (part: string) => (answer += part));
        connection.on("end", () => resolve(answer));
        connection.on("error", reject);
        connection.end(`${commands.join(";")}\n`);
      });
    } finally {
      close();
    }
  }
}

/** True for what a connection meets while there is no HAProxy, or one that is just taking a new configuration. */
function isNobody(error: unknown): boolean {
  return ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"].includes((error as NodeJS.ErrnoException).code ?? "");
}

/** Nothing was answered in time. */
class Silence extends Error {
  constructor() {
    super(`HAProxy has left a question unanswered for ${timeoutInMilliseconds / 1000} s`);
  }
}
