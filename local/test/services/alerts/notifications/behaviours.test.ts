import * as fs from "node:fs";
import * as path from "node:path";
import { notificationBehaviours } from "../../../../region/services/alerts/notifications/behaviours";

describe("the list of behaviours of notifications", () => {
  it.each(notificationBehaviours.map((behaviour) => [behaviour.id, behaviour] as const))(
    "names a test that proves %s",
    (_id, { test, title }) => {
      expect(fs.readFileSync(path.join(__dirname, "../../..", test), "utf8")).toContain(`("${title}"`);
    },
  );
});
