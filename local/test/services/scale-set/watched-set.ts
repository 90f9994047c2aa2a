import * as http from "node:http";
import * as path from "node:path";
import { scaleSetId } from "../../../../azure/test/rules/valid/scale-set";
import { BackgroundTasks } from "../../../region/foundation/background-tasks";
import { Clock } from "../../../region/foundation/clock";
import type { SecurityGroup } from "../../../region/podman/edge/network-rules";
import { askOverHttp } from "../../../region/podman/machines/guest";
import { ownSocket } from "../../podman/machines/files";
import type { Machine, Machines } from "../../../region/podman/machines/machine";
import { MetadataServer } from "../../../region/services/scale-set/metadata/server";
import { InstanceWatches } from "../../../region/services/scale-set/instance-watches";
import type { DeployedScaleSet } from "../../../region/services/scale-set/deployed-scale-set";
import { ScaleSetFile } from "../../../region/services/scale-set/scale-set-file";
import { readScaleSet } from "../../../region/services/scale-set/scale-set-model";
import { ScaleSetService } from "../../../region/services/scale-set/scale-set-service";
import type { Balance } from "../../../region/services/load-balancer/load-balancer-service";
import type { Resource } from "../../../region/store/resource";
import { Seal } from "../../../region/store/seal";
import { nobodyOutside, regionContext } from "../../support/region-context";
import { temporaryFolder } from "../../support/temporary-folder";
import type { PlannedSet } from "./planned-set";

/** A scale set whose instances are watched as the daemon watches them, over sockets as their machines have them. */
export class WatchedSet {
  private readonly folder = temporaryFolder();
  private readonly events = { add: () => undefined };
  private tasks = new BackgroundTasks(this.events);
  private applications: http.Server[] = [];
  /** What stands before the instances from the next watch on. */
  securityGroups: readonly SecurityGroup[] = [];
  private current: InstanceWatches | undefined;

  /** To be made where a test file describes its tests: after each of them it ends what it began. */
  constructor() {
    afterEach(async () => {
      await this.tasks.stop();
      this.current?.stop();
      this.applications.forEach((application) => application.close());
      this.applications = [];
      this.tasks = new BackgroundTasks(this.events);
      this.securityGroups = [];
    });
  }

  /** Begins to watch a set with what its state file holds. */
  async watch(
    { properties, state }: Pick<PlannedSet, "properties" | "state">,
    loadBalancers: readonly Resource[] = [],
    natPorts: Balance["natPorts"] = {},
  ) {
    const file = new ScaleSetFile(path.join(this.folder.path, "web.json"), new Seal(this.folder.path));
    file.write(state);
    const placed: DeployedScaleSet = {
      resource: { id: scaleSetId, outputs: properties } as unknown as Resource,
      service: new ScaleSetService(regionContext({}), "web", file, nobodyOutside),
      model: readScaleSet(properties),
      subnetPrefix: "10.0.0.0/24",
      securityGroups: this.securityGroups,
      network: "web",
    };
    this.current?.stop();
    const clock = Clock.open(this.folder.path, 1000);
    const store = { find: (id: string) => ({ id, outputs: { ipAddress: "127.0.0.1" } }) as unknown as Resource };
    const watches = new InstanceWatches(
      regionContext({ clock, events: this.events, machines: this.machines(), store, tasks: this.tasks }),
      () => undefined,
      (socket, host) => MetadataServer.listen(socket, host),
    );
    this.current = watches;
    const balances = loadBalancers.map(({ id }) => ({ id, balance: { natPorts } }));
    const machines = state.instances.map(({ name }): Machine => ({ name, state: { kind: "running" }, labels: {} }));
    await watches.follow([placed], machines, loadBalancers, balances);
    return { placed, watches, machines };
  }

  /** Has an instance's application answer every request with a status. */
  async answer(name: string, status: number): Promise<void> {
    const application = http.createServer((_, response) => response.writeHead(status).end());
    this.applications.push(application);
    await new Promise<void>((resolve) => application.listen(this.socket(name, "http"), resolve));
  }

  /** What an instance reads from its metadata service, such as `instance/compute/vmSize`. */
  async read(name: string, place: string, options = "&format=text"): Promise<string> {
    const target = `/metadata/${place}?api-version=2021-12-13${options}`;
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const asked = { socketPath: this.socket(name, "metadata"), path: target, headers: { Metadata: "true" }, agent: false as const };
      http.get(asked, resolve).on("error", reject);
    });
    let text = "";
    for await (const part of response.setEncoding("utf8")) {
      text += String(part);
    }
    return text;
  }

  private machines(): Partial<Machines> {
    return {
      metadataSocket: (name) => this.socket(name, "metadata"),
      ask: (name, question) => askOverHttp(ownSocket(this.socket(name, "http")), { ...question, protocol: "http" }),
      addProbePorts: () => Promise.resolve(),
      usage: () => Promise.resolve({} as Awaited<ReturnType<Machines["usage"]>>),
    };
  }

  private socket(name: string, kind: "metadata" | "http"): string {
    return path.join(this.folder.path, `${name}-${kind}.sock`);
  }
}
