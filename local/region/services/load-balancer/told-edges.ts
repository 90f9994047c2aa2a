import { idKey, idName } from "../../../../azure/arm/id";
import type { RegionContext } from "../../context";
import type { EdgeSpecification } from "../../podman/edge/edge";
import { publishedPorts } from "../../podman/edge/traffic";

/** What an edge was told, and what came of it. */
interface EdgeState {
  isTelling: boolean;
  /** What it is to do, what it was last told, whether that came to something or not, and what it does; all as JSON. */
  wanted: string;
  tried?: string;
  done?: string;
  /** The ports that it was told to publish. */
  ports: readonly number[];
  /** Why it is not as declared. */
  obstacle?: string;
  /** True where the obstacle is another edge's, and will go with it. */
  isWaiting: boolean;
  /** In real milliseconds. */
  triedAt: number;
  hasSaidWhatIsNotCarried: boolean;
}

/** How long an edge that could not be told is left alone, in real milliseconds. */
const pauseAfterFailure = 2000;

/** Tells the edges what they have to do, once for each time that it changes, and again where that failed or an edge was lost. */
export class ToldEdges {
  private readonly states = new Map<string, EdgeState>();

  constructor(private readonly region: RegionContext) {}

  /** True while an edge is being told something. */
  get isTelling(): boolean {
    return [...this.states.values()].some(({ isTelling }) => isTelling);
  }

  /** The load balancers whose edges were told something, in lower case. */
  get ids(): string[] {
    return [...this.states.keys()];
  }

  has(id: string): boolean {
    return this.states.has(idKey(id));
  }

  isBeingTold(id: string): boolean {
    return this.states.get(idKey(id))?.isTelling === true;
  }

  /** True once the edge does what it is to do, or cannot. */
  isSettled(id: string): boolean {
    const state = this.states.get(idKey(id));
    return state !== undefined && !state.isTelling && state.tried === state.wanted;
  }

  /** Why an edge cannot be as declared, in words. */
  obstacle(id: string): string | undefined {
    const state = this.states.get(idKey(id));
    return state?.isWaiting ? undefined : state?.obstacle;
  }

  tell(specification: EdgeSpecification): void {
    const state = this.stateOf(specification.loadBalancerId);
    const wanted = JSON.stringify(specification);
    state.wanted = wanted;
    const isLeftAlone = state.tried === wanted && Date.now() - state.triedAt < pauseAfterFailure;
    if (state.isTelling || state.done === wanted || isLeftAlone) {
      return;
    }
    Object.assign(state, { tried: wanted, done: undefined, triedAt: Date.now() });
    const competitor = this.competitorOf(specification);
    if (competitor === undefined) {
      void this.ensure(specification, state, wanted);
    } else {
      this.hinder(specification.loadBalancerId, state, competitor, true);
    }
  }

  /** An edge does not answer: whatever it was told, it has to be told again. */
  lost(id: string): void {
    const state = this.states.get(idKey(id));
    if (state?.done !== undefined && !state.isTelling) {
      this.tryAgain(id);
      this.region.events.add(idName(id), "its edge does not answer; it is brought back");
    }
  }

  /** What was in the way may not be there any more. */
  tryAgain(id: string): void {
    const state = this.states.get(idKey(id));
    if (state && !state.isTelling) {
      Object.assign(state, { tried: undefined, done: undefined });
    }
  }

  forget(id: string): void {
    this.states.delete(idKey(id));
  }

  private async ensure(specification: EdgeSpecification, state: EdgeState, wanted: string): Promise<void> {
    const { loadBalancerId: id, traffic } = specification;
    state.isTelling = true;
    try {
      const notCarried = await this.region.edges.ensure(specification);
      if (!state.hasSaidWhatIsNotCarried) {
        notCarried.forEach(({ property, because }) => this.region.events.add(idName(id), `${property} is not carried: ${because}`));
      }
      Object.assign(state, {
        done: wanted,
        ports: publishedPorts(traffic),
        obstacle: undefined,
        isWaiting: false,
        hasSaidWhatIsNotCarried: true,
      });
    } catch (error) {
      this.hinder(id, state, (error as Error).message, false);
    } finally {
      state.isTelling = false;
    }
  }

  private hinder(id: string, state: EdgeState, obstacle: string, isWaiting: boolean): void {
    if (obstacle !== state.obstacle) {
      this.region.events.add(idName(id), `its edge is not as declared: ${obstacle}`);
    }
    Object.assign(state, { obstacle, isWaiting });
  }

  /** On Azure every public frontend has an address of its own; here one edge waits until another one with the same port is gone. */
  private competitorOf({ loadBalancerId, traffic }: EdgeSpecification): string | undefined {
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
    const state: EdgeState = { isTelling: false, wanted: "", ports: [], isWaiting: false, triedAt: 0, hasSaidWhatIsNotCarried: false };
    this.states.set(idKey(id), state);
    return state;
  }
}
