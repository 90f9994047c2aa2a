import { maximumFrontendPort, maximumPort } from "../../../facts/load-balancer-limits";
import type { View } from "../../../properties/view";
import {
  BackendPort,
  backendPorts,
  collide,
  floatingPorts,
  FrontendPorts,
  frontendPorts,
  partName,
  shareAPool,
  sharedPorts,
} from "./model";
import { outside } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const api = "https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update";
const recordings = "https://github.com/Azure/azure-xplat-cli/tree/dev/test/recordings/arm-network-lb-rule-tests-generated";
const natMigration = "https://learn.microsoft.com/azure/load-balancer/load-balancer-nat-pool-migration";

/** What Azure refuses of the ports and timeouts of a load balancer's rules. */
export const portRules: Rule[] = [
  {
    id: "R10",
    title: "Rules that serve one backend pool send to different ports of it",
    code: "RulesUseSameBackendPortProtocolAndPool",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/94673",
    severity: "error",
    allowed: "a backend port and protocol that no other rule sends to in this pool, or floating IP on both rules",
    *check(loadBalancer) {
      yield* sharedPorts(backendPorts(loadBalancer, "loadBalancingRules"), shareAPool).map(({ at }) => at);
    },
  },
  {
    id: "R160",
    title: "Rules with floating IP for one frontend and one backend pool send to different ports",
    code: "RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled",
    grade: "observed",
    source: "https://github.com/kubernetes-sigs/cloud-provider-azure/issues/521",
    severity: "error",
    allowed: "a rule for another frontend, pool, protocol or backend port",
    *check(loadBalancer) {
      yield* sameFloating(loadBalancer).map(({ owner }) => owner);
    },
  },
  {
    id: "R11-backend-port",
    title: "A NAT rule sends to a port that no load balancing rule and no other NAT rule of its backend pool sends to",
    code: "RulesUseSameBackendPortProtocolAndPool",
    codeIsAssumed: true,
    grade: "documented",
    source: natMigration,
    severity: "error",
    allowed: "a backend port that nothing else sends to in this pool",
    *check(loadBalancer) {
      const natPorts = backendPorts(loadBalancer, "inboundNatRules");
      const shared = sharedPorts([...backendPorts(loadBalancer, "loadBalancingRules"), ...natPorts], shareAPool);
      yield* shared.filter((port) => natPorts.includes(port)).map(({ at }) => at);
    },
  },
  {
    id: "R11-frontend-ports",
    title: "The frontend ports of NAT rules and NAT pools are theirs alone",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: natMigration,
    severity: "error",
    allowed: "ports that nothing else listens on at this frontend",
    *check(loadBalancer) {
      yield* taken(frontendPorts(loadBalancer))
        .filter(({ owner }) => !isLoadBalancing(owner))
        .map(({ at }) => at);
    },
  },
  {
    id: "R12-frontend-port",
    title: "A load balancing rule listens on a port from 0 to 65534, where 0 stands for any port",
    code: "PortValueIsOutOfRange",
    grade: "observed",
    source: recordings,
    severity: "error",
    allowed: `0 to ${maximumFrontendPort}`,
    *check(loadBalancer) {
      yield* portsOf(loadBalancer, ["loadBalancingRules"], "frontendPort").filter((port) => outside(port, 0, maximumFrontendPort));
    },
  },
  {
    id: "R12-backend-port",
    title: "A load balancing rule sends to a port from 0 to 65535, where 0 stands for any port",
    code: "PortValueIsOutOfRange",
    grade: "observed",
    source: recordings,
    severity: "error",
    allowed: `0 to ${maximumPort}`,
    *check(loadBalancer) {
      yield* portsOf(loadBalancer, ["loadBalancingRules"], "backendPort").filter((port) => outside(port, 0, maximumPort));
    },
  },
  {
    id: "R12-unique",
    title: "Load balancing rules of one frontend and protocol listen on different ports",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: api,
    severity: "error",
    allowed: "a port that no other rule listens on at this frontend",
    *check(loadBalancer) {
      // Two rules that are one in everything have an answer of their own.
      const floating = new Set(sameFloating(loadBalancer).map(({ owner }) => owner.property));
      yield* taken(frontendPorts(loadBalancer).filter(({ owner }) => isLoadBalancing(owner)))
        .filter(({ owner }) => !floating.has(owner.property))
        .map(({ at }) => at);
    },
  },
  {
    id: "R13",
    title: "An inbound flow may be idle for 4 to 100 minutes",
    code: "RuleIdleTimeoutIsOutOfRange",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout",
    severity: "error",
    allowed: "4 to 100 minutes",
    *check(loadBalancer) {
      const inbound = ["loadBalancingRules", "inboundNatRules", "inboundNatPools"];
      yield* portsOf(loadBalancer, inbound, "idleTimeoutInMinutes").filter((timeout) => outside(timeout, 4, 100));
    },
  },
];

function portsOf(loadBalancer: View, lists: string[], property: string): View[] {
  return lists.flatMap((list) => loadBalancer.list(list).map((element) => element.at(property)));
}

/** Those that an earlier one of the list collides with. */
function taken(ports: FrontendPorts[]): FrontendPorts[] {
  return ports.filter((one, index) => ports.some((other, place) => place < index && collide(one, other)));
}

/** The rules with floating IP for which an earlier one has the same frontend, pool, protocol and backend port. */
function sameFloating(loadBalancer: View): BackendPort[] {
  const frontend = ({ owner }: BackendPort) => partName(owner.at("frontendIPConfiguration"));
  return sharedPorts(
    floatingPorts(loadBalancer),
    (one, other) => shareAPool(one, other) && frontend(one) !== undefined && frontend(one) === frontend(other),
  );
}

function isLoadBalancing(owner: View): boolean {
  return owner.path[0] === "loadBalancingRules";
}
