import * as fs from "node:fs";
import * as path from "node:path";
import { type Computer, thisComputer } from "../../foundation/computer";
import type { EventLog } from "../../foundation/event-log";
import { holding, readKept } from "../../foundation/kept-file";
import { hour, MetricHour, type StoredHour } from "./metric-hour";
import { MetricStore } from "./metric-store";

const fix = "nothing, the metrics of one hour are lost";
const asHour = holding<StoredHour>("hour of metrics", {
  start: (value) => Number.isInteger(value) && Number(value) % hour === 0,
  series: Array.isArray,
});

/** Keeps a metric store in files, one for each hour of region time, so that only the hour that is under way is written again and again. */
export class MetricFiles {
  readonly store: MetricStore;

  /**
   * @param folder Where the files are; what an earlier daemon kept in it is in the store.
   * @param events Told of files that cannot be read.
   */
  constructor(
    private readonly folder: string,
    private readonly computer: Computer = thisComputer,
    events: Pick<EventLog, "add"> = { add: () => undefined },
  ) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.store = new MetricStore(
      fs
        .readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .flatMap((file) => readHour(path.join(folder, file), events)),
    );
  }

  /** Writes what was measured and is not written yet. */
  write(): void {
    // First what is kept no longer: on a full disk that makes room.
    const kept = this.store.starts.map(fileName);
    for (const file of fs.readdirSync(this.folder).filter((name) => !kept.includes(name))) {
      fs.rmSync(path.join(this.folder, file), { recursive: true });
    }
    for (const hour of this.store.changes()) {
      const place = path.join(this.folder, fileName(hour.start));
      this.computer.writeWhole(place, JSON.stringify(hour.stored()), { isFlushed: false });
      this.store.isWritten(hour.start);
    }
  }
}

function fileName(start: number): string {
  return `${start}.json`;
}

/** An hour that cannot be read is an hour without metrics, and no reason not to start. */
function readHour(place: string, events: Pick<EventLog, "add">): MetricHour[] {
  try {
    const kept = readKept(place, fix, (content) => MetricHour.restore(asHour(content)));
    return kept === undefined ? [] : [kept];
  } catch (error) {
    events.add("region", (error as Error).message);
    return [];
  }
}
