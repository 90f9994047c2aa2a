import * as http from "node:http";
import * as path from "node:path";
import { set } from "../../../../azure/test/rules/edits";
import { scaleSetId } from "../../../../azure/test/rules/valid/scale-set";
import { BackgroundTasks } from "../../../region/foundation/background-tasks";
import { Clock } from "../../../region/foundation/clock";
import type { Machine } from "../../../region/podman/machines/machine";
import { InstanceWatches } from "../../../region/services/scale-set/instance-watches";
import type { DeployedScaleSet } from "../../../region/services/scale-set/deployed-scale-set";
import { ScaleSetFile } from "../../../region/services/scale-set/scale-set-file";
import { readScaleSet } from "../../../region/services/scale-set/scale-set-model";
import { ScaleSetService } from "../../../region/services/scale-set/scale-set-service";
import type { ScaleSetState } from "../../../region/services/scale-set/scale-set-state";
import type { Resource } from "../../../region/store/resource";
import { Seal } from "../../../region/store/seal";
import { temporaryFolder } from "../../support/temporary-folder";
import { minute } from "./instances";
import { regionContext } from "../../support/region-context";
import { proves } from "../../support/proves";
import { PlannedSet } from "./planned-set";

const folder = temporaryFolder();
const userData = "virtualMachineProfile.userData";
const imageId = "virtualMachineProfile.storageProfile.imageReference.id";
const inPlace = set("upgradePolicy.rollingUpgradePolicy.maxSurge", false);
const takesBack = set("upgradePolicy.rollingUpgradePolicy.rollbackFailedInstancesOnPolicyBreach", true);
const toleratesNone = set("upgradePolicy.rollingUpgradePolicy.maxUnhealthyUpgradedInstancePercent", 0);

let watches: InstanceWatches | undefined;
afterEach(() => watches?.stop());

/** Begins to watch a scale set as the daemon does, with what its state file holds. */
async function watch({ properties, state }: Pick<PlannedSet, "properties" | "state">): Promise<DeployedScaleSet> {
  const file = new ScaleSetFile(path.join(folder.path, "web.json"), new Seal(folder.path));
  file.write(state);
  watches?.stop();
  const machines = { metadataSocket: (name: string) => path.join(folder.path, `${name}.sock`) };
  const events = { add: () => undefined };
  watches = new InstanceWatches(
    regionContext({ clock: Clock.open(folder.path), events, machines, tasks: new BackgroundTasks(events) }),
    () => undefined,
  );
  const placed: DeployedScaleSet = {
    resource: { id: scaleSetId, outputs: properties } as unknown as Resource,
    service: new ScaleSetService(regionContext({}), "web", file, () => Promise.resolve()),
    model: readScaleSet(properties),
    subnetPrefix: "10.0.0.0/24",
    network: "web",
  };
  await watches.follow([placed], [] as Machine[], []);
  return placed;
}

/** What an instance reads at a place of its metadata. */
function told(name: string, place: string): Promise<string> {
  const options = {
    socketPath: path.join(folder.path, `${name}.sock`),
    path: `/metadata/instance/compute/${place}?api-version=2021-12-13&format=text`,
    headers: { Metadata: "true" },
    agent: false as const,
  };
  return new Promise((resolve, reject) => {
    const sent = http.get(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () => resolve(text));
    });
    sent.on("error", reject);
  });
}

describe("the metadata service of an instance", () => {
  it("tells an instance of its own model while the next one is on its way to the others, and after it was rolled back", async () => {
    proves("metadata-own-model");
    const web = new PlannedSet();
    web.declare(inPlace, takesBack, toleratesNone, set(userData, "b2xk"), set(imageId, "/galleries/tested/images/web/versions/1.0.0"));
    web.change(set(userData, "bmV3"), set("sku.name", "Standard_B2s"), set(imageId, "/galleries/tested/images/web/versions/2.0.0"));
    web.turn();
    expect(web.record("web_0").model).toBe(web.state.latestModel);
    await watch(web);
    expect(await told("web_0", "userData")).toBe("bmV3");
    expect(await told("web_0", "vmSize")).toBe("Standard_B2s");
    expect(await told("web_1", "userData")).toBe("b2xk");
    expect(await told("web_1", "vmSize")).toBe("Standard_B2ats_v2");

    web.health.set("web_0", "Unhealthy");
    web.run(6 * minute);
    expect(web.notes.join("\n")).toContain("takes instance 0 back to the model before");
    await watch(web);
    expect(await told("web_0", "userData")).toBe("b2xk");
    expect(await told("web_0", "storageProfile/imageReference/id")).toBe("/galleries/tested/images/web/versions/1.0.0");
  });

  it("tells an instance of the tags that its model has had last, and other tags alone upgrade nothing", async () => {
    const web = new PlannedSet();
    web.declare(inPlace, set("tags", { stage: "test" }));
    web.declare(set("tags", { stage: "live" }));
    expect(web.state.instances.map(({ disk }) => disk)).toEqual([0, 0]);
    await watch(web);
    expect(await told("web_0", "tags")).toBe("stage:live");
  });

  it("goes on from a state that an earlier version of the region has kept, and takes what that lacks from what is declared", async () => {
    const web = new PlannedSet();
    web.declare(set(userData, "b2xk"), set("tags", { stage: "test" }));
    const models = Object.fromEntries(
      Object.entries(web.state.models).map(([, model]) => ["named-by-an-earlier-version", { ...model, metadata: undefined }]),
    );
    const earlier: ScaleSetState = {
      ...web.state,
      models,
      latestModel: "named-by-an-earlier-version",
      instances: web.state.instances.map((record) => ({ ...record, model: "named-by-an-earlier-version" })),
    };
    const placed = await watch({ ...web, state: earlier });
    expect(await told("web_0", "userData")).toBe("b2xk");
    expect(await told("web_0", "tags")).toBe("stage:test");
    const upgraded = new PlannedSet(web.properties, placed.service.view);
    upgraded.run();
    expect(upgraded.state.latestModel).toBe("named-by-an-earlier-version");
    expect(upgraded.state.instances.map(({ disk }) => disk)).toEqual([0, 0]);
  });
});
