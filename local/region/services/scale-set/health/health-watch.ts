import { isDeepStrictEqual } from "node:util";
import { type HealthExtensionState, startHealthExtension, takeHealthAnswer } from "./health-extension";
import { healthTimeoutSeconds } from "./health-answer";
import { type BelievedHealth, healthByExtension, type HealthReport } from "./health-source";
import type { RegionContext } from "../../../context";
import type { GuestAnswer } from "../../../podman/machines/guest";
import { InstanceAsker, type Outcome, type Question } from "../../load-balancer/instance-asker";
import type { HealthProbe } from "../instance-model";

/** What is known of one instance's health extension. */
interface Watched {
  readonly extension: HealthExtensionState;
  readonly report: HealthReport | undefined;
  readonly isSilent: boolean;
}

/** The health extension of one instance, from a boot of its machine to the next. */
export class HealthWatch {
  private readonly asker: InstanceAsker<Watched>;

  /**
   * @param onChange Called when the reported health changes, and when the extension falls silent or is heard again.
   * @param hasReported Whether the extension has run before this watch began: if nothing is heard from now on, it has fallen silent.
   */
  constructor(
    private readonly region: RegionContext,
    private readonly instance: string,
    private readonly probe: HealthProbe,
    onChange: () => void,
    hasReported: boolean,
  ) {
    const now = region.clock.now();
    const unasked = {
      extension: startHealthExtension(probe.settings, now),
      report: hasReported ? { at: now } : undefined,
      isSilent: false,
    };
    this.asker = new InstanceAsker<Watched>(
      region,
      instance,
      questionOf(probe),
      unasked,
      (before, answer) => this.take(before, answer),
      onChange,
    );
  }

  get health(): BelievedHealth {
    return healthByExtension(this.probe.settings.states, this.asker.state.report, this.region.clock.now());
  }

  /** True where the extension's settings are these. */
  asks(probe: HealthProbe): boolean {
    return isDeepStrictEqual(probe, this.probe);
  }

  /** True once it has asked, whatever came of it. */
  get isKnown(): boolean {
    return this.asker.hasAsked;
  }

  /** @returns When the question that is under way has ended. */
  stop(): Promise<void> {
    return this.asker.stop();
  }

  private async take(before: Watched, answer: GuestAnswer): Promise<Outcome<Watched>> {
    const now = this.region.clock.now();
    // The extension runs inside the machine: of one that is off, nothing is heard.
    const isHeard = answer.kind !== "no answer" || (await this.region.machines.usage(this.instance).catch(() => undefined)) !== undefined;
    if (!isHeard) {
      return { state: { ...before, isSilent: true }, changed: !before.isSilent };
    }
    const { state, changed, reason, answer: said } = takeHealthAnswer(this.probe.settings, before.extension, answer, now);
    const report = { health: state.committed, answer: said, at: now };
    return {
      state: { extension: state, report, isSilent: false },
      changed: changed || before.isSilent,
      ...(changed && { event: reason }),
    };
  }
}

function questionOf({ settings, port, requestPath }: HealthProbe): Question {
  return {
    name: "health",
    description: "asks the application as the health extension does",
    protocol: settings.protocol ?? "http",
    port,
    requestPath,
    // What the extension calls itself (its source, main/health.go).
    userAgent: "ApplicationHealthExtension/1.0",
    // The extension sleeps for what its probe has left of the interval, as its source shows.
    intervalInSeconds: settings.intervalInSeconds,
    timeoutInSeconds: healthTimeoutSeconds,
  };
}
