import { outboundPortBlock, outboundPortsOfAddress } from "../../../facts/load-balancer-limits";
import type { View } from "../../../properties/view";
import { frontendOf } from "./frontend-model";
import { frontendPorts, partName } from "./model";

/**
 * How many ports an outbound rule can give out to all members of its pool together; undefined as long as its frontends are not
 * known, and for a frontend with a public IP prefix, whose number of addresses is not to be seen here.
 */
export function availablePorts(loadBalancer: View, outboundRule: View): number | undefined {
  let available = 0;
  for (const reference of outboundRule.list("frontendIPConfigurations")) {
    const name = partName(reference);
    const frontend = frontendOf(loadBalancer, reference);
    if (frontend === undefined || name === undefined || !frontend.has("publicIPAddress")) {
      return undefined;
    }
    available += outboundPortsOfAddress - outboundPortBlock * rangesListenedOn(loadBalancer, name);
  }
  return available;
}

function rangesListenedOn(loadBalancer: View, frontend: string): number {
  const ranges = new Set<number>();
  for (const ports of frontendPorts(loadBalancer).filter((listening) => listening.frontend === frontend)) {
    for (let range = Math.floor(ports.first / outboundPortBlock); range <= Math.floor(ports.last / outboundPortBlock); range++) {
      ranges.add(range);
    }
  }
  return ranges.size;
}
