import { setTimeout as wait } from "node:timers/promises";
import type { EdgeSpecification } from "../../../region/podman/edge/edge";
import { AppliedEdges } from "../../../region/services/load-balancer/applied-edges";
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
  readonly taken: EdgeSpecification[] = [];
  refusal: string | undefined;

  async ensure(given: EdgeSpecification) {
    this.taken.push(given);
    await wait(5);
    if (this.refusal !== undefined) {
      throw new Error(this.refusal);
    }
    return [{ property: "inboundNatPools[0]", because: "It is long." }];
  }
}

function begin() {
  const edges = new FakeEdges();
  const events: string[] = [];
  return { edges, events, applied: new AppliedEdges(regionContext({ edges, events: { add: (_, message) => events.push(message) } })) };
}

describe("specifications of edges", () => {
  it("are applied once, and again when they change", async () => {
    const { edges, events, applied } = begin();
    applied.apply(specification());
    expect(applied.isAttempted(loadBalancerId)).toBe(false);
    await wait(20);
    applied.apply(specification());
    expect(applied.isAttempted(loadBalancerId)).toBe(true);
    applied.apply(specification({ distributions: { site: to("web_1") } }));
    expect(applied.isAttempted(loadBalancerId)).toBe(false);
    await wait(20);
    expect(edges.taken).toHaveLength(2);
    expect(events).toEqual(["inboundNatPools[0] is not carried: It is long."]);
  });

  it("are applied again to an edge that was lost", async () => {
    const { edges, events, applied } = begin();
    applied.apply(specification());
    await wait(20);
    applied.lost(loadBalancerId);
    applied.apply(specification());
    await wait(20);
    expect(edges.taken).toHaveLength(2);
    expect(events.slice(1)).toEqual(["its edge does not answer; it is brought back"]);
  });

  it("are tried again a while after they could not be applied, and at once where that is asked for or they change; why is said once", async () => {
    const { edges, events, applied } = begin();
    edges.refusal = "port 8080 is in use";
    applied.apply(specification());
    await wait(20);
    expect(applied.isAttempted(loadBalancerId)).toBe(true);
    expect(applied.conflict(loadBalancerId)).toBe("port 8080 is in use");
    applied.apply(specification());
    expect(edges.taken).toHaveLength(1);
    applied.apply(specification({ distributions: { site: to("web_1") } }));
    await wait(20);
    expect(edges.taken).toHaveLength(2);
    edges.refusal = undefined;
    applied.retry(loadBalancerId);
    applied.apply(specification({ distributions: { site: to("web_1") } }));
    await wait(20);
    expect(applied.conflict(loadBalancerId)).toBeUndefined();
    expect(events.filter((message) => message.includes("8080"))).toHaveLength(1);
  });

  it("wait where another edge has the port, and are not in the way of a deployment then", async () => {
    const { edges, events, applied } = begin();
    applied.apply(specification());
    await wait(20);
    const next = specification({ loadBalancerId: otherId, traffic: traffic({ loadBalancingRules: [rule()] }) });
    applied.apply(next);
    expect(applied.isAttempted(otherId)).toBe(true);
    expect(applied.conflict(otherId)).toBeUndefined();
    expect(events.at(-1)).toContain("loadBalancingRules[0].frontendPort is 8080, which the edge of load balancer web-lb has");
    applied.forget(loadBalancerId);
    applied.retry(otherId);
    applied.apply(next);
    await wait(20);
    expect(edges.taken.map(({ loadBalancerId: id }) => id)).toEqual([loadBalancerId, otherId]);
  });
});
