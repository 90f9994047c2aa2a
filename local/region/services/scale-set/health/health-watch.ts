import { type HealthExtensionState, startHealthExtension, takeHealthAnswer } from "./health-extension";
import { type HealthAnswer, healthTimeoutSeconds } from "./health-answer";
import { healthByExtension, type HealthReport } from "./health-source";
import type { HealthState } from "../instance";
import { askOverHttp, askOverTcp, type GuestAnswer } from "../../../podman/machines/guest";
import type { RegionContext } from "../../../context";
import type { PeriodicTask } from "../../../foundation/periodic-task";
import type { HealthProbe } from "../scale-set-model";

/** What the health extension calls itself when it asks (its source, main/health.go). */
const userAgent = "ApplicationHealthExtension/1.0";

/** At high speed factors a fast answer still needs its time. */
const shortestTimeoutInMilliseconds = 1000;

/** The health extension of one instance, from a boot of its machine to the next. */
export class HealthWatch {
  private state: HealthExtensionState;
  private report: HealthReport | undefined;
  private asked = false;
  private isSilent = false;
  private readonly task: PeriodicTask;

  /**
   * @param onChange Called when the reported health changes, and when the extension falls silent or is heard again.
   * @param hasReported Whether the extension has run before this watch began: if nothing is heard from now on, it has fallen silent.
   */
  constructor(
    private readonly region: RegionContext,
    private readonly instance: string,
    private readonly probe: HealthProbe,
    private readonly onChange: () => void,
    hasReported: boolean,
  ) {
    this.state = startHealthExtension(probe.settings, region.clock.now());
    this.report = hasReported ? { at: region.clock.now() } : undefined;
    this.task = region.tasks.register({
      name: `health of ${instance}`,
      description: "asks the application as the health extension does",
      // The extension sleeps for what its probe has left of the interval, as its source shows.
      periodInMilliseconds: region.clock.realLength(probe.settings.intervalInSeconds * 1000),
      run: () => this.ask(),
    });
  }

  get health(): HealthState | undefined {
    return healthByExtension(this.probe.settings.states, this.report, this.region.clock.now()).health;
  }

  /** True once it has asked, whatever came of it. */
  get isKnown(): boolean {
    return this.asked;
  }

  stop(): void {
    void this.region.tasks.remove(this.task);
  }

  private async ask(): Promise<void> {
    const { settings } = this.probe;
    const answer = await this.answer();
    const now = this.region.clock.now();
    this.asked = true;
    // The extension runs inside the machine: of one that is off, nothing is heard.
    const isHeard = answer.kind !== "no answer" || (await this.region.machines.usage(this.instance).catch(() => undefined)) !== undefined;
    let hasChanged = this.isSilent === isHeard;
    this.isSilent = !isHeard;
    if (isHeard) {
      const step = takeHealthAnswer(settings, this.state, toHealthAnswer(answer), now);
      this.state = step.state;
      this.report = { ...(step.state.committed !== undefined && { health: step.state.committed }), at: now };
      if (step.changed) {
        this.region.events.add(this.instance, step.reason);
        hasChanged = true;
      }
    }
    if (hasChanged) {
      this.onChange();
    }
  }

  private answer(): Promise<GuestAnswer> {
    const { settings, port, requestPath } = this.probe;
    const timeout = Math.max(this.region.clock.realLength(healthTimeoutSeconds * 1000), shortestTimeoutInMilliseconds);
    if (settings.protocol === "tcp") {
      return askOverTcp(this.region.machines.tcpSocket(this.instance, port), timeout);
    }
    return askOverHttp(this.region.machines.httpSocket(this.instance, port), {
      protocol: settings.protocol ?? "http",
      path: requestPath,
      userAgent,
      timeoutInMilliseconds: timeout,
    });
  }
}

/** The extension makes no difference between a refusal and silence. */
function toHealthAnswer(answer: GuestAnswer): HealthAnswer {
  return answer.kind === "reset" ? { kind: "no answer" } : answer;
}
