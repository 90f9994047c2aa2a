import { setTimeout as wait } from "node:timers/promises";
import type { EdgeSpecification } from "../../../region/podman/edge/edge";
import { ToldEdges } from "../../../region/services/load-balancer/told-edges";
import { regionContext } from "../../support/region-context";
import { loadBalancerId, rule, to, traffic } from "../../podman/edge/specification";

const otherId = `${loadBalancerId}-next`;

/** What an edge is to do, so that others differ from it by whom new connections go to. */
function specification(change: Partial<EdgeSpecification> = {}): EdgeSpecification {
  const whole = { loadBalancerId, traffic: traffic(), members: [], network: "web", address: "10.0.0.2" };
  return { ...whole, distributions: { site: to("web_0") }, ...change };
}

/** Edges that take a moment for everything, and refuse while `refusal` is set. */
class FakeEdges {
  readonly told: EdgeSpecification[] = [];
  refusal: string | undefined;

  async ensure(given: EdgeSpecification) {
    this.told.push(given);
    await wait(5);
    if (this.refusal !== undefined) {
      throw new Error(this.refusal);
    }
    return [{ property: "inboundNatPools[0]", because: "It is long." }];
  }
}

function told() {
  const edges = new FakeEdges();
  const events: string[] = [];
  return { edges, events, told: new ToldEdges(regionContext({ edges, events: { add: (_, message) => events.push(message) } })) };
}

describe("what edges are told", () => {
  it("is told once, and again when it is something else", async () => {
    const { edges, events, told: subject } = told();
    subject.tell(specification());
    expect(subject.isSettled(loadBalancerId)).toBe(false);
    await wait(20);
    subject.tell(specification());
    expect(subject.isSettled(loadBalancerId)).toBe(true);
    subject.tell(specification({ distributions: { site: to("web_1") } }));
    expect(subject.isSettled(loadBalancerId)).toBe(false);
    await wait(20);
    expect(edges.told).toHaveLength(2);
    expect(events).toEqual(["inboundNatPools[0] is not carried: It is long."]);
  });

  it("is told again to an edge that was lost", async () => {
    const { edges, events, told: subject } = told();
    subject.tell(specification());
    await wait(20);
    subject.lost(loadBalancerId);
    subject.tell(specification());
    await wait(20);
    expect(edges.told).toHaveLength(2);
    expect(events.slice(1)).toEqual(["its edge does not answer; it is brought back"]);
  });

  it("says once why an edge cannot do it, and leaves it alone for a while unless it is asked to try again or to do something else", async () => {
    const { edges, events, told: subject } = told();
    edges.refusal = "port 8080 is in use";
    subject.tell(specification());
    await wait(20);
    expect(subject.isSettled(loadBalancerId)).toBe(true);
    expect(subject.obstacle(loadBalancerId)).toBe("port 8080 is in use");
    subject.tell(specification());
    expect(edges.told).toHaveLength(1);
    subject.tell(specification({ distributions: { site: to("web_1") } }));
    await wait(20);
    expect(edges.told).toHaveLength(2);
    edges.refusal = undefined;
    subject.tryAgain(loadBalancerId);
    subject.tell(specification({ distributions: { site: to("web_1") } }));
    await wait(20);
    expect(subject.obstacle(loadBalancerId)).toBeUndefined();
    expect(events.filter((message) => message.includes("8080"))).toHaveLength(1);
  });

  it("waits where another edge has the port, and is not in the way of a deployment then", async () => {
    const { edges, events, told: subject } = told();
    subject.tell(specification());
    await wait(20);
    const next = specification({ loadBalancerId: otherId, traffic: traffic({ loadBalancingRules: [rule()] }) });
    subject.tell(next);
    expect(subject.isSettled(otherId)).toBe(true);
    expect(subject.obstacle(otherId)).toBeUndefined();
    expect(events.at(-1)).toContain("loadBalancingRules[0].frontendPort is 8080, which the edge of load balancer web-lb has");
    subject.forget(loadBalancerId);
    subject.tryAgain(otherId);
    subject.tell(next);
    await wait(20);
    expect(edges.told.map(({ loadBalancerId: id }) => id)).toEqual([loadBalancerId, otherId]);
  });
});
