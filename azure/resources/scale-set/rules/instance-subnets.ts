import type { View } from "../../../properties/view";
import type { Rule } from "../../../rules/rule";
import { reservedSubnetRules } from "../../network/rules/reserved-subnets";
import { subnetAt } from "../../network/rules/subnet-at";
import { ipConfigurations } from "./model";

/** Subnets that Azure keeps instances out of. */
export const instanceSubnetRules: Rule[] = [
  ...reservedSubnetRules(subnetsOf),
  {
    id: "R429",
    title: "Instances are in no subnet that is delegated to a service",
    code: "ResourceNotPermittedOnDelegatedSubnet",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/subnet-delegation-overview",
    severity: "error",
    allowed: "a subnet without delegations",
    because: "the service has this one for itself",
    *check(scaleSet, region) {
      yield* subnetsOf(scaleSet).filter((id) => (subnetAt(id.text() ?? "", region)?.list("delegations").length ?? 0) > 0);
    },
  },
];

function subnetsOf(scaleSet: View): View[] {
  return ipConfigurations(scaleSet).map((ip) => ip.at("subnet.id"));
}
