import * as fs from "node:fs";
import * as path from "node:path";
import { writeWhole } from "../../foundation/whole-file";
import { MetricHour, type StoredHour } from "./metric-hour";
import { MetricStore } from "./metric-store";

/** Keeps a metric store in files, one for each hour of region time, so that only the hour that is under way is written again and again. */
export class MetricFiles {
  readonly store: MetricStore;

  /** @param folder Where the files are; what an earlier daemon kept in it is in the store. */
  constructor(private readonly folder: string) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.store = new MetricStore(
      fs
        .readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .flatMap((file) => readHour(path.join(folder, file))),
    );
  }

  /** Writes what was measured since it was last called. */
  write(): void {
    const { changed, starts } = this.store.takeChanges();
    for (const hour of changed) {
      const place = path.join(this.folder, fileName(hour.start));
      writeWhole(place, JSON.stringify(hour.stored()), { isFlushed: false });
    }
    const kept = starts.map(fileName);
    for (const file of fs.readdirSync(this.folder).filter((name) => !kept.includes(name))) {
      fs.rmSync(path.join(this.folder, file));
    }
  }
}

function fileName(start: number): string {
  return `${start}.json`;
}

/** An hour that cannot be read is an hour without metrics, and no reason not to start. */
function readHour(place: string): MetricHour[] {
  try {
    return [MetricHour.restore(JSON.parse(fs.readFileSync(place, "utf8")) as StoredHour)];
  } catch {
    return [];
  }
}
