import { idKey } from "../../../../azure/arm/id";
import { type NoHealthyBackendsBehavior, noHealthyBackendsBehaviors } from "./load-balancer-backends";
import { probeProtocols, probeSettings } from "./load-balancer-probe";
import { carriedTraffic, type CarriedTraffic } from "../../podman/edge/traffic";
import { readOnce } from "../../../../azure/properties/read-once";
import { type View, viewOf } from "../../../../azure/properties/view";
import type { Probe } from "./probe-watch";

/** A probe, and what a rule that goes by it does where it is down everywhere. */
type DeclaredProbe = Probe & { readonly whenAllAreDown?: NoHealthyBackendsBehavior };

/** What a load balancer declares, as its edge and its probes need it. */
export interface LoadBalancerModel {
  readonly traffic: CarriedTraffic;
  /** True where its frontends are in a subnet. Azure takes one load balancer of either kind in front of a scale set. */
  readonly isInternal: boolean;
  /** By name, in lower case. */
  readonly probes: ReadonlyMap<string, DeclaredProbe>;
}

/** Reads the properties of a load balancer. */
export const readLoadBalancer = readOnce((properties): LoadBalancerModel => {
  const loadBalancer = viewOf(properties);
  return {
    traffic: carriedTraffic(loadBalancer),
    isInternal: loadBalancer.list("frontendIPConfigurations").some((frontend) => frontend.has("subnet")),
    probes: new Map(loadBalancer.list("probes").map(readProbe)),
  };
});

/**
 * The names, in lower case, of those ids that are parts of a load balancer.
 * @param list The property that has the parts, such as `backendAddressPools`.
 */
export function partsOf(id: string, list: string, ids: readonly string[]): string[] {
  const beginning = `${id}/${list}/`.toLowerCase();
  return ids
    .map((part) => part.toLowerCase())
    .filter((part) => part.startsWith(beginning))
    .map((part) => part.slice(beginning.length));
}

/** The id of a load balancer's probe, in lower case. @param name The probe's name, in lower case. */
export function probeId(loadBalancerId: string, name: string): string {
  return `${idKey(loadBalancerId)}/probes/${name}`;
}

function readProbe(probe: View): [name: string, probe: DeclaredProbe] {
  const protocol = probe.choice(probeProtocols, "protocol") ?? "Tcp";
  const [interval, threshold] = [probe.number("intervalInSeconds"), probe.number("probeThreshold")];
  const whenAllAreDown = probe.choice(noHealthyBackendsBehaviors, "noHealthyBackendsBehavior");
  const settings = probeSettings({
    protocol,
    ...(interval !== undefined && { intervalInSeconds: interval }),
    ...(threshold !== undefined && { probeThreshold: threshold }),
  });
  const name = (probe.text("name") ?? "").toLowerCase();
  const declared = { name, settings, port: probe.number("port") ?? 80, requestPath: probe.text("requestPath") ?? "/" };
  return [name, { ...declared, ...(whenAllAreDown !== undefined && { whenAllAreDown }) }];
}
