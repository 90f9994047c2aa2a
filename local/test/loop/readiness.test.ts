import { setTimeout as wait } from "node:timers/promises";
import type { RollingUpgrade } from "../../region/services/scale-set/upgrade/upgrade-decision";
import type { EdgeReconciler } from "../../region/loop/edge-reconciler";
import type { DeployedScaleSet } from "../../region/services/scale-set/deployed-scale-set";
import { readScaleSet } from "../../region/services/scale-set/scale-set-model";
import { ScaleSetService } from "../../region/services/scale-set/scale-set-service";
import { ScaleSetFile } from "../../region/services/scale-set/scale-set-file";
import type { InstanceRecord, ScaleSetState } from "../../region/services/scale-set/scale-set-state";
import { thisComputer } from "../../region/foundation/computer";
import { Readiness } from "../../region/loop/readiness";
import type { SubnetNetworks } from "../../region/services/network/subnet-networks";
import { Seal } from "../../region/store/seal";
import { nobodyOutside, regionContext } from "../support/region-context";
import { temporaryFolder } from "../support/temporary-folder";
import { proves } from "../support/proves";

const folder = temporaryFolder();
const setId = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/virtualMachineScaleSets/web";
const balancerId = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/loadBalancers/web-lb";
const model = readScaleSet({ sku: { capacity: 1 } });

const instance: InstanceRecord = {
  id: "0",
  name: "web_0",
  vmId: "id-0",
  address: "10.0.0.4",
  model: model.modelName,
  disk: 0,
  provisioningState: "Succeeded",
  createdAt: 0,
  stateChangedAt: 0,
};
const upgrade: RollingUpgrade = { model: model.modelName, code: "RollingForward", startedAt: 0, upgraded: [], failedSurges: [] };

/** A scale set with one instance behind a load balancer, and what an engine that waits for them was told. */
function region() {
  const file = new ScaleSetFile(`${folder.path}/web.json`, new Seal(folder.path));
  const service = new ScaleSetService(regionContext({}), "web", file, nobodyOutside);
  const become = (part: Partial<ScaleSetState>) =>
    service.change((state) => ({ ...state, models: { [model.modelName]: model.instance }, latestModel: model.modelName, ...part }));
  become({ instances: [instance] });
  const balancer = { isAttempted: true, conflicts: [] as string[] };
  const edges = {
    inFrontOf: () => [balancerId],
    retry: () => undefined,
    areAttempted: () => balancer.isAttempted,
    conflicts: () => balancer.conflicts,
  };
  const deployed = [{ resource: { id: setId }, service, model, network: "web" }] as unknown as DeployedScaleSet[];
  const readiness = new Readiness(
    { conflict: () => undefined } as unknown as SubnetNetworks,
    edges as unknown as EdgeReconciler,
    () => deployed,
    () => undefined,
    {
      nextRun: () => Promise.resolve(),
      failure: undefined,
    },
    thisComputer,
  );
  const progress: string[] = [];
  const cancellation = new AbortController();
  const waiter = { tell: (message: string) => void progress.push(message), cancelled: cancellation.signal };
  return { become, balancer, readiness, progress, waiter, cancel: () => cancellation.abort() };
}

/** What somebody is told who waits, or that he waits still. */
async function told(answer: Promise<string[]>): Promise<string[] | "nothing yet"> {
  return Promise.race([answer, wait(250).then(() => "nothing yet" as const)]);
}

describe("what the engine waits for", () => {
  it("An update of a scale set is answered when its rolling upgrade is over, and fails with the error of one that stops", async () => {
    proves("upgrade-answer");
    const { become, readiness, waiter } = region();
    become({ upgrade });
    const answer = readiness.changed(setId, waiter);
    expect(await told(answer)).toBe("nothing yet");
    become({ upgrade: { ...upgrade, code: "Completed" } });
    expect(await told(answer)).toEqual([]);
    become({ upgrade: { ...upgrade, code: "Faulted", error: { code: "MaxUnhealthy", message: "100 % are unhealthy" } } });
    expect(await told(readiness.changed(setId, waiter))).toEqual([
      expect.stringMatching(/^MaxUnhealthy: the rolling upgrade has stopped: 100 % are unhealthy\. /),
    ]);
  });

  it("is a new scale set's instances, and their failures are told", async () => {
    const { become, readiness, waiter } = region();
    become({ instances: [{ ...instance, provisioningState: "Creating" }] });
    const answer = readiness.created(setId, waiter);
    expect(await told(answer)).toBe("nothing yet");
    become({ instances: [{ ...instance, provisioningState: "Failed", errors: ["user data failed", "with status 3"] }] });
    expect(await told(answer)).toEqual(["web_0: user data failed\nwith status 3"]);
  });

  it("tells again what went wrong before, unless the instance is of an earlier model", async () => {
    const { become, readiness, waiter } = region();
    become({ instances: [{ ...instance, provisioningState: "Failed", errors: ["user data failed"] }] });
    expect(await told(readiness.changed(setId, waiter))).toEqual(["web_0: user data failed"]);
    become({ instances: [{ ...instance, model: "before", provisioningState: "Failed", errors: ["user data failed"] }] });
    expect(await told(readiness.changed(setId, waiter))).toEqual([]);
  });

  it("is told on the way, once for each time that it changes", async () => {
    const { become, readiness, waiter, progress } = region();
    become({
      upgrade,
      instances: [
        { ...instance, model: "before" },
        { ...instance, id: "1", provisioningState: "Creating" },
      ],
    });
    const answer = readiness.changed(setId, waiter);
    expect(await told(answer)).toBe("nothing yet");
    become({
      instances: [
        { ...instance, model: "before", provisioningState: "Deleting" },
        { ...instance, id: "1" },
      ],
    });
    expect(await told(answer)).toBe("nothing yet");
    become({ upgrade: { ...upgrade, code: "Completed" }, instances: [{ ...instance, id: "1" }] });
    expect(await told(answer)).toEqual([]);
    expect(progress).toEqual([
      "rolling upgrade: 0 of 2 instances; instance 1 is Creating",
      "rolling upgrade: 1 of 2 instances; instance 0 is Deleting",
    ]);
  });

  it.each([
    ["a scale set", setId],
    ["a load balancer", balancerId],
  ])("is also the edge, for a change of %s", async (_, id) => {
    const { balancer, readiness, waiter } = region();
    balancer.isAttempted = false;
    const answer = readiness.changed(id, waiter);
    expect(await told(answer)).toBe("nothing yet");
    balancer.isAttempted = true;
    balancer.conflicts = ["load balancer web-lb: port 8080 is in use"];
    expect(await told(answer)).toEqual(balancer.conflicts);
  });

  it("is waited for no longer where the run is cancelled, and is waited for again by the next one", async () => {
    const { become, readiness, waiter, cancel } = region();
    become({ instances: [{ ...instance, provisioningState: "Creating" }] });
    const answer = readiness.created(setId, waiter);
    expect(await told(answer)).toBe("nothing yet");
    cancel();
    expect(await told(answer)).toEqual([expect.stringContaining("the run was cancelled before this was as declared")]);
    const next = readiness.changed(setId, { ...waiter, cancelled: new AbortController().signal });
    expect(await told(next)).toBe("nothing yet");
    become({ instances: [instance] });
    expect(await told(next)).toEqual([]);
  });
});
