import { allPortsRules } from "./all-ports";
import { frontendRules } from "./frontends";
import { gatewayRules } from "./gateway";
import { natRules } from "./nat";
import { outboundRules } from "./outbound";
import { poolRules } from "./pools";
import { portRules } from "./ports";
import { privateAddressRules } from "./private-addresses";
import { probeRules } from "./probes";
import { referenceRules } from "./references";
import { tierRules } from "./tiers";
import { networkNamesFit } from "../../../rules/names";
import { partsHaveNames, partsHaveNamesOfTheirOwn } from "../../../rules/parts";
import type { Rule } from "../../../rules/rule";

/** The lists of parts, each of which is addressed by its name. */
const lists = [
  "frontendIPConfigurations",
  "backendAddressPools",
  "probes",
  "loadBalancingRules",
  "inboundNatRules",
  "inboundNatPools",
  "outboundRules",
];

/** What Azure refuses in a `azure-native:network:LoadBalancer`. */
export const loadBalancerRules: Rule[] = [
  networkNamesFit(1, 80, "loadBalancerName", ...lists.map((list) => `${list}[*].name`)),
  partsHaveNames(...lists),
  partsHaveNamesOfTheirOwn(...lists),
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
