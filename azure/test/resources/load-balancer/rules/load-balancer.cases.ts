import { referenceIdCases } from "./reference-ids.cases";
import { addressOwnerCases } from "./address-owner.cases";
import type { TypeCases } from "../../../rules/cases";
import { besideLoadBalancer, loadBalancer } from "../../../rules/valid/load-balancer";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { changeCases } from "./changes.cases";
import { frontendCases } from "./frontends.cases";
import { natCases } from "./nat.cases";
import { outboundCases } from "./outbound.cases";
import { partCases } from "./parts.cases";
import { portCases } from "./ports.cases";
import { privateAddressCases } from "./private-addresses.cases";
import { probeCases } from "./probes.cases";
import { referenceCases } from "./references.cases";
import { specialCases } from "./special.cases";
import { loadBalancer as loadBalancerType } from "../../../../resources/load-balancer/load-balancer";

/** The rules and refused changes of a load balancer. */
export const loadBalancerCases: TypeCases = {
  type: loadBalancerType,
  valid: loadBalancer,
  rules: [
    ...frontendCases,
    ...probeCases,
    ...portCases,
    ...privateAddressCases,
    ...partCases,
    ...specialCases,
    ...natCases,
    ...outboundCases,
    ...referenceCases,
    ...addressOwnerCases,
    ...referenceIdCases,
    locationCases,
    ...tagCases,
  ],
  changes: changeCases,
  surroundings: besideLoadBalancer,
};
