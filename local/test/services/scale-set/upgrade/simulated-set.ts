import { type HealthState, type Instance, isInProgress, isStandIn } from "../../../../region/services/scale-set/instance";
import type { RollingUpgrade, UpgradeAction, UpgradeDecision } from "../../../../region/services/scale-set/upgrade/upgrade-decision";
import { rollingUpgradePolicy, type RollingUpgradePolicy } from "../../../../region/services/scale-set/upgrade/upgrade-policy";
import { decideUpgrade } from "../../../../region/services/scale-set/upgrade/upgrades";
import { minute, second } from "../instances";

/** How the simulated machines behave. */
export interface MachineBehaviour {
  /** The health of an instance some time after it got the new model; `Healthy` by default. */
  readonly health?: (id: string, sinceProvisioned: number) => HealthState | undefined;
  readonly roomForSurge?: number;
  /** How long a deletion takes, in milliseconds; a second by default. */
  readonly deletion?: number;
}

/** A scale set in virtual time that does what a rolling upgrade decides. Each operation takes ten seconds. */
export class SimulatedSet {
  now = 0;
  upgrade?: RollingUpgrade;
  /** What was done and when. */
  readonly log: string[] = [];
  /** The reason of the last decision. */
  reason = "";
  private readonly ends = new Map<string, number>();
  private nextId: number;

  constructor(
    public instances: Instance[],
    private readonly policy: Partial<RollingUpgradePolicy>,
    private readonly behaviour: MachineBehaviour = {},
  ) {
    this.nextId = Math.max(...instances.map(({ id }) => Number(id))) + 1;
  }

  /** Declares a new model: every instance is outdated. */
  declare(): void {
    this.instances = this.instances.map((instance) => ({ ...instance, latestModel: false }));
  }

  decide(model = "2"): UpgradeDecision {
    const { instances, upgrade, now } = this;
    const policy = { mode: "Rolling", rolling: rollingUpgradePolicy(this.policy) } as const;
    const roomForSurge = this.behaviour.roomForSurge ?? 10;
    return decideUpgrade({ policy, model, instances, upgrade, roomForSurge, now });
  }

  /** Lets time pass, a second at a time, until the upgrade ends or the time is over. */
  run(length = 60 * minute, model = "2"): string[] {
    for (const end = this.now + length; this.now < end; this.now += second) {
      this.progress();
      const decision = this.decide(model);
      this.upgrade = decision.upgrade;
      this.note(decision);
      this.act(decision.action);
      if (this.upgrade?.code !== "RollingForward" && decision.action.kind === "none" && !this.isBusy()) {
        break;
      }
    }
    return this.log;
  }

  /** The instances that serve, as far as a load balancer would see. */
  healthy(): Instance[] {
    return this.instances.filter(({ provisioningState, health }) => provisioningState === "Succeeded" && health === "Healthy");
  }

  private isBusy(): boolean {
    return this.instances.some((instance) => isInProgress(instance) || instance.provisioningState === "Deleting");
  }

  private note({ action, reason }: UpgradeDecision): void {
    const at = `${this.now / second} s: `;
    switch (action.kind) {
      case "create":
        this.log.push(
          `${at}create for ${action.standIns.map(({ surgeFor, zone }) => surgeFor + (zone === undefined ? "" : `/${zone}`)).join(" ")}`,
        );
        break;
      case "none":
      case "wait":
        break;
      default:
        this.log.push(`${at}${action.kind} ${action.instances.join(" ")}`);
    }
    this.reason = reason;
  }

  private act(action: UpgradeAction): void {
    switch (action.kind) {
      case "upgrade":
      case "roll back":
        this.start(
          action.instances,
          { provisioningState: "Updating", latestModel: action.kind === "upgrade", health: undefined },
          10 * second,
        );
        break;
      case "delete":
        this.start(action.instances, { provisioningState: "Deleting" }, this.behaviour.deletion ?? second);
        break;
      case "create":
        for (const { surgeFor, zone } of action.standIns) {
          const id = String(this.nextId++);
          const created = {
            id,
            zone,
            surgeFor,
            createdAt: this.now,
            stateChangedAt: this.now,
            provisioningState: "Creating",
            latestModel: true,
          } as const;
          this.instances = [...this.instances, created];
          this.ends.set(id, this.now + 10 * second);
        }
        break;
      case "none":
      case "wait":
    }
  }

  private start(ids: readonly string[], change: Partial<Instance>, length: number): void {
    this.instances = this.instances.map((instance) => (ids.includes(instance.id) ? { ...instance, ...change } : instance));
    ids.forEach((id) => this.ends.set(id, this.now + length));
  }

  /** Ends the operations whose time is over, and lets the health of what they changed be seen. */
  private progress(): void {
    const isOver = ({ id }: Instance) => (this.ends.get(id) ?? Infinity) <= this.now;
    this.instances = this.instances
      .filter((instance) => !(instance.provisioningState === "Deleting" && isOver(instance)))
      .map((instance) => {
        if (isInProgress(instance) && isOver(instance)) {
          return { ...instance, provisioningState: "Succeeded", stateChangedAt: this.now } as const;
        }
        return instance;
      })
      .map((instance) => {
        if (!this.ends.has(instance.id) || instance.provisioningState !== "Succeeded") {
          return instance;
        }
        const seen = this.behaviour.health ?? (() => "Healthy");
        return { ...instance, health: instance.latestModel ? seen(instance.id, this.now - instance.stateChangedAt) : "Healthy" };
      });
  }

  /** How many instances count towards the capacity. */
  capacity(): number {
    return this.instances.filter((instance) => instance.provisioningState !== "Deleting" && !isStandIn(instance, this.instances)).length;
  }
}
