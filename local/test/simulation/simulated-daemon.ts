import * as fs from "node:fs";
import * as path from "node:path";
import type { RegionContext } from "../../region/context";
import { BackgroundTasks } from "../../region/foundation/background-tasks";
import { Clock } from "../../region/foundation/clock";
import type { DataPlane } from "../../region/loop/data-plane";
import { DataPlaneOnDemand, hasOrHadMachines } from "../../region/loop/on-demand";
import { startServices } from "../../region/loop/open";
import { machineFiles, metadataSocket } from "../../region/podman/machines/layout";
import { Machines } from "../../region/podman/machines/machine";
import type { MachineAccess } from "../../region/podman/machines/machine-access";
import { Subnets } from "../../region/podman/machines/network";
import { AzureNative } from "../../region/provider/azure-native/azure-native";
import type { MetadataHost } from "../../region/services/scale-set/metadata/server";
import { MetricFiles } from "../../region/store/metrics/metric-files";
import { Seal } from "../../region/store/seal";
import { Store } from "../../region/store/store";
import { SimulatedComputer, type SimulatedDisk } from "./simulated-computer";
import type { SimulatedEdges } from "./simulated-edges";
import type { SimulatedPodman } from "./simulated-podman";
import type { VirtualTime } from "./virtual-time";

/** What a daemon finds when it begins, and leaves when it is killed. */
export interface Surroundings {
  readonly folder: string;
  readonly speedFactor: number;
  readonly time: VirtualTime;
  readonly disk: SimulatedDisk;
  readonly podman: SimulatedPodman;
  readonly edges: SimulatedEdges;
  readonly newUuid: () => string;
  readonly trace: (line: string) => void;
  readonly onEvent: (subject: string, message: string) => void;
  readonly onWritten: (file: string) => void;
  /** How busy a machine's processors are, from 0 to 1. */
  readonly load: () => number;
}

/** A region daemon: the real one, but for the computer below it. */
export class SimulatedDaemon {
  readonly computer: SimulatedComputer;
  readonly region: RegionContext;
  readonly provider: AzureNative;
  /** Resolves when the daemon is killed. */
  readonly killed: Promise<void>;
  /** The metadata services of instances, by instance. */
  readonly metadata = new Map<string, MetadataHost>();
  dataPlane: DataPlane | undefined;

  constructor(private readonly surroundings: Surroundings) {
    const { folder, speedFactor, time, podman, edges, newUuid, trace } = surroundings;
    let tellKilled: () => void = () => undefined;
    this.killed = new Promise((resolve) => (tellKilled = resolve));
    const computer = new SimulatedComputer(time, newUuid, tellKilled, surroundings.onWritten, surroundings.disk);
    const add = (subject: string, message: string) => {
      if (!computer.isDead) {
        trace(`${subject}: ${message}`);
        surroundings.onEvent(subject, message);
      }
    };
    const client = podman.clientOf(computer);
    const files = new MetricFiles(path.join(folder, "metrics"), computer);
    this.computer = computer;
    this.region = {
      folder,
      computer,
      clock: Clock.open(folder, speedFactor, computer),
      events: { add, last: () => [] },
      tasks: new BackgroundTasks({ add }, () => undefined, computer),
      store: new Store(folder, computer),
      seal: new Seal(folder),
      metrics: files.store,
      podman: client,
      machines: new Machines(client, path.join(folder, "machines"), this.access(), computer),
      marketplaceImages: podman.marketplaceOf(computer),
      subnets: new Subnets(client, () => []),
      edges: edges.clientOf(computer),
    };
    const onDemand = new DataPlaneOnDemand(() => Promise.resolve(this.open(files)));
    this.provider = new AzureNative(this.region.store, onDemand);
    if (hasOrHadMachines(folder, this.region.store)) {
      onDemand.begin(this.region.tasks);
    }
  }

  private open(files: MetricFiles): DataPlane {
    this.dataPlane = startServices(this.region, files, (socket, host) => {
      const instance = path.basename(path.dirname(path.dirname(socket)));
      this.metadata.set(instance, host);
      // As a socket does, it goes with the folder that it is in.
      fs.writeFileSync(socket, "");
      const close = () => {
        if (this.metadata.get(instance) === host) {
          this.metadata.delete(instance);
          fs.rmSync(socket, { force: true });
        }
        return Promise.resolve();
      };
      return Promise.resolve({ close });
    });
    return this.dataPlane;
  }

  /** The instances for which a metadata service listens, and those whose machines reach it. */
  get metadataServices(): { readonly listening: string[]; readonly reached: string[] } {
    const listening = [...this.metadata.keys()].sort();
    const socketOf = (name: string) => path.join(machineFiles(path.join(this.region.folder, "machines", name)).platform, metadataSocket);
    return { listening, reached: listening.filter((name) => fs.existsSync(socketOf(name))) };
  }

  private access(): MachineAccess {
    const { time, podman, load } = this.surroundings;
    const ask = async (socket: string, timeoutInMilliseconds: number) => {
      const machine = podman.machine(path.basename(path.dirname(path.dirname(socket))));
      await this.computer.wait(2);
      const answer = machine?.answer(path.basename(socket)) ?? "nothing";
      if (answer === "nothing") {
        await this.computer.wait(machine?.status === "running" ? timeoutInMilliseconds : 0);
      }
      return answer;
    };
    return {
      askOverHttp: async ({ path: socket }, { timeoutInMilliseconds }) => {
        const answer = await ask(socket, timeoutInMilliseconds);
        return typeof answer === "object"
          ? { kind: "response", status: answer.status, body: "" }
          : { kind: answer === "reset" ? "reset" : "no answer" };
      },
      askOverTcp: async ({ path: socket }, timeoutInMilliseconds) => {
        const answer = await ask(socket, timeoutInMilliseconds);
        return { kind: typeof answer === "object" ? "connected" : answer === "reset" ? "reset" : "no answer" };
      },
      usage: (controlGroup) => {
        const machine = podman.containers.find(({ id }) => id === controlGroup);
        const seconds = (time.now - (machine?.runsSince ?? 0)) / 1000;
        return machine?.status === "running" ? { processorSeconds: seconds * 2 * load(), memoryBytes: 50e6 } : undefined;
      },
      forget: () => undefined,
    };
  }
}
