import * as fs from "node:fs";
import * as path from "node:path";
import { metricBehaviours } from "../../../region/services/metrics/behaviours";

describe("the list of behaviours of metrics", () => {
  it.each(metricBehaviours.map((behaviour) => [behaviour.id, behaviour] as const))(
    "names a test that proves %s",
    (_id, { test, title }) => {
      expect(fs.readFileSync(path.join(__dirname, "../..", test), "utf8")).toContain(`("${title}"`);
    },
  );
});
