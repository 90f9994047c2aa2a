/** What HAProxy answers on its command line (HAProxy 3.0 Management Guide, sections 9.1, 9.3 and 9.4). */
import { nameInHaproxy } from "../../foundation/escape";
import { nameOfSection } from "./haproxy-config";

/** What a worker runs with. */
export interface RunningConfiguration {
  /** The configuration's description: its fingerprint. */
  readonly fingerprint: string;
  /** Whether a server gets new connections, by `section/server`. */
  readonly getsNewConnections: ReadonlyMap<string, boolean>;
}

/** A connection that stands. */
export interface StandingConnection {
  /** HAProxy's name of it, which holds in its worker. */
  readonly id: string;
  readonly section: string;
}

/** What went through one server of a section. */
export interface SectionTraffic {
  /** HAProxy's name of the section, such as `loadBalancingRule:site`. */
  readonly section: string;
  readonly instance: string;
  /** Connections that stand. */
  readonly currentConnections: number;
  readonly totalConnections: number;
  /** From visitors to the instance, and back. */
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What one worker has counted of a section's frontend since it started. */
export interface FrontendCounters {
  /** The worker's process number, as the master tells it. */
  readonly worker: string;
  readonly section: string;
  /** The load balancing rule, NAT rule or NAT pool that the section stands for. */
  readonly name: string;
  /** Connections that stand, and how many can stand at all sections of the worker together. */
  readonly currentConnections: number;
  readonly maximumConnections: number;
  /** Connections that visitors asked for, also those that were refused. */
  readonly connections: number;
  /** From visitors, and to them. */
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** The bits of srv_admin_state that keep new connections from a server; those that only tell where a state came from are left out. */
const outOfService = 0x01 | 0x02 | 0x08 | 0x10 | 0x20;

/**
 * Reads the answers to `show info` and `show servers state`.
 * @returns undefined where they are not complete, as from a worker that is just being replaced.
 */
export function parseRunning(answer: string): RunningConfiguration | undefined {
  const fingerprint = /^description: (\S+)$/m.exec(answer)?.[1];
  const heading = /^# (be_id .*)$/m.exec(answer)?.[1].split(" ");
  if (fingerprint === undefined || heading === undefined) {
    return undefined;
  }
  const column = (name: string, cells: readonly string[]) => cells[heading.indexOf(name)];
  const servers = answer
    .slice(answer.indexOf("# be_id"))
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(" "))
    .map((cells): [string, boolean] => [
      `${column("be_name", cells)}/${column("srv_name", cells)}`,
      (Number(column("srv_admin_state", cells)) & outOfService) === 0,
    ]);
  return { fingerprint, getsNewConnections: new Map(servers) };
}

/** Reads the process numbers of all workers from the answer to `show proc`, the current one first. */
export function parseWorkers(answer: string): string[] {
  return [...answer.matchAll(/^(\d+)\s+worker\s/gm)].map(([, number]) => number);
}

/** Reads the answer to `show sess`. */
export function parseConnections(answer: string): StandingConnection[] {
  return [...answer.matchAll(/^(0x[0-9a-f]+): .* be=(\S+) /gm)].map(([, id, section]) => ({ id, section }));
}

/** Adds up several workers' answers to `show stat`. */
export function parseTraffic(answers: readonly string[]): SectionTraffic[] {
  const sums = new Map<string, SectionTraffic>();
  for (const row of answers.flatMap((answer) => parseTable(answer, ["pxname", "svname", "scur", "stot", "bin", "bout"]))) {
    const { pxname: section } = row;
    const instance = nameInHaproxy(row.svname);
    const key = `${section}/${instance}`;
    const sum = sums.get(key);
    const add = (before: number | undefined, column: "scur" | "stot" | "bin" | "bout") => (before ?? 0) + Number(row[column] ?? 0);
    sums.set(key, {
      section,
      instance,
      currentConnections: add(sum?.currentConnections, "scur"),
      totalConnections: add(sum?.totalConnections, "stot"),
      bytesIn: add(sum?.bytesIn, "bin"),
      bytesOut: add(sum?.bytesOut, "bout"),
    });
  }
  return [...sums.values()];
}

/** Reads one worker's answer to `show stat` of frontends. */
export function parseFrontends(worker: string, answer: string): FrontendCounters[] {
  return parseTable(answer, ["pxname", "scur", "slim", "conn_tot", "bin", "bout"]).map((row) => ({
    worker,
    section: row.pxname,
    name: nameOfSection(row.pxname),
    currentConnections: Number(row.scur),
    maximumConnections: Number(row.slim),
    connections: Number(row.conn_tot),
    bytesIn: Number(row.bin),
    bytesOut: Number(row.bout),
  }));
}

/** Some of the hundred columns of the table of `show stat`, whatever stands before it; nothing where there is none. */
function parseTable<Column extends string>(answer: string, columns: readonly Column[]): Record<Column, string>[] {
  const start = answer.indexOf("# pxname,");
  const table = start < 0 ? "" : answer.slice(start);
  const [heading = "", ...lines] = table.split("\n").filter((line) => line.trim() !== "");
  const names = heading.replace(/^# /, "").split(",");
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(places.map(([column, place]) => [column, cells[place]])) as Record<Column, string>;
  });
}
