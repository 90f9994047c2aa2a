import * as fs from "node:fs";
import * as path from "node:path";
import { idKey, idName, shortDigest } from "../../../../azure/arm/id";
import { podmanName } from "../../foundation/escape";
import { writeWhole } from "../../foundation/whole-file";
import { hardwareAddress } from "../machines/machine-address";
import { lastConsoleLines } from "../machines/console";
import type { PodmanClient } from "../machines/podman";
import {
  type EdgeConfiguration,
  folderInContainer,
  haproxyConfiguration,
  type HaproxyConfiguration,
  isRuleSection,
  type RuleServer,
} from "./haproxy-config";
import type { FrontendCounters, RunningConfiguration, SectionTraffic } from "./haproxy-answers";
import { HaproxyMaster } from "./haproxy-master";
import { freePorts, publishOptions, reserveOptions } from "./host-ports";
import { openFilesHere } from "./open-files";
import { explainStartFailure, unpublished } from "./port-problems";
import { type NotCarried, publishedPorts } from "./traffic";

/** All that a load balancer's edge is made from. */
export interface EdgeSpecification extends EdgeConfiguration {
  /** The Podman network of the instances, and an address in it that no instance has or gets. */
  readonly network: string;
  readonly address: string;
}

/** The files of one edge, in its folder on the host. */
interface EdgeFiles {
  readonly shared: string;
  readonly configuration: string;
  readonly masterSocket: string;
  readonly log: string;
}

/** What stays the same for as long as an edge's container does. */
interface Shape {
  /** Another one means another container. */
  readonly digest: string;
  readonly missingPorts: readonly number[];
}

const loadBalancerLabel = "azure-web-tier.load-balancer";
const shapeLabel = "azure-web-tier.edge-shape";
const missingPortsLabel = "azure-web-tier.edge-missing-ports";

const startTimeoutInMilliseconds = 20_000;
const reloadTimeoutInMilliseconds = 20_000;
const lookAgainInMilliseconds = 100;

/**
 * The edges of a region: for each load balancer one HAProxy in a container, which takes connections on this computer's loopback address
 * and passes them on to the instances.
 *
 * An edge outlives the daemon and serves on without it. A change of instances, probes or security rules reaches it while it runs, and no
 * connection ends by that. Only where other ports are to be published, or the network or the image is another one, does the container give
 * way to a new one, and its connections end.
 */
export class Edges {
  private readonly shapes = new Map<string, Shape>();
  private readonly watched = new Set<string>();
  /**
   * Told at once of the load balancer, by its id in lower case, whose HAProxy has ended. It is also told while {@link ensure} or {@link remove}
   * ends one, or has it take a new configuration.
   */
  whenEnded: (loadBalancerId: string) => void = () => undefined;

  /**
   * @param folder Where the edges' files are kept, in a folder for each.
   * @param image An image with HAProxy that Podman has; see `edgeImage`.
   * @param openFiles How many files the HAProxy of a new container may open; see {@link openFilesHere}.
   */
  constructor(
    private readonly podman: PodmanClient,
    private readonly folder: string,
    private readonly image: string,
    private readonly openFiles = openFilesHere(),
  ) {}

  /**
   * Sees to it that a load balancer's edge is there and does as specified, whatever was there before. Calls for one load balancer
   * must not overlap.
   * @returns What of the load balancer it does not carry.
   * @throws Error where a port of a load balancing rule is in use on this computer, or HAProxy does not start; it says what to do.
   */
  async ensure(specification: EdgeSpecification): Promise<readonly NotCarried[]> {
    const id = idKey(specification.loadBalancerId);
    const configuration = haproxyConfiguration(specification);
    const files = this.files(id);
    const master = new HaproxyMaster(files.masterSocket);
    const digest = this.shapeOf(specification);

    const running = this.shapes.get(id)?.digest === digest ? await master.running() : undefined;
    if (running?.fingerprint === configuration.fingerprint) {
      // Who gets new connections needs no file, and is not kept waiting by a full disk.
      await master.set(changed(configuration, running));
      writeFiles(files, configuration.text);
    } else {
      writeFiles(files, configuration.text);
      const begun = running ?? (await this.begin(id, digest, specification, files));
      await master.set(changed(configuration, await take(configuration, begun, master, files)));
    }
    await master.endConnections(configuration.endedRules);
    void this.watch(id, master);
    return [...specification.traffic.notCarried, ...unpublished(specification, this.missingPorts(id))];
  }

  /** The ports that an edge is to have, and that something else on this computer had when it began. */
  missingPorts(loadBalancerId: string): readonly number[] {
    return this.shapes.get(idKey(loadBalancerId))?.missingPorts ?? [];
  }

  /** Removes a load balancer's edge; its connections end. One that is not there is no error. */
  async remove(loadBalancerId: string): Promise<void> {
    const id = idKey(loadBalancerId);
    this.shapes.delete(id);
    for (const container of await this.podman.containers(`${loadBalancerLabel}=${id}`)) {
      await this.podman.remove(container.id);
    }
    fs.rmSync(this.files(id).shared, { recursive: true, force: true });
  }

  /** The ids of all load balancers that have an edge, in lower case, whether it works or not. */
  async list(): Promise<string[]> {
    const containers = await this.podman.containers(loadBalancerLabel);
    return [...new Set(containers.map(({ labels }) => labels[loadBalancerLabel]))];
  }

  /** What went through an edge to each instance since its HAProxy last took a new configuration, and what its older workers still carry. */
  traffic(loadBalancerId: string): Promise<SectionTraffic[]> {
    return new HaproxyMaster(this.files(idKey(loadBalancerId)).masterSocket).traffic();
  }

  /** What the frontends of an edge have counted, by worker; undefined where the edge does not answer. */
  frontends(loadBalancerId: string): Promise<FrontendCounters[] | undefined> {
    return new HaproxyMaster(this.files(idKey(loadBalancerId)).masterSocket).frontends();
  }

  private async watch(id: string, master: HaproxyMaster): Promise<void> {
    if (!this.watched.has(id)) {
      this.watched.add(id);
      await master.ended().catch(() => undefined);
      this.watched.delete(id);
      this.whenEnded(id);
    }
  }

  /** Has a container run in which HAProxy answers. One that seems to run may just be going, so it is looked for again and again. */
  private async begin(id: string, digest: string, specification: EdgeSpecification, files: EdgeFiles): Promise<RunningConfiguration> {
    const master = new HaproxyMaster(files.masterSocket);
    for (const deadline = performance.now() + startTimeoutInMilliseconds; performance.now() < deadline;) {
      this.shapes.set(id, await this.ensureContainer(id, digest, specification, files));
      const running = await master.until(() => true, lookAgainInMilliseconds);
      if (running) {
        return running;
      }
    }
    throw unsettled(files, startTimeoutInMilliseconds);
  }

  /** Finds the container, or makes one in place of what is not as it should be. */
  private async ensureContainer(id: string, digest: string, specification: EdgeSpecification, files: EdgeFiles): Promise<Shape> {
    const [container] = await this.podman.containers(`${loadBalancerLabel}=${id}`);
    if (container?.status === "running" && container.labels[shapeLabel] === digest) {
      return { digest, missingPorts: readPorts(container.labels[missingPortsLabel]) };
    }
    fs.rmSync(files.masterSocket, { force: true });
    if (container?.exitCode !== undefined && container.labels[shapeLabel] === digest && (await this.startsAgain(container.id))) {
      return { digest, missingPorts: readPorts(container.labels[missingPortsLabel]) };
    }
    if (container) {
      await this.podman.remove(container.id);
    }
    return this.createContainer(id, digest, specification, files);
  }

  /** A container that ended, as by somebody's kill, is back sooner than another one could be. */
  private async startsAgain(container: string): Promise<boolean> {
    try {
      await this.podman.start(container);
      return true;
    } catch {
      return false;
    }
  }

  private async createContainer(id: string, digest: string, specification: EdgeSpecification, files: EdgeFiles): Promise<Shape> {
    const { traffic } = specification;
    const wanted = publishedPorts(traffic);
    const free = await freePorts(wanted);
    const missingPorts = wanted.filter((port) => !free.includes(port));
    const name = `${this.podman.region}-edge-${podmanName(folderName(id))}`;
    const labels = { [loadBalancerLabel]: id, [shapeLabel]: digest, [missingPortsLabel]: missingPorts.join(",") };
    try {
      await this.podman.run(
        name,
        [
          ...Object.entries(labels).flatMap(([label, value]) => ["--label", `${label}=${value}`]),
          ...["--network", specification.network, "--ip", specification.address, "--mac-address", hardwareAddress(specification.address)],
          // A port that a rule needs is asked for even where it seems taken, so that Podman says so.
          ...publishOptions(
            wanted.filter((port) => free.includes(port) || traffic.rules.some(({ frontendPort }) => frontendPort === port)),
          ),
          ...reserveOptions(wanted),
          ...["--ulimit", `nofile=${this.openFiles}:${this.openFiles}`, "--ulimit", "nproc=4096:4096"],
          ...["--cap-drop", "all", "--cap-add", "NET_BIND_SERVICE", "--security-opt", "no-new-privileges", "--read-only"],
          ...["--log-driver", "k8s-file", "--log-opt", `path=${files.log}`, "--log-opt", "max-size=1mb"],
          // Where SELinux is on, it would keep the container from the folder below.
          ...["--security-opt", "label=disable"],
          ...["--volume", `${files.shared}:${folderInContainer}`],
        ],
        this.image,
        ["-W", "-S", `${folderInContainer}/master.sock,mode,600`, "-f", `${folderInContainer}/haproxy.cfg`],
      );
    } catch (error) {
      await this.remove(id);
      throw explainStartFailure(error as Error, traffic);
    }
    return { digest, missingPorts };
  }

  private shapeOf({ network, address, traffic }: EdgeSpecification): string {
    const shape = JSON.stringify([this.image, network, address, publishedPorts(traffic)]);
    return shortDigest(shape, 16);
  }

  private files(id: string): EdgeFiles {
    const shared = path.join(this.folder, folderName(id));
    return {
      shared,
      configuration: path.join(shared, "haproxy.cfg"),
      masterSocket: path.join(shared, "master.sock"),
      log: path.join(shared, "haproxy.log"),
    };
  }
}

/** The file also tells what HAProxy has been told since it read it, so that a start or a reload at any time begins with that. */
function writeFiles({ shared, configuration }: EdgeFiles, text: string): void {
  fs.mkdirSync(shared, { recursive: true, mode: 0o700 });
  writeWhole(configuration, text, { isFlushed: false });
}

/** Has an HAProxy that runs with another configuration take the one in the file. @returns What it runs with then. */
async function take(
  configuration: HaproxyConfiguration,
  running: RunningConfiguration,
  master: HaproxyMaster,
  files: EdgeFiles,
): Promise<RunningConfiguration> {
  if (running.fingerprint === configuration.fingerprint) {
    return running;
  }
  await master.set(lastWords(configuration, running));
  await master.reload();
  const taken = await master.until(({ fingerprint }) => fingerprint === configuration.fingerprint, reloadTimeoutInMilliseconds);
  if (taken === undefined) {
    throw unsettled(files, reloadTimeoutInMilliseconds);
  }
  return taken;
}

/** Whom HAProxy has to be told about: who is to get new connections and gets none, and the other way about. */
function changed({ servers }: HaproxyConfiguration, { getsNewConnections }: RunningConfiguration): RuleServer[] {
  return servers.filter(({ section, server, getsNewConnections: wanted }) => getsNewConnections.get(`${section}/${server}`) !== wanted);
}

/**
 * What the worker that is about to be replaced has to be told: clients that wait for an instance stay with it, and it takes no such command
 * after the reload. A rule that would have nobody left there stays as it is.
 */
function lastWords({ servers }: HaproxyConfiguration, { getsNewConnections }: RunningConfiguration): RuleServer[] {
  const wanted = new Set(servers.filter((one) => one.getsNewConnections).map(({ section, server }) => `${section}/${server}`));
  const known = [...getsNewConnections.keys()].filter(isRuleSection).map((place) => {
    const [section, server] = place.split("/");
    return { section, server, getsNewConnections: wanted.has(place) };
  });
  const lasting = new Set(known.filter((one) => one.getsNewConnections).map(({ section }) => section));
  return known.filter(
    (one) => lasting.has(one.section) && getsNewConnections.get(`${one.section}/${one.server}`) !== one.getsNewConnections,
  );
}

function unsettled({ log }: EdgeFiles, timeoutInMilliseconds: number): Error {
  const said = lastConsoleLines(log, 10).join("\n");
  return new Error(`HAProxy does not take its configuration within ${timeoutInMilliseconds / 1000} s. ${said}`);
}

/** The load balancer's name, and a digest of the id, as names are unique in a resource group only. */
function folderName(id: string): string {
  return `${idName(id)}-${shortDigest(id)}`;
}

function readPorts(label: string | undefined): number[] {
  return (label ?? "").split(",").filter(Boolean).map(Number);
}
