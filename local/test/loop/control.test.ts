import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";
import { set } from "../../../azure/test/rules/edits";
import { BackgroundTasks } from "../../region/foundation/background-tasks";
import { thisComputer } from "../../region/foundation/computer";
import { EventLog } from "../../region/foundation/event-log";
import { readScaleSet } from "../../region/services/scale-set/scale-set-model";
import { minute } from "../../region/store/metrics/metric-grain";
import { MetricStore } from "../../region/store/metrics/metric-store";
import type { Resource } from "../../region/store/resource";
import { member, traffic } from "../podman/edge/specification";
import { PlannedSet } from "../services/scale-set/planned-set";
import { listenForCommands } from "../../region/loop/control";
import type { DataPlane } from "../../region/loop/data-plane";
import { regionContext } from "../support/region-context";

const command = path.join(__dirname, "../../console/region.mjs");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "control-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const scaleSetId = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/virtualMachineScaleSets/web";

function run(...options: string[]) {
  return promisify(execFile)(process.execPath, [command, ...options], { env: { ...process.env, LOCAL_REGION_FOLDER: folder } });
}

describe("the commands of a person", () => {
  it("show what the region does in the background, and in the status only what fails", async () => {
    const tasks = new BackgroundTasks(new EventLog(folder), () => undefined);
    const clock = { speedFactor: 10, now: () => minute };
    const region = regionContext({ folder, tasks, clock, events: new EventLog(folder) });
    const server = await listenForCommands(region, { scaleSets: () => [], balances: () => [] } as unknown as DataPlane);
    tasks.register({ name: "write metrics", description: "writes", periodInMilliseconds: 10_000, run: () => undefined });
    try {
      expect((await run("status")).stdout).not.toContain("write metrics");
      tasks.register({
        name: "reconcile",
        description: "compares",
        periodInMilliseconds: 60_000,
        run: () => Promise.reject(new Error("podman ps failed:\nno space")),
      });
      const { stdout: status } = await run("status");
      expect(status).toMatch(
        /^ {2}reconcile +60 s +fails, again in \d\S* s +\d.* ago +\d+ ms +podman ps failed:.*\(\d.* ago\) +compares$/m,
      );
      expect(status).toContain('region  background task "reconcile" failed: podman ps failed:');
      expect(status).not.toContain("write metrics");
      expect((await run("tasks")).stdout).toMatch(/^ {2}write metrics +10 s +works +\d.* ago +\d+ ms +- +writes$/m);
    } finally {
      await tasks.stop();
      server.close();
    }
  });

  it("protect an instance, take its protection off, and resume repairs that are suspended", async () => {
    const web = new PlannedSet();
    web.declare();
    web.state = { ...web.state, repairs: { serviceState: "Suspended", fruitlessRepairs: 3 } };
    const events: string[] = [];
    const region = regionContext({ folder, events: { add: (subject, message) => void events.push(`${subject} ${message}`) } });
    const dataPlane = { scaleSets: () => [{ service: web.service }], trigger: () => undefined };
    const server = await listenForCommands(region, dataPlane as unknown as DataPlane, () => undefined);
    try {
      expect((await run("protect", "0")).stdout).toBe("Protected web_0 from scale-in.\n");
      expect((await run("protect", "web_1", "scale-set-actions")).stdout).toBe("Protected web_1 from scale set actions.\n");
      expect(web.state.instances.map(({ protection }) => protection)).toEqual(["scale-in", "scale-set-actions"]);
      expect((await run("unprotect", "0")).stdout).toBe("Took the protection off web_0.\n");
      expect(web.record("web_0").protection).toBeUndefined();
      await expect(run("protect", "0", "everything")).rejects.toMatchObject({ stderr: expect.stringContaining("FROM=scale-in") });
      expect((await run("resume-repairs")).stdout).toBe("Resumed the repairs of web.\n");
      expect(web.state.repairs.serviceState).toBe("Running");
      expect((await run("resume-repairs")).stdout).toBe("No scale set's repairs are suspended.\n");
      expect(events).toContain("web its automatic repairs are resumed");
    } finally {
      server.close();
    }
  });

  it("reimage, restart, upgrade and delete an instance by the names of az vmss, and refuse what Azure refuses", async () => {
    const web = new PlannedSet();
    web.declare(set("sku.capacity", 3));
    const resource = () => ({ id: scaleSetId, inputs: web.properties, outputs: web.properties }) as Resource;
    const store = { find: resource, put: ({ outputs }: Resource) => void (web.properties = outputs) };
    const region = regionContext({ folder, store, clock: { now: () => minute }, computer: thisComputer, events: { add: () => undefined } });
    const deployed = () => ({ service: web.service, resource: resource(), model: readScaleSet(web.properties) });
    const dataPlane = { scaleSets: () => [deployed()], trigger: () => web.run(minute) };
    const server = await listenForCommands(region, dataPlane as unknown as DataPlane, () => undefined);
    try {
      expect((await run("reimage", "0")).stdout).toContain("Reimaging web_0.");
      expect(web.record("web_0")).toMatchObject({ disk: 1, provisioningState: "Succeeded" });
      expect((await run("restart", "web_0")).stdout).toContain("Restarting web_0.");
      expect(web.record("web_0").disk).toBe(1);
      expect((await run("update-instances", "1")).stdout).toContain("Bringing the latest model to web_1.");
      expect((await run("delete-instances", "1")).stdout).toContain("Deleting web_1; the capacity is 2 now.");
      expect(web.names).toEqual(["web_0", "web_2"]);
      await run("protect", "2", "scale-set-actions");
      await expect(run("reimage", "2")).rejects.toMatchObject({ stderr: expect.stringContaining("OperationNotAllowed") });
      await expect(run("delete-instances", "")).rejects.toMatchObject({
        stderr: expect.stringContaining("make delete-instance INSTANCE=0"),
      });
    } finally {
      server.close();
    }
  });

  it("lead to an instance by the port that it has, which does not follow from its number, and to none by a port that something else has", async () => {
    const web = new PlannedSet();
    web.declare(set("sku.capacity", 3));
    web.declare(set("sku.capacity", 1));
    web.declare(set("sku.capacity", 2));
    expect(web.names).toEqual(["web_0", "web_3"]);
    const members = [member("web_0", "10.0.0.4", { natPorts: { ssh: 50000 } }), member("web_3", "10.0.0.5", { natPorts: { ssh: 50001 } })];
    const balance = { traffic: traffic({ loadBalancingRules: [] }), members, distributions: {} };
    const dataPlane = {
      scaleSets: () => [{ service: web.service, resource: { id: scaleSetId }, model: readScaleSet(web.properties) }],
      balances: () => [{ id: "web-lb", name: "web-lb", balance }],
      healthOf: () => ({ health: "Healthy" }),
    };
    const machines = { usage: () => Promise.resolve(undefined) };
    const parts = {
      folder,
      machines,
      edges: { missingPorts: () => [50000] },
      metrics: new MetricStore(),
      clock: { speedFactor: 10, now: () => minute },
      events: new EventLog(folder),
    };
    const region = regionContext({ ...parts, tasks: new BackgroundTasks(new EventLog(folder), () => undefined) });
    const server = await listenForCommands(region, dataPlane as unknown as DataPlane, () => undefined);
    try {
      expect((await run("port", "3")).stdout).toBe("50001\n");
      expect((await run("status")).stdout).toMatch(/^ {2}web_3 .* 50001 /m);
      expect((await run("status")).stdout).not.toContain("50000");
      await expect(run("port", "0")).rejects.toMatchObject({ stderr: expect.stringContaining("leads to SSH on web_0") });
      await expect(run("port", "1")).rejects.toMatchObject({ stderr: expect.stringContaining("the instances are web_0, web_3") });
    } finally {
      server.close();
    }
  });

  it("print the region's metrics as Prometheus reads them, and still tell what is wrong in words", async () => {
    const metrics = new MetricStore();
    metrics.record(scaleSetId, "Percentage CPU", "web_0", 12.5, 0);
    const region = regionContext({ folder, metrics, machines: { console: () => [] }, clock: { now: () => minute } });
    const deployed = [{ service: { instances: [{ name: "web_0", zone: "1" }] }, model: { zones: { zones: ["1", "2"] } } }];
    const log: string[] = [];
    const server = await listenForCommands(region, { scaleSets: () => deployed } as unknown as DataPlane, (text) => log.push(text));
    try {
      expect((await run("metrics")).stdout).toContain('azure_vmss_percentage_cpu{resource="web",instance="web_0",zone="1"} 12.5\n');
      await expect(run("logs", "web_7")).rejects.toMatchObject({
        stderr: expect.stringContaining("there is no instance web_7; the instances are web_0"),
      });
      expect(log).toEqual([expect.stringMatching(/ GET \/instances\/web_7\/console failed: .*web_7.*\n +at .*control/s)]);
      await expect(run("kill", "zone", "9")).rejects.toMatchObject({
        stderr: expect.stringContaining("there is no zone 9; the zones of the scale sets are 1, 2"),
      });
      await expect(run("kill", "instance", "")).rejects.toMatchObject({ stderr: expect.stringContaining("make kill INSTANCE=0") });
    } finally {
      server.close();
    }
  });
});
