import { isDeepStrictEqual } from "node:util";
import { InstanceAsker, type Question } from "./instance-asker";
import { notProbed, type ProbeSettings, type ProbeState, probeTimeout, takeProbeAnswer } from "./load-balancer-probe";
import type { RegionContext } from "../../context";
import type { ProbePorts } from "../../podman/machines/guest-units";

/** A load balancer's probe as it is declared. */
export interface Probe {
  readonly name: string;
  readonly settings: ProbeSettings;
  readonly port: number;
  readonly requestPath: string;
  /** Which security rule keeps it from the instance; absent where it gets through. */
  readonly blockedBy?: string;
}

/** The ports that probes ask, by how they ask. */
export function probePorts(probes: readonly Probe[]): ProbePorts {
  const portsOf = (isTcp: boolean) => probes.filter(({ settings }) => (settings.protocol === "Tcp") === isTcp).map(({ port }) => port);
  return { http: portsOf(false), tcp: portsOf(true) };
}

const protocols = { Tcp: "tcp", Http: "http", Https: "https" } as const;

/** What is known of a backend, and what it answered last, in words. */
interface AskedState extends ProbeState {
  readonly lastAnswer?: string;
}

/** One probe of one backend, for as long as its machine is there. */
export class ProbeWatch {
  private readonly asker: InstanceAsker<AskedState>;

  /**
   * @param onChange Called when the backend goes up or down.
   * @param wasUp What the probe said of the backend before it was changed.
   */
  constructor(
    region: RegionContext,
    instance: { readonly name: string; readonly address: string },
    private readonly probe: Probe,
    onChange: () => void,
    wasUp = false,
  ) {
    const { settings, name, blockedBy } = probe;
    const because = blockedBy === undefined ? "" : `: ${blockedBy}`;
    this.asker = new InstanceAsker<AskedState>(
      region,
      instance.name,
      questionOf(probe, instance.address),
      { ...notProbed, isUp: wasUp, hasBeenUp: wasUp },
      (before, answer) => {
        const { state, changed, reason, answer: said } = takeProbeAnswer(settings, before, answer);
        return {
          state: { ...state, lastAnswer: said + because },
          changed,
          ...(changed && { event: `probe ${name}: ${reason}${because}` }),
        };
      },
      onChange,
    );
  }

  get isUp(): boolean {
    return this.asker.state.isUp;
  }

  /** True once it knows from an answer, or the lack of one, and not from the beginning. */
  get isKnown(): boolean {
    return this.asker.hasAsked;
  }

  /** What came of the last question, in words; undefined before the first. */
  get lastAnswer(): string | undefined {
    return this.asker.state.lastAnswer;
  }

  /** True where it asks just what the probe declares. */
  asks(probe: Probe): boolean {
    return isDeepStrictEqual(probe, this.probe);
  }

  /** @returns When the question that is under way has ended. */
  stop(): Promise<void> {
    return this.asker.stop();
  }
}

function questionOf({ name, settings, port, requestPath, blockedBy }: Probe, address: string): Question {
  return {
    name: `probe ${name}`,
    description: "asks the instance for the load balancer",
    protocol: protocols[settings.protocol],
    port,
    requestPath,
    userAgent: "Load Balancer Agent",
    host: `${address}:${port}`,
    intervalInSeconds: settings.intervalInSeconds,
    timeoutInSeconds: probeTimeout(settings) / 1000,
    isBlocked: blockedBy !== undefined,
  };
}
