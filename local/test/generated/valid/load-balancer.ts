import * as fc from "fast-check";
import { add, edits, remove, set, unknown } from "../../../../azure/test/rules/edits";
import { withNatPool } from "../../../../azure/test/resources/load-balancer/rules/edits";
import { foreignId, networkName, zones } from "../texts";
import { alternatives, varied, where, Widening } from "../variation";

const frontend = "frontendIPConfigurations[0]";
const rule = "loadBalancingRules[0]";
const nat = "inboundNatRules[0]";
const outbound = "outboundRules[0]";
const probe = "probes[0]";
const self = { frontend: { id: "$self/frontendIPConfigurations/public" }, pool: { id: "$self/backendAddressPools/instances" } };

/** Below all ports of the NAT rules and pools. */
const sitePort = fc.integer({ min: 1, max: 39_999 });
const backendPort = fc.integer({ min: 1024, max: 65_535 });
const minutes = (longest: number) => fc.integer({ min: 4, max: longest });

const natRange = fc.tuple(fc.integer({ min: 40_000, max: 64_534 }), fc.integer({ min: 0, max: 1_000 }));

const internal = edits(remove(`${frontend}.publicIPAddress`), unknown(`${frontend}.subnet.id`));

/** Wider than the example of a load balancer: every way in and out, and every number in its range. */
export const loadBalancer: Widening = {
  aspects: [
    varied(
      "loadBalancerName",
      networkName(1, 80).map((name) => set("loadBalancerName", name)),
    ),
    alternatives("frontend", {
      "a public IP prefix": foreignId("Microsoft.Network/publicIPPrefixes").map((id) =>
        edits(remove(`${frontend}.publicIPAddress`), set(`${frontend}.publicIPPrefix.id`, id)),
      ),
      internal,
      "internal with zones": zones(0, 3).map((list) => edits(internal, set(`${frontend}.zones`, list))),
    }),
    alternatives("inbound NAT", {
      "a NAT pool": withNatPool,
      "other ports": fc
        .tuple(natRange, fc.integer({ min: 1, max: 1023 }))
        .map(([[start, length], port]) =>
          edits(
            set(`${nat}.frontendPortRangeStart`, start),
            set(`${nat}.frontendPortRangeEnd`, Math.min(start + length, 65_534)),
            set(`${nat}.backendPort`, port === 80 ? 22 : port),
          ),
        ),
      "a rule for one machine": fc
        .integer({ min: 40_000, max: 65_534 })
        .map((port) =>
          set("inboundNatRules", [
            { name: "ssh", protocol: "Tcp", frontendPort: port, backendPort: 22, frontendIPConfiguration: self.frontend },
          ]),
        ),
      none: remove("inboundNatRules"),
    }),
    varied(
      "idle NAT",
      minutes(100).map((idle) => where(["inboundNatRules"], set(`${nat}.idleTimeoutInMinutes`, idle))),
    ),
    alternatives("outbound", {
      "other ports": fc.integer({ min: 0, max: 8000 }).map((blocks) => set(`${outbound}.allocatedOutboundPorts`, 8 * blocks)),
      "left to Azure": remove(`${outbound}.allocatedOutboundPorts`),
      none: remove("outboundRules"),
    }),
    varied(
      "idle outbound",
      minutes(120).map((idle) => where(["outboundRules"], set(`${outbound}.idleTimeoutInMinutes`, idle))),
    ),
    alternatives("probe protocol", {
      Https: set(`${probe}.protocol`, "Https"),
      Tcp: edits(set(`${probe}.protocol`, "Tcp"), remove(`${probe}.requestPath`)),
    }),
    varied(
      "probe",
      fc
        .record({ port: fc.integer({ min: 1, max: 65_535 }), interval: fc.integer({ min: 5, max: 10_000 }) })
        .map(({ port, interval }) => edits(set(`${probe}.port`, port), set(`${probe}.intervalInSeconds`, interval))),
    ),
    alternatives("the rule's ports", {
      other: fc.tuple(sitePort, backendPort).map(([from, to]) => edits(set(`${rule}.frontendPort`, from), set(`${rule}.backendPort`, to))),
      any: edits(set(`${rule}.protocol`, "All"), set(`${rule}.frontendPort`, 0), set(`${rule}.backendPort`, 0)),
    }),
    varied(
      "idle rule",
      minutes(100).map((idle) => set(`${rule}.idleTimeoutInMinutes`, idle)),
    ),
    alternatives("floating IP", { on: set(`${rule}.enableFloatingIP`, true), off: set(`${rule}.enableFloatingIP`, false) }),
    alternatives("further parts", {
      "a pool and its rule": fc.constant(
        edits(
          add("backendAddressPools", { name: "others" }),
          add("loadBalancingRules", {
            name: "others",
            protocol: "Udp",
            frontendPort: 8443,
            backendPort: 8443,
            disableOutboundSnat: true,
            frontendIPConfiguration: self.frontend,
            backendAddressPool: { id: "$self/backendAddressPools/others" },
          }),
        ),
      ),
      "a probe that no rule uses": add("probes", { name: "spare", protocol: "Tcp", port: 22 }),
    }),
  ],
  ruled: [
    ...["zones", "publicIPAddress", "publicIPPrefix", "subnet", "virtualNetwork", "natGateway", "requestPath", "probe"],
    ...["frontendPort", "frontendPortRangeStart", "frontendPortRangeEnd", "backendPort", "backendAddressPool", "backendAddressPools"],
    ...["inboundNatPools", "inboundNatRules", "outboundRules", "enableFloatingIP", "idleTimeoutInMinutes", "disableOutboundSnat"],
  ],
};
