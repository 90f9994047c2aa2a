import type { GuestAnswer } from "../../../../region/podman/machines/guest";
import { type Container, type Network, type PodmanClient, regionLabel } from "../../../../region/podman/machines/podman";
import { PodmanError } from "../../../../region/podman/machines/podman-error";

/** An image has labels of its own, and Podman shows them with those of its containers. */
const shownLabels = { "azure-web-tier.machine": "machine", zone: "zone" };

/**
 * What was asked of a region's Podman and machines, scene by scene: a line for each question, with what came of it in words that are the same
 * on every computer and at any time.
 */
export class Transcript {
  private readonly scenes = new Map<string, string[]>();
  /** Where the next line goes; undefined while nothing is noted. */
  private lines: string[] | undefined;
  /** The names of containers, by Podman's ids. */
  private readonly names = new Map<string, string>();
  /** When each container was started, as far as Podman has told. */
  private readonly starts = new Map<string, Set<number>>();

  /**
   * @param region The region's id, which its names in Podman begin with.
   * @param words What else differs from computer to computer, and the word for it.
   */
  constructor(
    private readonly region: string,
    private readonly words: Readonly<Record<string, string>>,
  ) {}

  /** The lines of a scene; none where it did not come to that. */
  of(scene: string): readonly string[] {
    return this.scenes.get(scene) ?? [];
  }

  /** Plays scenes, each with a part of its own in the transcript. One that cannot go on says why there, and is the last. */
  async play<Scene>(scenes: Readonly<Record<string, Scene>>, act: (scene: Scene) => Promise<void>): Promise<void> {
    for (const [name, scene] of Object.entries(scenes)) {
      this.lines = [];
      this.scenes.set(name, this.lines);
      try {
        await act(scene);
      } catch (error) {
        this.note("the scene", `ends early: ${(error as Error).message}`);
        return;
      }
      this.lines = undefined;
    }
  }

  /** Does something within a scene that happens now once and now three times, such as waiting. */
  async unnoted<T>(act: () => Promise<T>): Promise<T> {
    const { lines } = this;
    this.lines = undefined;
    try {
      return await act();
    } finally {
      this.lines = lines;
    }
  }

  note(call: string, answer: string): void {
    this.lines?.push(this.inWords(`${call} → ${answer}`));
  }

  /** The same client, with all that it is asked and answers noted. */
  recorded(podman: PodmanClient): PodmanClient {
    const nameOf = (id: string) => this.names.get(id) ?? id;
    return {
      region: podman.region,
      run: (name, ...how) => this.noted(`run ${name}`, podman.run(name, ...how)),
      boot: (name, ...how) => this.noted(`run ${name}`, podman.boot(name, ...how)),
      hasImage: (image) => this.noted(`images ${image}`, podman.hasImage(image), (is) => (is ? "one" : "none")),
      containers: (...labels) =>
        this.noted(["ps", ...labels].join(" "), podman.containers(...labels), (all) => all.map((one) => this.container(one)).join("; ")),
      start: (id) => this.noted(`start ${nameOf(id)}`, podman.start(id)),
      execute: (id, ...words) => this.noted(`exec ${nameOf(id)} ${words.join(" ")}`, podman.execute(id, ...words)),
      stop: (id, grace) => this.noted(`stop ${nameOf(id)} within ${grace} s`, podman.stop(id, grace)),
      kill: (id) => this.noted(`kill ${nameOf(id)}`, podman.kill(id)),
      remove: (id) => this.noted(`rm ${nameOf(id)}`, podman.remove(id)),
      controlGroup: (id) => this.noted(`control group of ${nameOf(id)}`, podman.controlGroup(id), (is) => (is ? "one" : "none")),
      networks: () => this.noted("network ls", podman.networks(), (all) => all.map(network).sort().join("; ")),
      createNetwork: (name, options) =>
        this.noted(`network create ${name} ${options.slice(0, 2).join(" ")}`, podman.createNetwork(name, options)),
      removeNetwork: (name) => this.noted(`network rm ${name}`, podman.removeNetwork(name)),
      removeFolder: (folder) => podman.removeFolder(folder),
      removeEverything: () => podman.removeEverything(),
    };
  }

  private async noted<T>(call: string, asked: Promise<T>, tell: (answer: T) => string = () => "done"): Promise<T> {
    try {
      const answer = await asked;
      this.note(call, tell(answer) || "nothing");
      return answer;
    } catch (error) {
      this.note(call, error instanceof PodmanError ? `refused: ${error.kind}` : String(error));
      throw error;
    }
  }

  private container({ id, name, status, exitCode, startedAt, labels }: Container): string {
    this.names.set(id, name);
    const starts = this.starts.get(id) ?? new Set();
    this.starts.set(id, startedAt === undefined ? starts : starts.add(startedAt.getTime()));
    return [
      `${name} ${status}`,
      ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
      startedAt === undefined ? "never started" : `start ${starts.size}`,
      ...Object.entries(shownLabels).flatMap(([label, word]) => (label in labels ? [`${word}=${labels[label]}`] : [])),
      ...(labels[regionLabel] === this.region ? [] : ["of no region"]),
    ].join(", ");
  }

  private inWords(text: string): string {
    const words = Object.entries({ ...this.words, [`${this.region}-`]: "", "azure-web-tier.": "" });
    return words.reduce((told, [own, word]) => told.replaceAll(own, word), text);
  }
}

/** The answer of a port, without what its application says. */
export function guestAnswer(answer: GuestAnswer): string {
  return answer.kind === "response" ? `response ${answer.status}` : answer.kind;
}

function network({ name, subnets }: Network): string {
  return `${name} ${subnets.join()}`;
}
