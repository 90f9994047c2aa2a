import { loadBalancerRules } from "../../../region/rules/load-balancer/load-balancer";
import { describeRules } from "../harness";
import { frontendCases } from "./frontends.cases";
import { probeCases } from "./probes.cases";
import { portCases } from "./ports.cases";
import { natCases } from "./nat.cases";
import { outboundCases } from "./outbound.cases";
import { referenceCases } from "./references.cases";
import { besideLoadBalancer, loadBalancer } from "../valid/load-balancer";

describeRules(
  "a load balancer",
  loadBalancerRules,
  loadBalancer,
  [...frontendCases, ...probeCases, ...portCases, ...natCases, ...outboundCases, ...referenceCases],
  besideLoadBalancer,
);
