import { allPortsRules } from "./all-ports";
import { frontendRules } from "./frontends";
import { gatewayRules } from "./gateway";
import { natRules } from "./nat";
import { outboundRules } from "./outbound";
import { poolRules } from "./pools";
import { portRules } from "./ports";
import { privateAddressRules } from "./private-addresses";
import { probeRules } from "./probes";
import { partsHaveNamesOfTheirOwn } from "./part-names";
import { referenceRules } from "./references";
import { tierRules } from "./tiers";
import { namesFit, networkNames } from "../../../rules/names";
import type { Rule } from "../../../rules/rule";

/** What Azure refuses in a `azure-native:network:LoadBalancer`. */
export const loadBalancerRules: Rule[] = [
  namesFit(networkNames(1, 80), "loadBalancerName", "inboundNatRules[*].name"),
  partsHaveNamesOfTheirOwn,
  ...frontendRules,
  ...privateAddressRules,
  ...poolRules,
  ...probeRules,
  ...portRules,
  ...allPortsRules,
  ...natRules,
  ...outboundRules,
  ...tierRules,
  ...gatewayRules,
  ...referenceRules,
];
