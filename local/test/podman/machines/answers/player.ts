import type { Computer } from "../../../../region/foundation/computer";
import type { Machine, Machines } from "../../../../region/podman/machines/machine";
import type { MachineSpecification } from "../../../../region/podman/machines/machine-options";
import type { Container, PodmanClient } from "../../../../region/podman/machines/podman";
import { PodmanError } from "../../../../region/podman/machines/podman-error";
import type { GuestBehaviour } from "../../../simulation/guest-behaviour";
import { guestAnswer, type Transcript } from "./transcript";

/** The port that the application of a stage's machines listens on. The region asks it over http, and over tcp once it is told to. */
export const applicationPort = 8000;

/** Where the scenes are played: a region with a subnet and nothing else, whose machines behave as they are told. */
export interface Stage {
  readonly computer: Pick<Computer, "now" | "wait">;
  /** What these are asked is in the transcript. */
  readonly podman: PodmanClient;
  readonly machines: Machines;
  /** The subnet's network. */
  readonly network: string;
  /** The ranges of the subnet, of one within it, and one that nothing has. */
  readonly prefixes: Readonly<Record<"subnet" | "part" | "free", string>>;
  readonly image: string;
  /** A machine's specification; always the same for one name. */
  specification(name: string, behaviour?: GuestBehaviour): MachineSpecification;
  /** Has a machine's application behave otherwise from now on; undefined for as usual. */
  disturb(name: string, application: GuestBehaviour["application"]): Promise<void>;
}

/** Words of a transcript for what a stage calls otherwise. */
export function wordsFor({ prefixes, image }: Pick<Stage, "prefixes" | "image">): Record<string, string> {
  return { [image]: "IMAGE", [prefixes.subnet]: "SUBNET", [prefixes.part]: "PART-OF-SUBNET", [prefixes.free]: "FREE-RANGE" };
}

const patienceInMilliseconds = 60_000;

/** Acts on a stage, and waits there without a line in the transcript. */
export class Player {
  constructor(
    readonly stage: Stage,
    private readonly transcript: Transcript,
  ) {}

  /** Asks for something that Podman may refuse. */
  async attempt(asked: Promise<unknown>): Promise<void> {
    await asked.catch((error: unknown) => {
      if (!(error instanceof PodmanError)) {
        throw error;
      }
    });
  }

  /** Creates a network as a subnet is created. */
  createNetwork(name: string, prefix: string): Promise<void> {
    return this.attempt(this.stage.podman.createNetwork(name, ["--subnet", prefix, "--disable-dns"]));
  }

  /** Runs a container that is no machine, at a machine's address. */
  run(name: string, address: string, change: Partial<Record<"image" | "network", string>> = {}): Promise<void> {
    const { podman, network, image } = { ...this.stage, ...change };
    const options = ["--network", network, "--ip", address, "--label", `azure-web-tier.machine=${name}`];
    return this.attempt(podman.run(`${podman.region}-${name}`, options, image, ["/sbin/init"]));
  }

  /** Looks at a container through Podman. */
  look(name: string): Promise<Container[]> {
    return this.stage.podman.containers(`azure-web-tier.machine=${name}`);
  }

  /** Podman's id of a container. */
  idOf(name: string): Promise<string> {
    return this.transcript.unnoted(async () => (await this.look(name))[0].id);
  }

  /** Asks a machine's application. */
  async ask(name: string, protocol: "http" | "tcp"): Promise<string> {
    const question = { protocol, port: applicationPort, path: "/", userAgent: "probe", timeoutInMilliseconds: 1000 };
    const answer = guestAnswer(await this.stage.machines.ask(name, question));
    this.transcript.note(`ask ${name} over ${protocol}`, answer);
    return answer;
  }

  /** Notes how the region judges a machine. */
  async judge(name: string): Promise<void> {
    const machine = await this.transcript.unnoted(() => this.stage.machines.inspect(name));
    this.transcript.note(`state of ${name}`, machine?.state.kind ?? "none");
  }

  /** Waits until a machine has left a state, and notes the one that it is in then. */
  async leaves(kind: Machine["state"]["kind"], name: string): Promise<void> {
    await this.until(async () => (await this.stage.machines.inspect(name))?.state.kind !== kind);
    await this.judge(name);
  }

  /** Waits until Podman has cleaned up after a container that has ended, which it does of its own accord, and looks at it then. */
  async hasEnded(name: string): Promise<void> {
    await this.until(async () => (await this.look(name))[0].status === "exited");
    await this.look(name);
  }

  /** Asks again and again until there is an answer. @returns All answers, but for those that were as the one before. */
  async answersUntil(last: string, name: string): Promise<string[]> {
    const answers: string[] = [];
    await this.until(async () => {
      const answer = await this.ask(name, "http");
      if (answer !== answers.at(-1)) {
        answers.push(answer);
      }
      return answer === last;
    });
    return answers;
  }

  note(call: string, answer: string): void {
    this.transcript.note(call, answer);
  }

  unnoted<T>(act: () => Promise<T>): Promise<T> {
    return this.transcript.unnoted(act);
  }

  private async until(isThere: () => Promise<boolean>): Promise<void> {
    const { computer } = this.stage;
    const end = computer.now() + patienceInMilliseconds;
    await this.transcript.unnoted(async () => {
      while (!(await isThere())) {
        if (computer.now() > end) {
          throw new Error(`it does not come to that within ${patienceInMilliseconds / 1000} s`);
        }
        await computer.wait(20);
      }
    });
  }
}
