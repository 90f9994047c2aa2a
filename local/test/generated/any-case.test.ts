import * as fc from "fast-check";
import type { Properties } from "../../../azure/properties/value";
import { everyType } from "../../../azure/test/rules/every-type";
import { readSecurityGroup } from "../../region/podman/edge/network-rules";
import { readAlert } from "../../region/services/alerts/alert-rule";
import { readAutoscaleSetting } from "../../region/services/autoscale/autoscale-setting-model";
import { readLoadBalancer } from "../../region/services/load-balancer/load-balancer-model";
import { readLoadBalancerRules } from "../../region/services/load-balancer/load-balancer-rules";
import { readScaleSet } from "../../region/services/scale-set/scale-set-model";
import { respelled } from "./respelled";
import { variationsOf } from "./valid/every-type";
import { vary } from "./variation";

/** What is not carried is told with the words of the program. */
function readCarried(properties: Properties): unknown {
  const { traffic, ...others } = readLoadBalancer(properties);
  return { ...others, ...traffic, notCarried: traffic.notCarried.map(({ property }) => property) };
}

const readers: readonly [what: string, token: string, read: (properties: Properties) => unknown][] = [
  ["a scale set", "azure-native:compute:VirtualMachineScaleSet", readScaleSet],
  ["what the edge carries", "azure-native:network:LoadBalancer", readCarried],
  ["the rules of a load balancer", "azure-native:network:LoadBalancer", readLoadBalancerRules],
  ["a network security group", "azure-native:network:NetworkSecurityGroup", readSecurityGroup],
  ["a metric alert", "azure-native:monitor:MetricAlert", readAlert],
  ["an autoscale setting", "azure-native:monitor:AutoscaleSetting", readAutoscaleSetting],
];

describe.each(readers)("%s", (_, token, read) => {
  it.each([
    ["small", (word: string) => word.toLowerCase()],
    ["capital", (word: string) => word.toUpperCase()],
  ])("is read alike where enumerations are in %s letters", (__, spell) => {
    const cases = everyType.find(({ type }) => type.token === token);
    if (cases === undefined) {
      throw new Error(`there is no type ${token}`);
    }
    fc.assert(
      fc.property(variationsOf(cases), (variations) => {
        const resource = vary(cases.valid, variations);
        expect(read(respelled(token, resource, spell))).toEqual(read(resource));
      }),
      { numRuns: 200 },
    );
  });
});
