import * as fs from "node:fs";
import { addressesOf, contains, overlap } from "../../../azure/facts/cidr";
import type { Container, Network, PodmanClient } from "../../region/podman/machines/podman";
import type { MarketplaceImages } from "../../region/podman/machines/marketplace-images";
import { regionLabel } from "../../region/podman/machines/podman";
import { PodmanError } from "../../region/podman/machines/podman-error";
import type { Chance } from "./chance";
import type { SimulatedComputer } from "./simulated-computer";
import { SimulatedContainer } from "./simulated-container";
import type { VirtualTime } from "./virtual-time";

/** Told of what Podman is about to do. */
export interface Witness {
  /** A machine is asked for. @param disk Its label, which no other machine has. */
  onAsked(disk: string): void;
  onRun(container: SimulatedContainer): void;
  onRemove(container: SimulatedContainer): void;
  /** Somebody else has removed it. */
  onLost(container: SimulatedContainer): void;
}

const region = "region-simulated";

/** Podman as a data structure. It outlasts the daemons that use it, and refuses what the real one refuses, in its words. */
export class SimulatedPodman {
  containers: SimulatedContainer[] = [];
  networks: Network[] = [];
  readonly images = new Set<string>();
  /** The systems that images in place of the marketplace's can be made of. */
  readonly systems = new Set(["debian 12", "debian 13"]);
  /** How likely it is that a command fails for no fault of the region's. */
  failureRate = 0;
  witness: Witness | undefined;
  /** The networks that containers of edges are in. */
  edgeNetworks: () => string[] = () => [];
  private created = 0;

  constructor(
    private readonly time: VirtualTime,
    private readonly chance: Chance,
    private readonly trace: (line: string) => void,
  ) {}

  /** The machine of a name, as the region calls it. */
  machine(name: string): SimulatedContainer | undefined {
    return this.containers.find((container) => container.name === `${region}-${name}`);
  }

  /** Podman as one daemon has it. */
  clientOf(computer: SimulatedComputer): PodmanClient {
    /** A command is a process of its own: begun by a daemon that lives, it is carried out whether the daemon lives on or not. */
    const command = <T>(words: string, maximumMilliseconds: number, effect: () => T): Promise<T> => {
      if (!computer.acts()) {
        return new Promise<T>(() => undefined);
      }
      return computer.answered(this.carryOut(words, maximumMilliseconds, effect));
    };
    return {
      region,
      run: (name, options, image) => command(`run ${name}`, 400, () => this.run(name, options, image)),
      boot: (name, options, image) => {
        if (!computer.isDead) {
          this.witness?.onAsked(options.find((option) => option.startsWith("azure-web-tier.disk=")) ?? name);
        }
        return command(`run ${name}`, 400, () => this.boot(name, options, image));
      },
      hasImage: (image) => command("images", 30, () => this.images.has(image)),
      containers: (...labels) => command("ps", 40, () => this.list(labels)),
      start: (id) => command(`start ${this.nameOf(id)}`, 200, () => this.start(id)),
      execute: (id, ...words) => command(`exec ${this.nameOf(id)} ${words.join(" ")}`, 100, () => this.execute(id, words)),
      stop: (id, grace) => command(`stop ${this.nameOf(id)}`, 300, () => this.find(id).shutDown(grace)),
      kill: (id) => command(`kill ${this.nameOf(id)}`, 100, () => this.kill(id)),
      remove: (id) => command(`rm ${this.nameOf(id)}`, 300, () => this.remove(id)),
      controlGroup: (id) => command("inspect", 50, () => (this.find(id).status === "running" ? id : undefined)),
      networks: () => command("network ls", 40, () => [...this.networks]),
      createNetwork: (name, options) => command("network create", 200, () => this.createNetwork(name, options)),
      removeNetwork: (name) => command("network rm", 200, () => this.removeNetwork(name)),
      removeFolder: (folder) => Promise.resolve(fs.rmSync(folder, { recursive: true, force: true })),
      removeEverything: () =>
        command("rm --all", 400, () => {
          this.containers = [];
          this.networks = [];
        }),
    };
  }

  /** What makes images beside Podman, for one daemon. */
  marketplaceOf(computer: SimulatedComputer): MarketplaceImages {
    return {
      provide: async ({ distribution, release }, name, tell) => {
        const system = `${distribution} ${release}`;
        if (!this.images.has(name)) {
          tell(`Making ${system}.`);
          await computer.wait(40_000);
          if (!this.systems.has(system)) {
            throw new Error(`nothing here has ${system}.`);
          }
          this.trace(`${name} is made`);
          this.images.add(name);
        }
      },
    };
  }

  private async carryOut<T>(words: string, maximumMilliseconds: number, effect: () => T): Promise<T> {
    await this.time.wait(this.chance.between(5, maximumMilliseconds));
    const isQuestion = /^(ps|images|inspect|network ls)/.test(words);
    if (this.chance.happens(isQuestion ? this.failureRate / 10 : this.failureRate)) {
      this.trace(`podman ${words}: fails`);
      throw PodmanError.fromAnswer(words, "Error: database is locked");
    }
    try {
      const result = effect();
      if (!isQuestion) {
        this.trace(`podman ${words}`);
      }
      return result;
    } catch (error) {
      this.trace(`podman ${words}: ${(error as Error).message}`);
      throw PodmanError.fromAnswer(words, (error as Error).message);
    } finally {
      await this.time.wait(this.chance.between(1, 10));
    }
  }

  private run(name: string, options: readonly string[], image: string): void {
    if (!this.images.has(image)) {
      throw new Error(`Error: ${image}: image not known`);
    }
    const id = `c${++this.created}`;
    const container = new SimulatedContainer(id, name, image, this.time.clock, options, { [regionLabel]: region }, this.time, this.chance);
    if (!this.networks.some((network) => network.name === container.network)) {
      throw new Error(`Error: unable to find network with name or ID ${container.network}: network not found`);
    }
    if (this.containers.some((other) => other.name === name)) {
      throw new Error(`Error: creating container storage: the container name "${name}" is already in use: that name is already in use`);
    }
    this.witness?.onRun(container);
    this.containers = [...this.containers, container];
    this.start(id);
  }

  /** Nothing is left of a machine that does not start. */
  private boot(name: string, options: readonly string[], image: string): void {
    const before = this.containers;
    try {
      this.run(name, options, image);
    } catch (error) {
      this.containers = before;
      throw error;
    }
  }

  /** One that runs is left alone; one that cannot have its address stays as it was. */
  private start(id: string): void {
    const container = this.find(id);
    if (container.status === "running") {
      return;
    }
    const { network, address } = container;
    const subnets = this.networks.flatMap(({ name, subnets }) => (name === network ? subnets : []));
    if (!subnets.some((subnet) => contains(addressesOf(subnet), addressesOf(`${address}/32`)))) {
      throw new Error(`Error: requested static ip ${address} not in any subnet on network ${network}`);
    }
    const holder = this.containers.find((other) => other.status === "running" && other.network === network && other.address === address);
    if (holder !== undefined) {
      throw new Error(`Error: IPAM error: requested ip address ${address} is already allocated to container ID ${holder.id}`);
    }
    container.start();
  }

  private list(labels: readonly string[]): Container[] {
    const has = (container: SimulatedContainer, label: string) => {
      const [name, value] = label.split(/=(.*)/s);
      return container.labels[name] !== undefined && (value === undefined || container.labels[name] === value);
    };
    return this.containers
      .filter((container) => labels.every((label) => has(container, label)))
      .map(({ id, name, status, exitCode, createdAt, startedAt, labels: own }) => ({
        id,
        name,
        status,
        ...(status === "exited" && { exitCode }),
        createdAt: wholeSecond(createdAt),
        ...(startedAt !== undefined && { startedAt: wholeSecond(startedAt) }),
        labels: own,
      }));
  }

  private execute(id: string, words: readonly string[]): void {
    const container = this.find(id);
    if (container.status !== "running") {
      throw new Error("Error: can only create exec sessions on running containers: container state improper");
    }
    container.execute(words);
  }

  private kill(id: string): void {
    const container = this.find(id);
    if (container.status !== "running") {
      throw new Error(`Error: can only kill running containers. ${id} is in state ${container.status}: container state improper`);
    }
    container.end();
  }

  private remove(id: string): void {
    const container = this.containers.find((one) => one.id === id);
    if (container !== undefined) {
      this.witness?.onRemove(container);
      container.end();
      this.containers = this.containers.filter((one) => one !== container);
    }
  }

  /** Somebody removes machines behind the region's back, as `podman rm --force` and `podman system prune` do. */
  lose(lost: readonly SimulatedContainer[]): void {
    lost.forEach((container) => {
      container.end();
      this.witness?.onLost(container);
    });
    this.containers = this.containers.filter((one) => !lost.includes(one));
    this.trace(`somebody removes ${lost.map(({ name }) => name).join(", ")} from Podman`);
  }

  private createNetwork(name: string, options: readonly string[]): void {
    if (this.networks.some((network) => network.name === name)) {
      throw new Error(`Error: network name ${name} already used: network already exists`);
    }
    const subnet = options[options.indexOf("--subnet") + 1];
    if (this.networks.flatMap(({ subnets }) => subnets).some((other) => overlap(addressesOf(other), addressesOf(subnet)))) {
      throw new Error(`Error: subnet ${subnet} is already used on the host or by another config`);
    }
    this.networks.push({ name, hostInterface: `podman${this.networks.length + 1}`, subnets: [subnet] });
  }

  private removeNetwork(name: string): void {
    if ([...this.containers.map(({ network }) => network), ...this.edgeNetworks()].includes(name)) {
      throw new Error(
        `Error: "${name}" has associated containers with it. Use -f to forcibly delete containers and pods: network is being used`,
      );
    }
    this.networks = this.networks.filter((network) => network.name !== name);
  }

  private find(id: string): SimulatedContainer {
    const container = this.containers.find((one) => one.id === id);
    if (container === undefined) {
      throw new Error(`Error: no container with name or ID "${id}" found: no such container`);
    }
    return container;
  }

  private nameOf(id: string): string {
    return this.containers.find((one) => one.id === id)?.name ?? id;
  }
}

/** Podman tells times in whole seconds. */
function wholeSecond(milliseconds: number): Date {
  return new Date(Math.floor(milliseconds / 1000) * 1000);
}
