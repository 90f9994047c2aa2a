import { idKey, idName } from "../../../../azure/arm/id";
import type { RegionContext } from "../../context";
import type { EdgeSpecification } from "../../podman/edge/edge";
import { publishedPorts } from "../../podman/edge/traffic";

/** What an edge is to do, and how far that has come. */
interface EdgeState {
  isApplying: boolean;
  /** The specification that is declared, the last one that was tried, and the one that the edge has; all as JSON. */
  desired: string;
  attempted?: string;
  applied?: string;
  /** The ports of the specification that was applied last. */
  ports: readonly number[];
  /** Why it is not as declared. */
  conflict?: string;
  /** True where the conflict is another edge's, and will go with it. */
  waitsForAnother: boolean;
  /** In real milliseconds. */
  attemptedAt: number;
  hasToldWhatIsNotCarried: boolean;
}

/** How long after a failure the same specification is tried again, in real milliseconds. */
const backoffInMilliseconds = 2000;

/** Applies specifications to edges, each once, and again where that failed or the edge was lost. */
export class AppliedEdges {
  private readonly states = new Map<string, EdgeState>();

  constructor(private readonly region: RegionContext) {}

  /** True while a specification is being applied to any edge. */
  get isApplying(): boolean {
    return [...this.states.values()].some(({ isApplying }) => isApplying);
  }

  /** The load balancers whose edges have a specification, in lower case. */
  get ids(): string[] {
    return [...this.states.keys()];
  }

  has(id: string): boolean {
    return this.states.has(idKey(id));
  }

  isBeingApplied(id: string): boolean {
    return this.states.get(idKey(id))?.isApplying === true;
  }

  /** True once the specification that is declared was applied, or could not be. */
  isAttempted(id: string): boolean {
    const state = this.states.get(idKey(id));
    return state !== undefined && !state.isApplying && state.attempted === state.desired;
  }

  /** True where an edge serves, and does not yet what is declared. */
  isBehind(id: string): boolean {
    const state = this.states.get(idKey(id));
    return state !== undefined && state.applied !== state.desired && !state.waitsForAnother;
  }

  /** Why an edge cannot be as declared, in words. */
  conflict(id: string): string | undefined {
    const state = this.states.get(idKey(id));
    return state?.waitsForAnother ? undefined : state?.conflict;
  }

  /** Declares what an edge is to do, and begins to apply it unless that is under way, done, or failed a moment ago. */
  apply(specification: EdgeSpecification): void {
    const state = this.stateOf(specification.loadBalancerId);
    const desired = JSON.stringify(specification);
    state.desired = desired;
    const isBackingOff = state.attempted === desired && this.region.computer.now() - state.attemptedAt < backoffInMilliseconds;
    if (state.isApplying || state.applied === desired || isBackingOff) {
      return;
    }
    Object.assign(state, { attempted: desired, applied: undefined, attemptedAt: this.region.computer.now() });
    const conflict = this.portConflict(specification);
    if (conflict === undefined) {
      void this.ensure(specification, state, desired);
    } else {
      this.setConflict(specification.loadBalancerId, state, conflict, true);
    }
  }

  /** An edge does not answer: whatever was applied to it has to be applied again. */
  lost(id: string): void {
    const state = this.states.get(idKey(id));
    if (state?.applied !== undefined && !state.isApplying) {
      this.retry(id);
      this.region.events.add(idName(id), "its edge does not answer; it is brought back");
    }
  }

  /** What was in the way may not be there any more. */
  retry(id: string): void {
    const state = this.states.get(idKey(id));
    if (state && !state.isApplying) {
      Object.assign(state, { attempted: undefined, applied: undefined });
    }
  }

  forget(id: string): void {
    this.states.delete(idKey(id));
  }

  private async ensure(specification: EdgeSpecification, state: EdgeState, desired: string): Promise<void> {
    const { loadBalancerId: id, traffic } = specification;
    state.isApplying = true;
    try {
      const notCarried = await this.region.edges.ensure(specification);
      if (!state.hasToldWhatIsNotCarried) {
        notCarried.forEach(({ property, because }) => this.region.events.add(idName(id), `${property} is not carried: ${because}`));
      }
      Object.assign(state, {
        applied: desired,
        ports: publishedPorts(traffic),
        conflict: undefined,
        waitsForAnother: false,
        hasToldWhatIsNotCarried: true,
      });
    } catch (error) {
      this.setConflict(id, state, (error as Error).message, false);
    } finally {
      state.isApplying = false;
    }
  }

  private setConflict(id: string, state: EdgeState, conflict: string, waitsForAnother: boolean): void {
    if (conflict !== state.conflict) {
      this.region.events.add(idName(id), `its edge is not as declared: ${conflict}`);
    }
    Object.assign(state, { conflict, waitsForAnother });
  }

  /** On Azure every public frontend has an address of its own; here one edge waits until another one with the same port is gone. */
  private portConflict({ loadBalancerId, traffic }: EdgeSpecification): string | undefined {
    const own = this.stateOf(loadBalancerId);
    for (const { property, frontendPort } of traffic.rules) {
      const [other] = [...this.states].find(([, state]) => state !== own && state.ports.includes(frontendPort)) ?? [];
      if (other !== undefined) {
        return `${property}.frontendPort is ${frontendPort}, which the edge of load balancer ${idName(other)} has; it begins when that one is gone.`;
      }
    }
    return undefined;
  }

  private stateOf(id: string): EdgeState {
    const known = this.states.get(idKey(id));
    if (known) {
      return known;
    }
    const state: EdgeState = {
      isApplying: false,
      desired: "",
      ports: [],
      waitsForAnother: false,
      attemptedAt: 0,
      hasToldWhatIsNotCarried: false,
    };
    this.states.set(idKey(id), state);
    return state;
  }
}
