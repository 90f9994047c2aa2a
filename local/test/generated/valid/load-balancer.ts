import * as fc from "fast-check";
import type { Path } from "../../../../azure/properties/path";
import { UNKNOWN } from "../../../../azure/properties/value";
import { viewOf } from "../../../../azure/properties/view";
import { add, Edit, edits, remove, set } from "../../../../azure/test/rules/edits";
import { gateway, internal, outboundFromPrefix, withNatPool } from "../../../../azure/test/resources/load-balancer/rules/edits";
import { networkName, zones } from "../texts";
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

/** All ports of an internal frontend, which leave no port to other rules of it. */
const allPorts = edits(internal, set(`${rule}.protocol`, "All"), set(`${rule}.frontendPort`, 0), set(`${rule}.backendPort`, 0));

/** An edit for a load balancer whose first rule is for one port. */
function ofOnePort(change: Edit): Edit {
  return (resource) => {
    if (
      viewOf(resource)
        .list("loadBalancingRules")
        .every((each) => each.text("protocol") !== "All")
    ) {
      change(resource);
    }
  };
}

/** A frontend of IP version 6 beside the first one, with a pool and a rule of its own. */
const versionSix = edits(
  add("frontendIPConfigurations", { name: "six", publicIPAddress: { id: UNKNOWN } }),
  add("backendAddressPools", { name: "six" }),
  add("loadBalancingRules", {
    name: "six",
    protocol: "Tcp",
    frontendPort: 80,
    backendPort: 80,
    frontendIPConfiguration: { id: "$self/frontendIPConfigurations/six" },
    backendAddressPool: { id: "$self/backendAddressPools/six" },
  }),
);

/** Two rules with floating IP for one port, from two frontends. */
const floating = edits(
  add("frontendIPConfigurations", { name: "floating", publicIPAddress: { id: UNKNOWN } }),
  set("loadBalancingRules", [
    {
      name: "http",
      protocol: "Tcp",
      frontendPort: 80,
      backendPort: 80,
      enableFloatingIP: true,
      disableOutboundSnat: true,
      frontendIPConfiguration: self.frontend,
      backendAddressPool: self.pool,
    },
    {
      name: "floating",
      protocol: "Tcp",
      frontendPort: 80,
      backendPort: 80,
      enableFloatingIP: true,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/floating" },
      backendAddressPool: self.pool,
    },
  ]),
);

/** A Gateway load balancer, whose one rule is for all ports of its one frontend, and whose pools all have tunnel interfaces. */
const forAppliances: Edit = (resource) => {
  resource.frontendIPConfigurations = [{ name: "public" }];
  resource.loadBalancingRules = viewOf(resource)
    .list("loadBalancingRules")
    .slice(0, 1)
    .map(({ value }) => value ?? null);
  edits(gateway, remove("inboundNatPools"))(resource);
  viewOf(resource)
    .list("backendAddressPools")
    .filter((pool) => !pool.has("tunnelInterfaces"))
    .forEach((pool) =>
      set(`${pool.property}.tunnelInterfaces`, [{ type: "Internal", protocol: "VXLAN", identifier: 900, port: 3000 }])(resource),
    );
};

const placeOfAddress: Path = ["frontendIPConfigurations", 0, "publicIPAddress"];

const address = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 4, max: 254 })).map((parts) => `10.0.${parts.join(".")}`);

/** Wider than the example of a load balancer: every way in and out, and every number in its range. */
export const loadBalancer: Widening = {
  aspects: [
    varied(
      "loadBalancerName",
      networkName(1, 80).map((name) => set("loadBalancerName", name)),
    ),
    alternatives("frontend", {
      "a public IP prefix beside it, for outbound flows": where(["outboundRules"], outboundFromPrefix),
      internal,
      "internal at a static address": address.map((text) =>
        edits(internal, set(`${frontend}.privateIPAllocationMethod`, "Static"), set(`${frontend}.privateIPAddress`, text)),
      ),
      "internal for all ports": allPorts,
      "of both IP versions": versionSix,
      "two with floating IP": floating,
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
      "other ports": fc
        .integer({ min: 0, max: 8000 })
        .map((blocks) => where(["outboundRules"], set(`${outbound}.allocatedOutboundPorts`, 8 * blocks))),
      "left to Azure": where(["outboundRules"], remove(`${outbound}.allocatedOutboundPorts`)),
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
    varied(
      "the rule's ports",
      fc
        .tuple(sitePort, backendPort)
        .map(([from, to]) => ofOnePort(edits(set(`${rule}.frontendPort`, from), set(`${rule}.backendPort`, to)))),
    ),
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
      "a pool of addresses": address.map((ipAddress) =>
        add("backendAddressPools", {
          name: "addresses",
          loadBalancerBackendAddresses: [{ name: "one", ipAddress, virtualNetwork: { id: UNKNOWN } }],
        }),
      ),
    }),
    alternatives("kind", {
      "for appliances": forAppliances,
      "through appliances": where(placeOfAddress, set(`${frontend}.gatewayLoadBalancer.id`, UNKNOWN)),
    }),
  ],
  ruled: [
    ...["privateIPAddressVersion", "privateIPAllocationMethod", "gatewayLoadBalancer", "loadBalancerBackendAddresses", "tunnelInterfaces"],
    ...["zones", "publicIPAddress", "publicIPPrefix", "subnet", "virtualNetwork", "natGateway", "requestPath", "probe"],
    ...["frontendPort", "frontendPortRangeStart", "frontendPortRangeEnd", "backendPort", "backendAddressPool", "backendAddressPools"],
    ...["inboundNatPools", "inboundNatRules", "outboundRules", "enableFloatingIP", "idleTimeoutInMinutes", "disableOutboundSnat"],
  ],
};
