import { outside } from "./lookups";
import type { Rule } from "./rule";

/** What Azure refuses in a `azure-native:network:LoadBalancer`. */
export const loadBalancerRules: Rule[] = [
  {
    id: "R17-interval",
    title: "A probe asks at most every 5 seconds",
    code: "InvalidRequestFormat",
    grade: "documented",
    source: "https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update",
    severity: "error",
    allowed: "5 seconds or more",
    *check(loadBalancer) {
      for (const probe of loadBalancer.list("probes")) {
        if (outside(probe.at("intervalInSeconds"), 5, Infinity)) {
          yield probe.at("intervalInSeconds");
        }
      }
    },
  },
];
