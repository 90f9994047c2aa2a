import { defaultProbeInterval, maximumPort, maximumProbes, probeIntervalLimits } from "../../../facts/load-balancer-limits";
import { limitsText } from "../../../facts/limits";
import { is, isEmpty, outside, outsideLimits } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const recordings = "https://github.com/Azure/azure-xplat-cli/tree/dev/test/recordings/arm-network-lb-probe-tests-generated";
const source = "https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update";

/** What Azure refuses of a load balancer's probes. */
export const probeRules: Rule[] = [
  {
    id: "R17-path",
    title: "A probe over HTTP or HTTPS asks for a path",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source,
    severity: "error",
    allowed: "the path to ask for, such as /healthz",
    *check(loadBalancer) {
      for (const probe of loadBalancer.list("probes")) {
        const asks = is(probe.at("protocol"), "Http") || is(probe.at("protocol"), "Https");
        if (asks && isEmpty(probe.at("requestPath"))) {
          yield probe.at("requestPath");
        }
      }
    },
  },
  {
    id: "R17-path-over-tcp",
    title: "A probe over TCP has no path",
    code: "ProbeRequestPathIsNotNull",
    grade: "observed",
    source: recordings,
    severity: "error",
    allowed: "no path with the protocol Tcp",
    because: "such a probe only opens a connection",
    *check(loadBalancer) {
      for (const probe of loadBalancer.list("probes")) {
        if (is(probe.at("protocol"), "Tcp") && probe.text("requestPath") !== undefined) {
          yield probe.at("requestPath");
        }
      }
    },
  },
  {
    id: "R17-port",
    title: "A probe asks at a port from 1 to 65535",
    code: "PortValueIsOutOfRange",
    grade: "observed",
    source: recordings,
    severity: "error",
    allowed: `1 to ${maximumPort}`,
    *check(loadBalancer) {
      yield* loadBalancer
        .list("probes")
        .map((probe) => probe.at("port"))
        .filter((port) => outside(port, 1, maximumPort));
    },
  },
  {
    id: "R17-interval",
    title: "A probe asks at most every 5 seconds",
    code: "ProbeIntervalIsOutOfRange",
    grade: "observed",
    source: recordings,
    severity: "error",
    allowed: `${limitsText(probeIntervalLimits)} seconds`,
    *check(loadBalancer) {
      yield* loadBalancer
        .list("probes")
        .map((probe) => probe.at("intervalInSeconds"))
        .filter((interval) => outsideLimits(interval, probeIntervalLimits));
    },
  },
  {
    id: "R17-count",
    title: "A probe counts at least one answer, and no more than fit into 2147483646 seconds",
    code: "NumberOfProbesIsOutOfRange",
    grade: "observed",
    source: recordings,
    severity: "error",
    allowed: "1 or more",
    *check(loadBalancer) {
      for (const probe of loadBalancer.list("probes")) {
        const interval = probe.at("intervalInSeconds");
        const seconds = interval.absent ? defaultProbeInterval : (interval.number() ?? 1);
        const most = maximumProbes(seconds);
        if (outside(probe.at("numberOfProbes"), 1, most)) {
          yield { at: probe.at("numberOfProbes"), allowed: `1 to ${most} where it asks every ${seconds} seconds` };
        }
      }
    },
  },
];
