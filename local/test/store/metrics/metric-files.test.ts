import * as fs from "node:fs";
import * as path from "node:path";
import { type Computer, thisComputer } from "../../../region/foundation/computer";
import { MetricFiles } from "../../../region/store/metrics/metric-files";
import { hour } from "../../../region/store/metrics/metric-hour";
import { withFiles } from "../../podman/machines/files";

const start = 1000 * hour;

describe("the files of metrics", () => {
  it("bring every series back to a daemon that begins anew, and it goes on with the minute that was under way", () => {
    withFiles({}, (folder) => {
      const before = new MetricFiles(folder);
      before.store.record("/set", "Percentage CPU", "web_0", 30, start);
      before.store.record("/set", "Percentage CPU", "web_0", 50, start + hour);
      before.write();

      const after = new MetricFiles(folder).store;
      after.record("/set", "Percentage CPU", "web_0", 70, start + hour + 1);
      expect(after.grains("/set", "Percentage CPU", start, start + 2 * hour)).toEqual([
        { time: start, part: "web_0", average: 30, minimum: 30, maximum: 30, total: 30, count: 1 },
        { time: start + hour, part: "web_0", average: 60, minimum: 50, maximum: 70, total: 120, count: 2 },
      ]);
    });
  });

  it("go when their hours are no longer kept, and what a daemon left half written goes too", () => {
    withFiles({ [`${start}.json.new`]: "{" }, (folder) => {
      const files = new MetricFiles(folder);
      files.store.record("/set", "m", "", 1, start);
      files.store.record("/set", "m", "", 1, start + 30 * hour);
      files.write();
      expect(fs.readdirSync(folder)).toEqual([`${start + 30 * hour}.json`]);
    });
  });

  it("hold what was measured while the disk was full, once there is room", () => {
    withFiles({}, (folder) => {
      let isFull = true;
      const writeWhole: Computer["writeWhole"] = (file, ...content) => {
        if (isFull) {
          fs.symlinkSync("/dev/full", `${file}.new`);
        }
        thisComputer.writeWhole(file, ...content);
      };
      const files = new MetricFiles(folder, { ...thisComputer, writeWhole });
      files.store.record("/set", "m", "", 1, start);
      expect(() => files.write()).toThrow("the disk is full");
      isFull = false;
      files.write();
      expect(new MetricFiles(folder).store.grains("/set", "m", start, start + hour)).toHaveLength(1);
    });
  });

  it.each(["half a fi", "[]", '{"start":"now","series":[]}', `{"start":${start},"series":[{"minutes":5}]}`])(
    "cost no start where one of them holds %p, and that is told",
    (content) => {
      withFiles({}, (folder) => {
        const events: string[] = [];
        const place = path.join(folder, `${start}.json`);
        fs.writeFileSync(place, content);
        const files = new MetricFiles(folder, thisComputer, { add: (_, message) => void events.push(message) });
        expect(files.store.metrics(0, start + hour)).toEqual([]);
        expect(events).toEqual([expect.stringContaining(`the region's state file ${place} cannot be read: `)]);
      });
    },
  );
});
