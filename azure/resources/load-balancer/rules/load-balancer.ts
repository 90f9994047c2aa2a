import { frontendRules } from "./frontends";
import { natRules } from "./nat";
import { outboundRules } from "./outbound";
import { portRules } from "./ports";
import { probeRules } from "./probes";
import { referenceRules } from "./references";
import { namesFit, networkNames } from "../../../rules/names";
import type { Rule } from "../../../rules/rule";

/** What Azure refuses in a `azure-native:network:LoadBalancer`. */
export const loadBalancerRules: Rule[] = [
  namesFit(networkNames(1, 80), "loadBalancerName", "inboundNatRules[*].name"),
  ...frontendRules,
  ...probeRules,
  ...portRules,
  ...natRules,
  ...outboundRules,
  ...referenceRules,
];
