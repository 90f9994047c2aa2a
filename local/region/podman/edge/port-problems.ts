import { PodmanError } from "../machines/podman-error";
import { publicAddress } from "./host-ports";
import type { EdgeConfiguration } from "./haproxy-config";
import { natPortMappings } from "./nat-ports";
import type { CarriedTraffic, NotCarried } from "./traffic";

/** The instances that a NAT port was to lead to which something else on this computer had when the edge began. */
export function unpublished({ traffic, members }: EdgeConfiguration, missingPorts: readonly number[]): NotCarried[] {
  return natPortMappings(traffic.nats, members)
    .filter(({ frontendPort }) => missingPorts.includes(frontendPort))
    .map(({ inboundNatRuleName, instance, frontendPort }) => ({
      property: traffic.nats.find(({ name }) => name === inboundNatRuleName)?.property ?? inboundNatRuleName,
      because: `Port ${frontendPort}, which leads to ${instance}, was in use on this computer when the edge began, so it is not open.`,
    }));
}

/** Says of a container that did not start which property is in the way, where a port is the reason; other errors stay as they are. */
export function explainStartFailure(error: Error, { rules }: CarriedTraffic): Error {
  if (!(error instanceof PodmanError)) {
    return error;
  }
  const { port, said } = error;
  const rule = rules.find(({ frontendPort }) => frontendPort === port);
  if (rule === undefined) {
    return error;
  }
  return new Error(
    `${rule.property}.frontendPort is ${port}, and this computer does not give ${publicAddress}:${port} to the load balancer: ${said}; ` +
      "fix: choose a port that is free and, without root, above 1023; or end what uses it",
  );
}
