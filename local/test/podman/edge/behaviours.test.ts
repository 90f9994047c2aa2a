import * as fs from "node:fs";
import * as path from "node:path";
import { edgeBehaviours } from "../../../region/podman/edge/behaviours";

describe("the list of the edge's behaviours", () => {
  it.each(edgeBehaviours.map((behaviour) => [behaviour.id, behaviour] as const))("names a test that proves %s", (_id, { test, title }) => {
    expect(fs.readFileSync(path.join(__dirname, "../..", test), "utf8")).toContain(`("${title}"`);
  });

  it("says of every assumption what is not known", () => {
    expect(edgeBehaviours.filter(({ grade, note }) => grade === "assumed" && note === undefined)).toEqual([]);
  });
});
