import { BackgroundTasks } from "../../region/foundation/background-tasks";
import type { DataPlane } from "../../region/loop/data-plane";
import { DataPlaneOnDemand } from "../../region/loop/on-demand";
import { computerIn } from "../simulation/computer";
import { VirtualTime } from "../simulation/virtual-time";

describe("a data plane that has machines to take over", () => {
  it("begins by itself once it can, as where Podman is back, and it is told that it could not", async () => {
    const time = new VirtualTime(0);
    const events: string[] = [];
    const tasks = new BackgroundTasks({ add: (_, message) => void events.push(message) }, () => undefined, computerIn(time));
    let attempts = 0;
    const dataPlane = new DataPlaneOnDemand(() =>
      ++attempts < 3
        ? Promise.reject(new Error("Podman was not found"))
        : Promise.resolve({ instanceIds: () => ["0"] } as unknown as DataPlane),
    );
    dataPlane.begin(tasks);
    await time.pass(60_000);
    expect(attempts).toBe(3);
    expect(await dataPlane.instanceIds("web")).toEqual(["0"]);
    const told = ["failed: Podman was not found", "works again"];
    expect(events).toEqual(told.map((what) => `background task "begin machines" ${what}`));
    expect(tasks.status()).toEqual([]);
  });
});
