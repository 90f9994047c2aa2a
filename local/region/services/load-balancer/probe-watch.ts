import { isDeepStrictEqual } from "node:util";
import { notProbed, type ProbeSettings, type ProbeState, probeTimeout, takeProbeAnswer } from "./load-balancer-probe";
import { askOverHttp, askOverTcp, type GuestAnswer } from "../../podman/machines/guest";
import type { ProbePorts } from "../../podman/machines/guest-units";
import type { RegionContext } from "../../context";
import type { PeriodicTask } from "../../foundation/periodic-task";

/** A load balancer's probe as it is declared. */
export interface Probe {
  readonly name: string;
  readonly settings: ProbeSettings;
  readonly port: number;
  readonly requestPath: string;
}

/** The ports that probes ask, by how they ask. */
export function probePorts(probes: readonly Probe[]): ProbePorts {
  const portsOf = (isTcp: boolean) => probes.filter(({ settings }) => (settings.protocol === "Tcp") === isTcp).map(({ port }) => port);
  return { http: portsOf(false), tcp: portsOf(true) };
}

const userAgent = "Load Balancer Agent";

/** At high speed factors a fast answer still needs its time. */
const shortestTimeoutInMilliseconds = 1000;

/** One probe of one backend, for as long as its machine is there. */
export class ProbeWatch {
  private state: ProbeState;
  private asked = false;
  private readonly task: PeriodicTask;

  /**
   * @param onChange Called when the backend goes up or down.
   * @param wasUp What the probe said of the backend before it was changed.
   */
  constructor(
    private readonly region: RegionContext,
    private readonly instance: string,
    private readonly probe: Probe,
    private readonly onChange: () => void,
    wasUp = false,
  ) {
    this.state = { ...notProbed, isUp: wasUp, hasBeenUp: wasUp };
    this.task = region.tasks.register({
      name: `probe ${probe.name} of ${instance}`,
      description: "asks the instance for the load balancer",
      periodInMilliseconds: region.clock.realLength(probe.settings.intervalInSeconds * 1000),
      run: () => this.ask(),
    });
  }

  get isUp(): boolean {
    return this.state.isUp;
  }

  /** True once it knows from an answer, or the lack of one, and not from the beginning. */
  get isKnown(): boolean {
    return this.asked;
  }

  /** True where it asks just what the probe declares. */
  asks(probe: Probe): boolean {
    return isDeepStrictEqual(probe, this.probe);
  }

  stop(): void {
    void this.region.tasks.remove(this.task);
  }

  private async ask(): Promise<void> {
    const { settings, name } = this.probe;
    const step = takeProbeAnswer(settings, this.state, await this.answer());
    this.state = step.state;
    this.asked = true;
    if (step.changed) {
      this.region.events.add(this.instance, `probe ${name}: ${step.reason}`);
      this.onChange();
    }
  }

  private answer(): Promise<GuestAnswer> {
    const { settings, port, requestPath } = this.probe;
    const timeout = Math.max(this.region.clock.realLength(probeTimeout(settings)), shortestTimeoutInMilliseconds);
    if (settings.protocol === "Tcp") {
      return askOverTcp(this.region.machines.tcpSocket(this.instance, port), timeout);
    }
    const protocol = settings.protocol === "Https" ? "https" : "http";
    return askOverHttp(this.region.machines.httpSocket(this.instance, port), {
      protocol,
      path: requestPath,
      userAgent,
      timeoutInMilliseconds: timeout,
    });
  }
}
